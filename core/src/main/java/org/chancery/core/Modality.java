package org.chancery.core;

import java.util.Locale;

/** Whether and how an event is said to be real. */
public enum Modality {
  HAPPENED,
  ONGOING,
  PLANNED,
  OFFERED,
  CALLED_FOR,
  POSSIBLE,
  DENIED;

  /** The word used in files and output, such as {@code called_for}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #key()}; refuses any other word. */
  public static Modality of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
