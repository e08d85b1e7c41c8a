package org.chancery.core;

import java.util.List;

/**
 * Two event mentions that speak of one happening.
 *
 * @param one the mention with the smaller id
 * @param other the mention with the greater id
 * @param score 0 to 1
 * @param reasons why, in a few words each, strongest first
 */
public record Link(String one, String other, double score, List<String> reasons) {
  /** Copies the list and puts the ids in order. */
  public Link {
    if (one.compareTo(other) > 0) {
      String turned = one;
      one = other;
      other = turned;
    }
    reasons = List.copyOf(reasons);
  }
}
