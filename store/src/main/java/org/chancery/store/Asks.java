package org.chancery.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests and offers of one party to another, newest first, and what became of them. The rule: an
 * event of type REQUEST, or an event of any type that is only offered, asks. The first later event
 * of the other side towards the asker, on the same day or within {@link Relation#ANSWER_DAYS} days,
 * that is said to have happened, answers: REJECT refuses; AGREE, CONCEDE, SUPPORT, CONSULT, AID,
 * COOPERATE and RETREAT grant. It is the first that fits, whatever it was about: the record does
 * not say what a request was for, so an answer is a hint to read the two sentences.
 */
final class Asks {
  private static final int MOST = 100;
  private static final String ANSWERS =
      "'AGREE', 'CONCEDE', 'SUPPORT', 'CONSULT', 'AID', 'COOPERATE', 'RETREAT', 'REJECT'";
  private static final String ASKS =
      "NOT \"symmetric\" AND first_day IS NOT NULL AND (type = 'REQUEST' AND modality IN"
          + " ('happened', 'ongoing') OR modality = 'offered')";
  private static final String ANSWERING =
      "modality IN ('happened', 'ongoing') AND type IN (" + ANSWERS + ") AND first_day = last_day";

  /**
   * Where the newest of what asks stands in the record, and what is told on the days that answer.
   */
  private static final String PLACES =
      """
      WITH asks AS (SELECT nth, first_day AS day FROM %1$s WHERE %2$s AND %5$s
        QUALIFY rank() OVER (ORDER BY first_day DESC) <= %3$d),
      answers AS (SELECT nth, first_day AS day FROM %1$s WHERE %4$s AND %6$s),
      answering AS (SELECT DISTINCT days.day FROM (SELECT DISTINCT day FROM asks) asked
        ASOF JOIN (SELECT DISTINCT day FROM answers) days ON asked.day <= days.day)
      SELECT nth FROM asks UNION ALL SELECT nth FROM answers SEMI JOIN answering USING (day)
      """;

  private static final String SQL =
      """
      WITH asks AS (SELECT id, first_day, type, modality, "trigger" AS words FROM %1$s WHERE %2$s
        AND %5$s ORDER BY first_day DESC, id DESC LIMIT %3$d),
      answers AS (SELECT first_day, arg_min(id, id) AS id, arg_min(type, id) AS type FROM %1$s WHERE %4$s
        AND %6$s AND first_day >= (SELECT min(first_day) FROM asks) GROUP BY first_day),
      newest AS (SELECT coalesce(try_cast((SELECT max(left(published, 10)) FROM documents) AS DATE),
        (SELECT max(first_day) FROM event_rows)) AS day)
      SELECT asks.*, answers.id AS answer, answers.type AS answer_type, answers.first_day AS answer_day,
        answers.first_day - asks.first_day AS days, newest.day - asks.first_day AS age
      FROM asks ASOF LEFT JOIN answers ON asks.first_day <= answers.first_day, newest
      ORDER BY asks.first_day DESC, asks.id DESC
      """;

  private Asks() {}

  static List<Relation.Ask> of(Questions ask, Pair pair) {
    Conditions there = pair.there();
    Conditions back = pair.back();
    List<Object> values = new ArrayList<>(there.values());
    values.addAll(back.values());
    String rows =
        pair.with(
            "id, type, modality, first_day, last_day, actor_heads, recipient_heads, \"symmetric\","
                + " \"trigger\"",
            PLACES.formatted(
                pair.rows("type, modality, last_day, " + Pair.SIDES),
                there.sql(),
                MOST,
                back.sql(),
                ASKS,
                ANSWERING),
            values);
    List<Relation.Ask> asks = new ArrayList<>();
    for (Questions.Answer row :
        ask.ask(
            SQL.formatted(rows, there.sql(), MOST, back.sql(), ASKS, ANSWERING),
            values.toArray())) {
      boolean answered =
          !row.text("answer").isEmpty() && row.number("days") <= Relation.ANSWER_DAYS;
      asks.add(
          new Relation.Ask(
              row.text("id"),
              row.text("first_day"),
              row.text("type"),
              row.text("modality"),
              row.text("words"),
              answered
                  ? row.text("answer_type").equals("REJECT") ? "refused" : "granted"
                  : row.number("age") <= Relation.ANSWER_DAYS ? "open" : "unanswered",
              given(row, "answer", answered),
              given(row, "answer_type", answered),
              given(row, "answer_day", answered)));
    }
    return asks;
  }

  private static @Nullable String given(Questions.Answer row, String column, boolean answered) {
    return answered ? row.text(column) : null;
  }
}
