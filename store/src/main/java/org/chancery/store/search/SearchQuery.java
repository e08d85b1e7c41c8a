package org.chancery.store.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the index; a null part asks for anything.
 *
 * @param words the query: words, "phrases", fields ({@code actor:FRA}), AND, OR, NOT, brackets,
 *     {@code name~} for spellings like it, {@code minist*}, {@code date:[2024-01 TO 2024-03]};
 *     empty asks for all, newest first
 * @param in what is searched in; empty means everywhere
 * @param type a PLOVER type; of a report, of any of its events
 * @param actor code or words of who did it, or who says it
 * @param from first day, may be partial
 * @param to last day, inclusive, may be partial
 * @param outlet the publisher, as it is written
 * @param cursor where an earlier answer ended
 * @param limit at most so many hits, 1 to {@value #MOST}
 */
public record SearchQuery(
    String words,
    List<In> in,
    @Nullable String type,
    @Nullable String actor,
    @Nullable String from,
    @Nullable String to,
    @Nullable String outlet,
    @Nullable String cursor,
    int limit) {
  /** No answer has more hits than this. */
  public static final int MOST = 100;

  /** No query is longer than this, in UTF-16 code units. */
  public static final int LONGEST = 500;

  /** Refuses what is out of bounds. */
  public SearchQuery {
    in = List.copyOf(in);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is a number from 1 to " + MOST);
    }
    if (words.length() > LONGEST) {
      throw new QueryFault("it is longer than " + LONGEST + " characters", LONGEST);
    }
    for (String part : new @Nullable String[] {type, actor, outlet, cursor}) {
      if (part != null && part.length() > LONGEST) {
        throw new IllegalArgumentException("a filter is longer than " + LONGEST + " characters");
      }
    }
    day("from", from);
    day("to", to);
  }

  /** Words anywhere, without filters. */
  public static SearchQuery of(String words) {
    return new SearchQuery(words, List.of(), null, null, null, null, null, null, 20);
  }

  private static void day(String name, @Nullable String value) {
    if (value != null && !value.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
      throw new IllegalArgumentException(name + " is a day such as 2024-05-03, or a month or year");
    }
  }
}
