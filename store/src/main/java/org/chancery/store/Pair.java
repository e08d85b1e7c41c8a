package org.chancery.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Two countries or groups whose events, of one origin, are asked for by {@link Relation} and {@link
 * Engagement}. What the pair's rows are chosen by is put into a table that lasts as long as the
 * connection; the rest is read of those rows alone that are meant. These rows lie all over the
 * record, and reading their ids, places and words takes nearly all of the time.
 */
public final class Pair {
  /** Columns that {@link #there} and {@link #back} need. */
  static final String SIDES = "first_day, actor_heads, recipient_heads, \"symmetric\"";

  private static final AtomicLong NUMBER = new AtomicLong();
  final RecordStore store;
  final String from;
  final String to;
  private final Conditions all = new Conditions();
  private final @Nullable String last;

  private Pair(RecordStore store, String from, String to, @Nullable String last) {
    this.store = store;
    this.from = from;
    this.to = to;
    this.last = last;
  }

  /**
   * The pair between two days, each a day, month or year, null for open.
   *
   * @throws IllegalArgumentException where a code or day is none, saying what to write
   */
  public static Pair of(
      RecordStore store, String from, String to, @Nullable String first, @Nullable String last) {
    for (String code : List.of(from, to)) {
      if (!code.matches("[A-Z]{3}(-[A-Z]{3})?")) {
        throw new IllegalArgumentException(
            "a party of a pair is the code of a country or group, such as EGY or IGO");
      }
    }
    Pair pair = new Pair(store, from, to, last);
    Conditions unused = pair.both(); // a wrong day is told before anything is read
    pair.all.between(from, to);
    pair.all.from(first);
    pair.all.and(EventFilter.ONE_ORIGIN);
    return pair;
  }

  /**
   * A table of the pair's rows that nobody rejected, with the columns that they are chosen by, and
   * with {@code nth}, their place in the record, by which {@link #with} reads what else is asked of
   * some of them.
   */
  String rows(String columns) {
    return table(
        "SELECT rowid AS nth, "
            + columns
            + " FROM event_rows WHERE "
            + Conditions.NOT_REJECTED
            + " AND "
            + all.sql(),
        all.values());
  }

  /** A table of columns of those rows whose places a question gives. */
  String with(String columns, String places, List<Object> values) {
    return table("SELECT " + columns + " FROM event_rows WHERE rowid IN (" + places + ")", values);
  }

  private String table(String select, List<Object> values) {
    String table = "pair_" + NUMBER.incrementAndGet();
    new LinkAsk(store.connection())
        .change(store.known("CREATE TEMP TABLE " + table + " AS " + select), values.toArray());
    return table;
  }

  /** What the first does towards the second within the days. */
  Conditions there() {
    Conditions conditions = within(last);
    conditions.pair(from, to);
    return conditions;
  }

  /** What the second does towards the first, also after the last day: an answer may come later. */
  Conditions back() {
    Conditions conditions = within(null);
    conditions.pair(to, from);
    return conditions;
  }

  /** What either does towards the other within the days. */
  Conditions both() {
    return within(last);
  }

  private static Conditions within(@Nullable String to) {
    Conditions conditions = new Conditions();
    conditions.to(to);
    return conditions;
  }
}
