package org.chancery.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The events of two countries or groups, whoever acts, of one origin: read from the record once,
 * into a table that lasts as long as this, so that what is asked of a pair ({@link Relation},
 * {@link Engagement}) reads some thousand rows and not all.
 */
public final class Pair implements AutoCloseable {
  private static final AtomicLong NUMBER = new AtomicLong();

  final RecordStore store;
  final String from;
  final String to;
  final String rows = "pair_" + NUMBER.incrementAndGet();
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
    Conditions all = new Conditions();
    all.between(from, to);
    all.from(first);
    all.and(EventFilter.ONE_ORIGIN);
    new LinkAsk(store.connection())
        .change(
            "CREATE TEMP TABLE "
                + pair.rows
                + " AS SELECT id, document, publisher, type, quad_class, goldstein, modality, review,"
                + " first_day, last_day, actor_heads, recipient_heads, \"symmetric\", \"trigger\", place,"
                + " place_country FROM event_rows WHERE "
                + Conditions.found(all.sql()),
            all.values().toArray());
    return pair;
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

  private static Conditions within(@Nullable String last) {
    Conditions conditions = new Conditions();
    conditions.to(last);
    return conditions;
  }

  @Override
  public void close() {
    new LinkAsk(store.connection()).execute("DROP TABLE " + rows);
  }
}
