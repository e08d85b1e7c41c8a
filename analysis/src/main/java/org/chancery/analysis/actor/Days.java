package org.chancery.analysis.actor;

/** Days that may be known to the month or the year only. */
final class Days {
  private Days() {}

  /** Whether one day is before another, as far as the less exact of them tells. */
  static boolean isBefore(String one, String other) {
    int length = Math.min(one.length(), other.length());
    return one.substring(0, length).compareTo(other.substring(0, length)) < 0;
  }

  /** Whether a day lies between two, both included; an empty one sets no limit. */
  static boolean within(String day, String from, String to) {
    return (from.isEmpty() || !isBefore(day, from)) && (to.isEmpty() || !isBefore(to, day));
  }
}
