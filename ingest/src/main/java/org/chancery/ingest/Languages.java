package org.chancery.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Languages as two letters (ISO 639-1), from the ways that archives write them. */
final class Languages {
  private static final Map<String, String> CODES = codes();

  private Languages() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = new Locale(code);
      codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      codes.put(language.getISO3Language(), code);
    }
    return codes;
  }

  /** "English", "eng" and "en" as {@code en}; what is none of these stays as written. */
  static String code(String written) {
    return CODES.getOrDefault(written.strip().toLowerCase(Locale.ROOT), written);
  }
}
