package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.ChanceryException;
import org.chancery.core.Modality;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers say of event mentions. A review never overwrites one: each has the next version of
 * its mention, and the last wins in {@code event_rows}.
 */
public final class Reviews {
  private static final Set<String> VERDICTS = Set.of("accept", "correct", "reject");

  /** The 16 types that a review may correct to. */
  public static final List<String> TYPES =
      List.of(
          "AGREE",
          "CONSULT",
          "SUPPORT",
          "CONCEDE",
          "COOPERATE",
          "AID",
          "RETREAT",
          "REQUEST",
          "ACCUSE",
          "REJECT",
          "THREATEN",
          "PROTEST",
          "SANCTION",
          "MOBILIZE",
          "COERCE",
          "ASSAULT");

  private static final int LONGEST = 2_000;

  /** The quad class of a type, which {@link #TYPES} is in the order of. */
  static int quadClass(String type) {
    int at = TYPES.indexOf(type);
    return at < 4 ? 1 : at < 7 ? 2 : at < 11 ? 3 : 4;
  }

  private Reviews() {}

  /**
   * One review as it is handed in; a null part is not corrected.
   *
   * @param version the mention's number of reviews that the reviewer saw
   */
  public record Review(
      String document,
      String mention,
      String reviewer,
      String verdict,
      String reason,
      int version,
      @Nullable String type,
      @Nullable String modality,
      @Nullable List<String> actors,
      @Nullable List<String> recipients,
      @Nullable String date,
      @Nullable String place,
      @Nullable String saidBy) {}

  /** Thrown where somebody else has reviewed the mention since: the reviewer has to look again. */
  public static final class StaleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleException(int seen, int now) {
      super("the event has " + now + " reviews, you saw " + seen + "; look at the last one first");
    }
  }

  /**
   * Writes a review.
   *
   * @throws IllegalArgumentException where a part is missing or cannot be meant, saying what to
   *     write
   * @throws StaleException where the mention has another number of reviews than was seen
   */
  public static void write(RecordStore store, Review review) {
    check(review);
    List<Questions.Answer> known =
        new Questions(store)
            .ask(
                "SELECT (SELECT count(*) FROM event_mentions WHERE document = ? AND id = ?) + (SELECT"
                    + " count(*) FROM imported_events WHERE document = ? AND id = ?) AS there,"
                    + " (SELECT count(*) FROM reviews WHERE document = ? AND event_mention = ?) AS"
                    + " reviews",
                review.document(),
                review.mention(),
                review.document(),
                review.mention(),
                review.document(),
                review.mention());
    if (known.get(0).number("there") == 0) {
      throw new IllegalArgumentException("the record has no event " + review.mention());
    }
    int now = (int) known.get(0).number("reviews");
    if (now != review.version()) {
      throw new StaleException(review.version(), now);
    }
    try (Statement transaction = store.connection().createStatement()) {
      transaction.execute("BEGIN");
      try {
        insert(store, review, now + 1);
        ReviewedRows.apply(store.connection(), review.document());
        transaction.execute("COMMIT");
      } catch (SQLException e) {
        transaction.execute("ROLLBACK");
        throw e;
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the review was not written: " + e.getMessage(), e);
    }
  }

  private static void insert(RecordStore store, Review review, int version) throws SQLException {
    try (PreparedStatement insert =
        store
            .connection()
            .prepareStatement(
                "INSERT INTO reviews (document, event_mention, reviewer, made_at, verdict, note,"
                    + " version, type, modality, actors, recipients, date, place, said_by) VALUES (?,"
                    + " ?, ?, now()::TIMESTAMP, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      Object[] values = {
        review.document(),
        review.mention(),
        review.reviewer().strip(),
        review.verdict(),
        review.reason().strip(),
        version,
        review.type(),
        review.modality(),
        array(store, review.actors()),
        array(store, review.recipients()),
        review.date(),
        review.place(),
        review.saidBy()
      };
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private static @Nullable Object array(RecordStore store, @Nullable List<String> codes)
      throws SQLException {
    return codes == null ? null : store.connection().createArrayOf("VARCHAR", codes.toArray());
  }

  private static void check(Review review) {
    if (!VERDICTS.contains(review.verdict())) {
      throw new IllegalArgumentException("verdict is accept, correct or reject");
    }
    if (review.reviewer().isBlank() || review.reviewer().length() > 100) {
      throw new IllegalArgumentException("reviewer is a name of at most 100 characters");
    }
    if (review.reason().isBlank() && !review.verdict().equals("accept")) {
      throw new IllegalArgumentException("say why: a reason is needed to correct or reject");
    }
    if (review.reason().length() > LONGEST) {
      throw new IllegalArgumentException("the reason is longer than " + LONGEST + " characters");
    }
    String type = review.type();
    if (type != null && !TYPES.contains(type)) {
      throw new IllegalArgumentException("type is one of the 16 of PLOVER");
    }
    String modality = review.modality();
    if (modality != null) {
      try {
        Modality.of(modality);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("modality '" + modality + "' is none", e);
      }
    }
    String date = review.date();
    if (date != null && !date.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
      throw new IllegalArgumentException("date is a day such as 2024-05-03, or a month or year");
    }
    for (List<String> side : sides(review)) {
      if (side.size() > 20 || side.stream().anyMatch(code -> code.length() > 60)) {
        throw new IllegalArgumentException("a side is at most 20 codes of at most 60 characters");
      }
    }
  }

  private static List<List<String>> sides(Review review) {
    List<List<String>> sides = new ArrayList<>();
    for (List<String> side : java.util.Arrays.asList(review.actors(), review.recipients())) {
      if (side != null) {
        sides.add(side);
      }
    }
    return sides;
  }

  /** All reviews of a mention, oldest first. */
  public static List<Questions.Answer> history(RecordStore store, String mention) {
    return new Questions(store)
        .ask(
            "SELECT version, reviewer, strftime(made_at, '%Y-%m-%d %H:%M') AS made_at, verdict, note,"
                + " type, modality, actors, recipients, date, place, said_by FROM reviews WHERE"
                + " event_mention = ? ORDER BY version",
            mention);
  }

  /** Reviews with the sentence and its marks, for codebook examples. */
  public static List<Questions.Answer> withSentences(RecordStore store) {
    return new Questions(store)
        .ask(
            "SELECT r.event_mention, r.document, r.verdict, r.reviewer, r.note, coalesce(r.type,"
                + " m.type) AS type, coalesce(r.modality, m.modality) AS modality,"
                + " substring(d.text, m.sentence_begin + 1, m.sentence_end - m.sentence_begin) AS"
                + " sentence, m.sentence_begin AS begin, m.trigger_begin, m.trigger_end,"
                + " (SELECT list(p.span_begin || ':' || p.span_end ORDER BY p.position) FROM"
                + " participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side"
                + " = 'actor') AS actor_spans, (SELECT list(p.span_begin || ':' || p.span_end ORDER BY"
                + " p.position) FROM participants p WHERE p.document = m.document AND p.event_mention ="
                + " m.id AND p.side = 'recipient') AS recipient_spans FROM last_reviews r JOIN"
                + " event_mentions m ON m.document = r.document AND m.id = r.event_mention JOIN"
                + " documents d ON d.id = r.document ORDER BY r.document, m.position");
  }

  /**
   * Krippendorff's alpha (nominal; Krippendorff 2004, chapter 11) of the verdicts of different
   * reviewers on the same mentions, each reviewer's last; null where no mention has two reviewers.
   */
  public static @Nullable Double agreement(RecordStore store) {
    Map<String, List<String>> units = new TreeMap<>();
    for (Questions.Answer row :
        new Questions(store)
            .ask(
                "SELECT document || ' ' || event_mention AS unit, verdict || ' ' || coalesce(type,"
                    + " '') AS verdict FROM reviews QUALIFY row_number() OVER (PARTITION BY document,"
                    + " event_mention, reviewer ORDER BY version DESC) = 1")) {
      units.computeIfAbsent(row.text("unit"), k -> new ArrayList<>()).add(row.text("verdict"));
    }
    Map<String, Double> totals = new HashMap<>();
    double observed = 0;
    double all = 0;
    for (List<String> unit : units.values()) {
      if (unit.size() < 2) {
        continue;
      }
      for (int i = 0; i < unit.size(); i++) {
        totals.merge(unit.get(i), 1.0, Double::sum);
        all++;
        for (int j = 0; j < unit.size(); j++) {
          if (i != j && !unit.get(i).equals(unit.get(j))) {
            observed += 1.0 / (unit.size() - 1);
          }
        }
      }
    }
    if (all < 2) {
      return null;
    }
    double expected = 0;
    for (Map.Entry<String, Double> one : totals.entrySet()) {
      for (Map.Entry<String, Double> other : totals.entrySet()) {
        expected +=
            one.getKey().equals(other.getKey()) ? 0 : one.getValue() * other.getValue() / (all - 1);
      }
    }
    return expected == 0 ? 1.0 : 1 - observed / expected;
  }
}
