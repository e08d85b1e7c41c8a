package org.chancery.analysis.codebook;

import java.util.Locale;

/** Names of PETRARCH's dictionaries, which are in capitals, as reports write them. */
final class PetrarchName {
  private PetrarchName() {}

  /** "SECRETARY-GENERAL_BAN_KI-MOON_" as reports write it. */
  static String of(String entry) {
    StringBuilder name = new StringBuilder();
    for (String word : entry.replace('_', ' ').strip().split("\\s+")) {
      name.append(name.length() > 0 ? " " : "");
      boolean small = name.length() > 0 && word.matches("(?i)OF|THE|AND|FOR|DE|LA|AL|EL|DU|DES|IN");
      boolean initials =
          word.matches("(?:[A-Z]\\.)+|[A-Z]{2,5}")
              && !word.matches(".*[AEIOU].*[^AEIOU.].*[AEIOU].*");
      name.append(
          small
              ? word.toLowerCase(Locale.ROOT)
              : initials && entry.indexOf('_') < 0 ? word : capital(word));
    }
    return name.toString();
  }

  private static String capital(String word) {
    StringBuilder capital = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      capital.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
      start = c == '-' || c == '.';
    }
    return capital.toString();
  }
}
