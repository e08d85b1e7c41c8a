package org.chancery.core;

import java.util.List;
import java.util.function.Function;

/** Half-open range of UTF-16 offsets into {@link Document#text()}. */
public record Span(int begin, int end) implements Comparable<Span> {
  /** Refuses a negative or reversed range. */
  public Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("span [" + begin + ", " + end + ") is not a range");
    }
  }

  /** Number of UTF-16 units. */
  public int length() {
    return end - begin;
  }

  /** Whether the other span lies inside this one. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /** Whether the two share a character. */
  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  /** The smallest span that holds both. */
  public Span union(Span other) {
    return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
  }

  /** The words of a text that this span covers. */
  public String of(String text) {
    return text.substring(begin, end);
  }

  /**
   * The items that begin inside this span, of a list in the order of the text. Takes the time of
   * two binary searches, so that asking for each sentence in turn stays cheap in a long document.
   */
  public <T> List<T> among(List<T> items, Function<T, Span> spanOf) {
    return items.subList(firstFrom(begin, items, spanOf), firstFrom(end, items, spanOf));
  }

  private static <T> int firstFrom(int offset, List<T> items, Function<T, Span> spanOf) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spanOf.apply(items.get(middle)).begin < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public int compareTo(Span other) {
    int byBegin = Integer.compare(begin, other.begin);
    return byBegin != 0 ? byBegin : Integer.compare(end, other.end);
  }
}
