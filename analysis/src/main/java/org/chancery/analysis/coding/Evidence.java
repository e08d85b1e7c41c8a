package org.chancery.analysis.coding;

import java.util.Map;
import org.chancery.core.EventMention;

/**
 * A mention that the coder thought of, with what speaks for and against it.
 *
 * @param values by name, as {@code models/confidence.tsv} weighs them; what is not there is 0
 * @param kept whether it was sure enough to be coded
 */
public record Evidence(EventMention mention, Map<String, Double> values, boolean kept) {
  /** Copies the values. */
  public Evidence {
    values = Map.copyOf(values);
  }
}
