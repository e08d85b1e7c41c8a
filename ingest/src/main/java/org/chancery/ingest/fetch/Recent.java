package org.chancery.ingest.fetch;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used longest ago, so that a run of weeks needs no more memory. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private final int most;

  Recent(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
