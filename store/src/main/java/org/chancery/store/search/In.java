package org.chancery.store.search;

import java.util.Locale;

/** What is searched in. */
public enum In {
  /** Titles and texts of reports. */
  DOCUMENTS,
  /** Sentences that tell events; those that a reviewer rejected are left out. */
  EVENTS,
  /** What sources say on issues. */
  STATEMENTS;

  /** The name in addresses and answers. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a name. */
  public static In of(String key) {
    for (In in : values()) {
      if (in.key().equals(key)) {
        return in;
      }
    }
    throw new IllegalArgumentException("in is documents, events or statements");
  }
}
