package org.chancery.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two countries or groups whose events, of one origin, are asked for by {@link Relation} and {@link
 * Engagement}. The rows of a pair with few events are found once, by the two columns of heads, and
 * of no other rows is anything read then; those of a pair with many lie all over the record, which
 * is read through as fast.
 */
public final class Pair {
  private static final int FEW = 5_000;

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
    pair.find(first);
    return pair;
  }

  private void find(@Nullable String first) {
    Questions ask = new Questions(store);
    Conditions found = new Conditions();
    found.between(from, to);
    found.from(first);
    found.equal("origin", ask.ask("SELECT " + EventFilter.OWN_OR_FIRST + " AS o").get(0).text("o"));
    List<Questions.Answer> rows =
        ask.ask(
            "SELECT rowid AS r FROM event_rows WHERE " + found.sql() + " LIMIT " + (FEW + 1),
            found.values().toArray());
    if (rows.size() > FEW) {
      all.and(found.sql(), found.values().toArray());
    } else {
      all.and(
          "rowid IN (SELECT unnest(string_split(?, ' '))::BIGINT)",
          rows.isEmpty()
              ? "-1"
              : rows.stream().map(row -> row.text("r")).collect(Collectors.joining(" ")));
    }
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

  /** Conditions on {@code event_rows} that keep to the pair. */
  private Conditions within(@Nullable String to) {
    Conditions conditions = new Conditions();
    conditions.and(all.sql(), all.values().toArray());
    conditions.to(to);
    return conditions;
  }
}
