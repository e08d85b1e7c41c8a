package org.chancery.cli;

/** Text from reports, made safe for a terminal. */
final class Terminal {
  static final String RESET = "\u001b[0m";
  static final String BOLD = "\u001b[1m";
  static final String GREEN = "\u001b[32m";
  static final String YELLOW = "\u001b[33m";
  static final String CYAN = "\u001b[36m";
  static final String BLUE = "\u001b[34m";
  static final String MAGENTA = "\u001b[35m";
  static final String RED = "\u001b[31m";
  static final String UNDERLINED = "\u001b[4m";

  private Terminal() {}

  /** Without control characters and marks that turn the direction of writing. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean turns = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
      out.append(c != '\n' && (Character.isISOControl(c) || turns) ? ' ' : c);
    }
    return out.toString();
  }

  /** One line of at most {@code width} characters. */
  static String cell(String text, int width) {
    String line = plain(text).replace('\n', ' ').replaceAll(" {2,}", " ");
    if (line.length() <= width) {
      return line + " ".repeat(width - line.length());
    }
    int cut = width - 1;
    if (Character.isHighSurrogate(line.charAt(cut - 1))) {
      cut--;
    }
    return line.substring(0, cut) + "…" + " ".repeat(width - 1 - cut);
  }

  /**
   * Whether standard output is a terminal that takes colours; the launcher script knows and says.
   */
  static boolean coloured() {
    return Boolean.getBoolean("chancery.terminal.out")
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }
}
