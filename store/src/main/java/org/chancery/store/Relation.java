package org.chancery.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the record says of a directed pair of countries or groups, from one to the other; every part
 * is asked of the events, nothing of it is stored. The series hold what is said to have happened or
 * to go on, not what was planned, offered, called for, possible or denied.
 *
 * @param months oldest first; months without events are left out
 * @param lastContact the newest day on which the two met, agreed or worked together, either way
 */
public record Relation(
    String from,
    String to,
    List<Month> months,
    List<Change> changes,
    @Nullable EventRow lastContact) {
  /** Days after which a request that nobody answered is no longer open but unanswered. */
  public static final int ANSWER_DAYS = 90;

  static final String REAL = "modality IN ('happened', 'ongoing')";
  static final String CONTACT = "type IN ('CONSULT', 'AGREE', 'COOPERATE')";
  private static final int MOST = 100;

  /** Copies the lists. */
  public Relation {
    months = List.copyOf(months);
    changes = List.copyOf(changes);
  }

  /**
   * One month: its events by quad class (four numbers) and by type, with Goldstein values, -10 to
   * 10.
   */
  public record Month(
      String month, List<Long> quads, Map<String, Long> types, double mean, double sum) {
    /** Copies. */
    public Month {
      quads = List.copyOf(quads);
      types = Map.copyOf(types);
    }
  }

  /** A month in which a new level of the monthly mean of Goldstein values begins. */
  public record Change(String month, double before, double after) {}

  /**
   * A request, or an offer, and what became of it.
   *
   * @param state {@code granted}, {@code refused}, {@code open} or {@code unanswered}
   * @param answer id of the event that answers it
   */
  public record Ask(
      String id,
      String day,
      String type,
      String modality,
      String words,
      String state,
      @Nullable String answer,
      @Nullable String answerType,
      @Nullable String answerDay) {}

  /** The relation of a pair. */
  public static Relation of(Pair pair) {
    Questions ask = new Questions(pair.store);
    String rows = pair.rows("type, modality, quad_class, goldstein, last_day, " + Pair.SIDES);
    List<Month> months = months(ask, pair, rows);
    return new Relation(pair.from, pair.to, months, changes(months), contact(ask, pair, rows));
  }

  /** What the first asked of the second or offered, newest first, and what became of it. */
  public static List<Ask> asks(Pair pair) {
    return Asks.of(new Questions(pair.store), pair);
  }

  private static List<Month> months(Questions ask, Pair pair, String rows) {
    Conditions conditions = pair.there();
    Map<String, long[]> quads = new LinkedHashMap<>();
    Map<String, Map<String, Long>> types = new LinkedHashMap<>();
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (Questions.Answer row :
        ask.ask(
            "SELECT printf('%04d-%02d', m // 12, m % 12 + 1) AS month, * FROM (SELECT year(first_day) *"
                + " 12 + month(first_day) - 1 AS m, type, quad_class AS quad, count(*) AS events,"
                + " sum(goldstein) AS total FROM "
                + rows
                + " WHERE "
                + conditions.sql()
                + " AND "
                + REAL
                + " AND last_day - first_day <= 31 GROUP BY ALL) ORDER BY m, type, quad",
            conditions.values().toArray())) {
      String month = row.text("month");
      long events = row.number("events");
      quads.computeIfAbsent(month, k -> new long[4])[(int) row.number("quad") - 1] += events;
      types
          .computeIfAbsent(month, k -> new LinkedHashMap<>())
          .merge(row.text("type"), events, Long::sum);
      double[] sum = sums.computeIfAbsent(month, k -> new double[2]);
      sum[0] += events;
      sum[1] += Double.parseDouble(row.text("total"));
    }
    List<Month> months = new ArrayList<>();
    quads.forEach(
        (month, counts) -> {
          double[] sum = sums.getOrDefault(month, new double[2]);
          months.add(
              new Month(
                  month,
                  List.of(counts[0], counts[1], counts[2], counts[3]),
                  types.getOrDefault(month, Map.of()),
                  sum[1] / sum[0],
                  sum[1]));
        });
    return months;
  }

  private static List<Change> changes(List<Month> months) {
    double[] means = months.stream().mapToDouble(Month::mean).toArray();
    List<Integer> cuts = ChangePoints.of(means);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      int begin = i == 0 ? 0 : cuts.get(i - 1);
      int end = i + 1 == cuts.size() ? means.length : cuts.get(i + 1);
      changes.add(
          new Change(
              months.get(cuts.get(i)).month(),
              mean(means, begin, cuts.get(i)),
              mean(means, cuts.get(i), end)));
    }
    return changes;
  }

  private static double mean(double[] values, int begin, int end) {
    double sum = 0;
    for (int i = begin; i < end; i++) {
      sum += values[i];
    }
    return sum / (end - begin);
  }

  private static @Nullable EventRow contact(Questions ask, Pair pair, String rows) {
    Conditions conditions = pair.both();
    List<Questions.Answer> newest =
        ask.ask(
            "SELECT document, id FROM event_rows WHERE rowid IN (SELECT nth FROM "
                + rows
                + " WHERE "
                + conditions.sql()
                + " AND "
                + REAL
                + " AND "
                + CONTACT
                + " AND first_day IS NOT NULL QUALIFY rank() OVER (ORDER BY first_day DESC) = 1) ORDER"
                + " BY id LIMIT 1",
            conditions.values().toArray());
    return newest.isEmpty()
        ? null
        : EventQuery.ofDocument(newest.get(0).text("document")).run(pair.store).stream()
            .filter(row -> row.id().equals(newest.get(0).text("id")))
            .findFirst()
            .orElse(null);
  }

  /** What sources count in the reports of what the first does towards the second. */
  public static List<Questions.Answer> figures(Pair pair) {
    Conditions conditions = pair.there();
    return new Questions(pair.store)
        .ask(
            "WITH reports AS (SELECT DISTINCT document FROM "
                + pair.with(
                    "document",
                    "SELECT nth FROM " + pair.rows(Pair.SIDES) + " WHERE " + conditions.sql(),
                    conditions.values())
                + ") SELECT said_by, counts, count(*) AS figures, min(low) AS least, max(coalesce(high,"
                + " low)) AS most, min(left(published, 10)) AS first, max(left(published, 10)) AS last"
                + " FROM figure_rows SEMI JOIN reports USING (document) GROUP BY said_by, counts ORDER BY"
                + " figures DESC, said_by, counts LIMIT "
                + MOST);
  }
}
