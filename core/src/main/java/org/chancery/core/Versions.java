package org.chancery.core;

import java.util.Map;
import java.util.TreeMap;

/** What produced a row: engine version, codebook hash, model ids by name. */
public record Versions(String engine, String codebookHash, Map<String, String> models) {
  /** Copies the map in key order. */
  public Versions {
    models = java.util.Collections.unmodifiableMap(new TreeMap<>(models));
  }
}
