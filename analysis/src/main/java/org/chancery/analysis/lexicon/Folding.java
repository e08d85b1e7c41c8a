package org.chancery.analysis.lexicon;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Folds a name to the key that all its spellings of case, accent, apostrophe and hyphen share
 * ("Sana'a", "SANAA" and "San\u02bfa\u02be" are {@code sanaa}). Other scripts become Latin by ICU.
 */
public final class Folding {
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();

  private Folding() {}

  /** Loaded at the first letter of another script only: its rules take time. */
  private static final class Scripts {
    static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  }

  /**
   * The key of a name: lower-case letters and digits, words parted by one space; apostrophes, ayn
   * and points vanish, hyphens part words.
   */
  public static String key(String name) {
    String plain = isAscii(name) ? name : ascii(name);
    StringBuilder key = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && key.length() > 0) {
          key.append(' ');
        }
        gap = false;
        key.append(c);
      } else if (c != '\'' && c != '`' && c != '.') {
        gap = true;
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String ascii(String name) {
    StringBuilder latin = new StringBuilder(name.length());
    String parts = DECOMPOSE.normalize(name);
    boolean foreign = false;
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      switch (c) {
        case '\u2018', '\u2019', '\u02bb', '\u02bc', '\u02be', '\u02bf', '\u02b9', '\u2032' ->
            latin.append('\'');
        case '\u0131' -> latin.append('i');
        case '\u0142', '\u0141' -> latin.append('l');
        case '\u00f8', '\u00d8' -> latin.append('o');
        case '\u0111', '\u0110', '\u00f0', '\u00d0' -> latin.append('d');
        case '\u00df' -> latin.append("ss");
        case '\u00e6', '\u00c6', '\u0259', '\u018f' -> latin.append("ae".charAt(0));
        case '\u0153', '\u0152' -> latin.append('o');
        case '\u00fe', '\u00de' -> latin.append("th");
        default -> {
          foreign |= Character.isLetter(c) && c >= 0x250;
          latin.append(c);
        }
      }
    }
    return foreign ? Scripts.LATIN.transliterate(latin.toString()) : latin.toString();
  }
}
