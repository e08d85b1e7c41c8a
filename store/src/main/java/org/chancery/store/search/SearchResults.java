package org.chancery.store.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the index.
 *
 * @param total how many fit; when not {@code exact}, at least so many
 * @param next where the next answer begins, or null after the last
 */
public record SearchResults(List<Hit> hits, long total, boolean exact, @Nullable String next) {
  /** Copies the hits. */
  public SearchResults {
    hits = List.copyOf(hits);
  }
}
