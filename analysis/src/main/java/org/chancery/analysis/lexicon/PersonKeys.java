package org.chancery.analysis.lexicon;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys that the spellings of one person's name share: articles, hyphens and apostrophes do not
 * count, and letters that transliterations choose between become one ("Shoukry" and "Shukri",
 * "el-Sissi" and "al-Sisi", "Amir-Abdollahian" and "Amirabdollahian").
 */
public final class PersonKeys {
  private static final Set<String> ARTICLES =
      Set.of("al", "el", "ul", "ur", "as", "ash", "ad", "an", "ar", "at", "az", "us", "ud", "the");
  private static final Character.UnicodeScript ARABIC = Character.UnicodeScript.ARABIC;
  private static final int LEAST_SKELETON = 4;
  private static final int LEAST_SINGLE = 3;

  /** "US", "UN", "PM": two capitals are no surname. */
  private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2}");

  /** What stands beside names and is none: an initial, a number of a king, "Jr". */
  private static final Pattern NO_NAME = Pattern.compile("\\p{L}|ii|iii|iv|v|vi|vii|viii|ix|jr|sr");

  /** An initial with a point and no space behind it: "P.J. Patterson". */
  private static final Pattern INITIAL = Pattern.compile("\\b(\\p{Lu})\\.(?=\\p{Lu})");

  private PersonKeys() {}

  /** The key of a name of several words, by its consonants; empty when it is too short to tell. */
  public static String full(String name) {
    StringBuilder skeleton = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    int parts = 0;
    for (String part : Folding.key(INITIAL.matcher(name).replaceAll("$1. ")).split(" ")) {
      if (part.length() == 1) {
        initials.append(parts == 0 ? part : "");
        continue;
      }
      if (ARTICLES.contains(part) && parts > 0) {
        continue;
      }
      parts++;
      String sounds = sounds(given(part));
      skeleton.append(sounds.charAt(0));
      for (int i = 1; i < sounds.length(); i++) {
        char c = sounds.charAt(i);
        if ("aeiou".indexOf(c) < 0 && !(c == 'h' && i == sounds.length() - 1)) {
          skeleton.append(c);
        }
      }
    }
    if (parts == 1 && initials.length() > 1) { // "P. J. Patterson"
      parts++;
      skeleton.insert(0, initials);
    }
    return parts < 2 || skeleton.length() < LEAST_SKELETON ? "" : skeleton.toString();
  }

  /** The key of a surname or single name, vowels kept; empty when it is too short to tell. */
  public static String single(String name) {
    StringBuilder key = new StringBuilder();
    for (String part : Folding.key(name).split(" ")) {
      if (!ARTICLES.contains(part)) {
        key.append(sounds(part));
      }
    }
    int end = key.length();
    if (end > LEAST_SINGLE && key.charAt(end - 1) == 'h') {
      key.setLength(end - 1);
    }
    return key.length() < LEAST_SINGLE ? "" : key.toString();
  }

  /** The key of a surname or single name, however short ("Xi"). */
  public static String word(String name) {
    String key = single(name);
    String folded = Folding.key(name);
    boolean none = NO_NAME.matcher(folded).matches() || ABBREVIATION.matcher(name).matches();
    return key.isEmpty() && !none ? folded : key;
  }

  /**
   * A key that far spellings of a full name share, by classes of consonants; too rough for anything
   * but a choice among the few who held office on a day. Empty for single or short names.
   */
  public static String loose(String name) {
    String folded = german(Folding.key(name));
    if (folded.indexOf(' ') < 0) {
      return "";
    }
    StringBuilder key = new StringBuilder();
    for (String part : folded.split(" ")) {
      if (ARTICLES.contains(part) && key.length() > 0) {
        continue;
      }
      addClasses(given(part).replaceAll("^ch(?=[ou]n)", "j"), key); // Korean: "Chong-il"
    }
    return key.length() < LEAST_SKELETON ? "" : key.toString();
  }

  /**
   * The same of one word, with a mark where it begins with a vowel; for a choice among the persons
   * that one report names. Empty where less than two consonants are heard.
   */
  public static String rough(String word) {
    if (word.isEmpty()) {
      return "";
    }
    StringBuilder key = new StringBuilder();
    boolean arabic = Character.UnicodeScript.of(word.codePointAt(0)) == ARABIC; // waw is a vowel
    for (String part : german(Folding.key(word)).split(" ")) {
      if (!ARTICLES.contains(part) && !part.isEmpty()) {
        addClasses(part.replace("dh", "z").replace(arabic ? "w" : "dh", ""), key);
        boolean vowel = "aeiouyjh".indexOf(part.charAt(0)) >= 0;
        key.insert(0, vowel ? "-" : "");
      }
    }
    return key.length() < 2 ? "" : key.toString();
  }

  private static void addClasses(String part, StringBuilder key) {
    String s =
        part.replaceAll("tsch|tch|sch|sh|ch|cz|zh|ts|x", "s")
            .replaceAll("[cqgk]+h?", "k")
            .replaceAll("[zs]+", "s")
            .replaceAll("[dt]+h?", "t")
            .replaceAll("[pb]+", "p")
            .replaceAll("[wvf]+", "f");
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      boolean sounds = "aeiouyjh".indexOf(c) < 0;
      if (sounds && (key.length() == 0 || key.charAt(key.length() - 1) != c)) {
        key.append(c);
      }
    }
  }

  /** Who writes "sch" for "sh" writes "ch" for "kh" and "dsch" for "j". */
  private static String german(String key) {
    return key.contains("sch")
        ? key.replace("dsch", "j").replace("sch", "sh").replaceAll("(?<!t)ch", "kh")
        : key;
  }

  /** Given names that are written in many ways become one each. */
  private static String given(String part) {
    return switch (part) {
      case "mohammed",
          "mohamed",
          "mohammad",
          "mohamad",
          "muhammad",
          "muhammed",
          "mohamud",
          "mohamoud",
          "mahamat",
          "muhamad",
          "mahomed" ->
          "mhmd";
      case "abd", "abdel", "abdul", "abdal", "abdol", "abdou" -> "abd";
      case "hussein", "hossein", "husain", "hussain", "hosein", "hoseyn", "husayn", "husein" ->
          "hsn";
      case "hassan", "hasan" -> "hassan";
      case "seyyed", "seyed", "sayyed", "sayyid", "sayed", "syed", "said" -> "syd";
      case "yusuf", "youssef", "yousef", "yusef", "yousuf", "youssouf", "yousaf" -> "ysf";
      case "oleksandr", "aleksandr", "alexander", "aleksander", "alexandr", "alexandre" ->
          "alksndr";
      case "volodymyr", "vladimir" -> "vldmr";
      case "mykola", "nikolai", "nikolay", "nicolae" -> "nkl";
      case "dmytro", "dmitry", "dmitri", "dmitriy", "dimitri" -> "dmtr";
      case "serhiy", "serhii", "sergei", "sergey", "sergiy" -> "srg";
      case "yevgeny", "evgeny", "yevgeniy", "yevhen" -> "vgn";
      default -> part;
    };
  }

  private static String sounds(String part) {
    String s =
        part.replace("ou", "u")
            .replace("oo", "u")
            .replace("ee", "i")
            .replace("iy", "i")
            .replace("yy", "i")
            .replace("ij", "i")
            .replace("ow", "u")
            .replace("sh", "s")
            .replace("zh", "z")
            .replace("th", "t")
            .replace("ph", "f")
            .replace("tch", "ch")
            .replace("dj", "j")
            .replace("dh", "d")
            .replace("kh", "h")
            .replace("gh", "g")
            .replace("ck", "k")
            .replace('q', 'k')
            .replace('w', 'v');
    StringBuilder single = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      c = c == 'y' && i > 0 ? 'i' : c;
      if (single.length() == 0 || single.charAt(single.length() - 1) != c) {
        single.append(c);
      }
    }
    return single.toString();
  }
}
