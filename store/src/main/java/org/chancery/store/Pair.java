package org.chancery.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Two countries or groups whose events, of one origin, are asked for by {@link Relation} and {@link
 * Engagement}. Each question first puts the columns that it needs of the pair's rows into a table
 * that lasts as long as the connection: these rows lie all over the record, and reading them takes
 * nearly all of the time.
 */
public final class Pair {
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

  /** A table of some columns of those rows of the pair that fulfil a further condition. */
  String rows(String columns, String condition) {
    String table = "pair_" + NUMBER.incrementAndGet();
    new LinkAsk(store.connection())
        .change(
            store.known(
                "CREATE TEMP TABLE "
                    + table
                    + " AS SELECT "
                    + columns
                    + " FROM event_rows WHERE "
                    + Conditions.found(all.sql() + " AND " + condition)),
            all.values().toArray());
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
