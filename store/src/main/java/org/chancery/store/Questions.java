package org.chancery.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/** What pages and the API ask of a record beside its events: counts, series, spans, pairs. */
public final class Questions {
  /** No answer has more rows than this. */
  public static final int MOST = 5_000;

  /** Points are told by month for at most so many months, else by year. */
  public static final int MONTHS = 36;

  /** Codes of kinds of party of no country, which are no counterpart in a pair. */
  public static final String KINDS =
      "'', 'UNK', 'AGR', 'BUS', 'COP', 'CRM', 'CVL', 'EDU', 'ELI', 'EUR', 'GOV', 'IGO', 'IMG', 'ISM', 'JRN', 'JUD', 'LAB', 'LEG', 'MED', 'MIL', 'MNC', 'NGO', 'OPP', 'PRE', 'PRM', 'PTY', 'REB', 'REF', 'REL', 'SOC', 'SPY', 'UAF', 'UNO'";

  /** Characters before and after a sentence that are shown with it. */
  private static final int AROUND = 400;

  private final RecordStore store;

  /** Asks this record. */
  public Questions(RecordStore store) {
    this.store = store;
  }

  /** A row of an answer: values by column, in the order of the question. */
  public record Answer(Map<String, @Nullable Object> values) {
    /** A value as text; empty when there is none. */
    public String text(String column) {
      Object value = values.get(column);
      return value == null ? "" : String.valueOf(value);
    }

    /** A whole number; 0 when there is none. */
    public long number(String column) {
      return values.get(column) instanceof Number number ? number.longValue() : 0;
    }
  }

  /** How many documents by outcome, event mentions, events, figures, framings, attributions. */
  public List<Answer> counts() {
    return ask(
        "SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM event_rows WHERE"
            + " origin = 'chancery' AND "
            + Conditions.NOT_REJECTED
            + ") AS events, (SELECT"
            + " count(*) FROM imported_events) AS imported, (SELECT count(*) FROM attributions) AS"
            + " attributions, (SELECT count(*) FROM statements) AS statements, (SELECT count(*) FROM"
            + " figures) AS figures, (SELECT count(*) FROM framings) AS framings, (SELECT count(*) FROM"
            + " rejects) AS rejects, (SELECT count(*) FROM reviews) AS reviews");
  }

  /** The last runs, newest first. */
  public List<Answer> runs() {
    return ask(
        "SELECT strftime(began, '%Y-%m-%d %H:%M') AS began, engine, codebook_hash, coded, skipped, failed, rejected, unchanged FROM runs"
            + " ORDER BY runs.began DESC LIMIT 10");
  }

  /** Inputs that could not be read. */
  public List<Answer> rejects() {
    return ask("SELECT origin, reason, detail FROM rejects ORDER BY origin LIMIT 100");
  }

  /** The files that were read from other systems, with their counts. */
  public List<Answer> imported() {
    return ask(
        "SELECT origin, layout, file, strftime(read_at, '%Y-%m-%d %H:%M') AS read, lines, landed,"
            + " already, differing, rejected, repaired FROM imported_files ORDER BY origin, file,"
            + " layout LIMIT 200");
  }

  /** Events a month by quad class, with the mean and sum of Goldstein values. */
  public List<Answer> months(EventFilter asked) {
    EventFilter filter = asked.once(store);
    // counted by number first: a month written out for each row costs more than the rest
    return ask(
        "SELECT printf('%04d-%02d', m // 12, m % 12 + 1) AS month, quad, events, round(total / events,"
            + " 2) AS goldstein, round(total, 1) AS goldstein_sum FROM (SELECT year(first_day) * 12 +"
            + " month(first_day) - 1 AS m, quad_class AS quad, count(*) AS events, sum(goldstein) AS"
            + " total FROM event_rows WHERE "
            + filter.where()
            + " AND last_day - first_day <= 31 GROUP BY ALL) ORDER BY 1, 2",
        filter.values().toArray());
  }

  /** The pairs of countries or groups with most events. */
  public List<Answer> pairs(EventFilter asked, int most) {
    EventFilter filter = asked.once(store);
    // by whole sides first, of which there are few: only those are taken apart
    return ask(
        "WITH sides AS (SELECT actor_heads, recipient_heads, count(*) AS events, sum(goldstein) AS"
            + " total, count_if(quad_class <= 2) AS cooperation FROM event_rows WHERE "
            + filter.where()
            + " AND actor_heads <> '' AND recipient_heads <> '' GROUP BY ALL), pairs AS (SELECT"
            + " unnest(string_split(trim(recipient_heads), ' ')) AS b, * FROM (SELECT"
            + " unnest(string_split(trim(actor_heads), ' ')) AS a, * FROM sides)) SELECT a, b,"
            + " sum(events)::BIGINT AS events, round(sum(total) / sum(events), 2) AS goldstein,"
            + " sum(cooperation)::BIGINT AS cooperation, sum(events - cooperation)::BIGINT AS conflict"
            + " FROM pairs WHERE a <> b AND a NOT IN ("
            + KINDS
            + ") AND b NOT IN ("
            + KINDS
            + ") GROUP BY a, b ORDER BY events DESC, a, b LIMIT "
            + Math.min(most, MOST),
        filter.values().toArray());
  }

  /**
   * Places by quad class and period: how many events, and the newest of them. A period is a month,
   * or a year where the events are of more than {@value #MONTHS} months. Places with most events
   * come first, and {@code events_of_all} says how many events with a place there are altogether.
   */
  public List<Answer> points(EventFilter asked) {
    EventFilter filter = asked.once(store);
    // by month first, whatever the period: so no row is kept, and few are counted again
    return ask(
        "WITH months AS (SELECT lat, lon, place_precision AS precision, quad_class AS quad,"
            + " (year(first_day) * 12 + month(first_day) - 1)::INTEGER AS m, any_value(place) AS place,"
            + " any_value(place_country) AS country, count(*) AS events, max(first_day) AS day,"
            + " arg_max({'id': id, 'type': type, 'date': date}, coalesce(first_day, DATE '0001-01-01'))"
            + " AS newest FROM event_rows WHERE "
            + filter.where()
            + " AND lat IS NOT NULL GROUP BY ALL), span AS (SELECT max(m) - min(m) >= "
            + MONTHS
            + " AS long FROM months), periods AS (SELECT lat, lon, precision, quad, CASE WHEN long THEN"
            + " m // 12 * 12 ELSE m END AS p, any_value(place) AS place, any_value(country) AS country,"
            + " sum(events)::BIGINT AS events, arg_max(newest, coalesce(day, DATE '0001-01-01')) AS"
            + " newest FROM months, span GROUP BY lat, lon, precision, quad, p) SELECT place, country,"
            + " lat, lon, precision, quad, CASE WHEN (SELECT long FROM span) THEN printf('%04d', p // 12)"
            + " ELSE printf('%04d-%02d', p // 12, p % 12 + 1) END AS period, events, newest.id AS id,"
            + " newest.type AS type, newest.date AS date, sum(events) OVER ()::BIGINT AS events_of_all"
            + " FROM periods ORDER BY sum(events) OVER (PARTITION BY lat, lon) DESC, lat, lon, precision,"
            + " quad, p DESC NULLS LAST LIMIT "
            + MOST,
        filter.values().toArray());
  }

  /** One event mention with its sentence, the words before and after it, and how it was coded. */
  public List<Answer> mention(String id) {
    List<Answer> row = ask("SELECT document FROM event_rows WHERE id = ? LIMIT 1", id);
    if (row.isEmpty()) {
      return row;
    }
    String document = row.get(0).text("document");
    // each table by its own index: a join on columns would read the whole record, and so would two
    // plain conditions, of which DuckDB looks up neither
    return ask(
        "WITH r AS MATERIALIZED (SELECT * EXCLUDE (first_day, last_day, actor_heads, recipient_heads,"
            + " words) FROM event_rows WHERE id = ? LIMIT 1), m AS MATERIALIZED (SELECT * FROM"
            + " event_mentions WHERE document = ? AND id || '' = ?), d AS MATERIALIZED (SELECT "
            + Cut.WIDE
            + " AS wide FROM documents WHERE id = ?)"
            + " SELECT r.*, m.contexts, m.within, m.trigger_begin, m.trigger_end, m.sentence_begin,"
            + " m.sentence_end, "
            + Cut.words(
                "d.wide", "greatest(0, m.sentence_begin - " + AROUND + ")", "m.sentence_begin")
            + " AS before, "
            + Cut.words("d.wide", "m.sentence_begin", "m.sentence_end")
            + " AS sentence, "
            + Cut.words("d.wide", "m.sentence_end", "(m.sentence_end + " + AROUND + ")")
            + " AS after FROM r, m, d LIMIT 1",
        id,
        document,
        id,
        document);
  }

  /** An event read from another system: its file and line, and its row as it was given. */
  public List<Answer> imported(String id) {
    return ask(
        "SELECT i.origin, i.origin_file, i.line, i.contexts, i.document, string_split(i.original,"
            + " chr(9)) AS cells, (SELECT any_value(f.columns) FROM imported_files f WHERE f.layout ="
            + " i.origin) AS columns FROM imported_events i WHERE i.id = ? LIMIT 1",
        id);
  }

  /** The mentions of an event as its system counts them, newest first. */
  public List<Answer> importedMentions(String id) {
    return ask(
        "SELECT published, publisher, address, round(confidence, 2) AS confidence, origin_file AS file,"
            + " line FROM imported_mentions WHERE event = ? ORDER BY 1 DESC, 3 LIMIT 100",
        id);
  }

  /** The spans of the layers of a document: what, where, and what it became. */
  public List<Answer> spans(String document) {
    return ask(
        "SELECT 'actor' AS layer, span_begin AS b, span_end AS e, coalesce(name, 'not resolved') AS note, actor AS link FROM actor_mentions WHERE document = ?1"
            + " UNION ALL SELECT 'place', span_begin, span_end, name || coalesce(' (' || country || ')', ''), NULL FROM place_mentions WHERE document = ?1"
            + " UNION ALL SELECT 'time', span_begin, span_end, value, NULL FROM time_mentions WHERE document = ?1"
            + " UNION ALL SELECT 'event', trigger_begin, trigger_end, type || ' ' || modality, id FROM event_mentions WHERE document = ?1"
            + " UNION ALL SELECT 'figure', span_begin, span_end, counts || ' ' || coalesce(low::VARCHAR, '') || '-' || coalesce(high::VARCHAR, ''), NULL FROM figures WHERE document = ?1"
            + " UNION ALL SELECT 'framing', span_begin, span_end, term, NULL FROM framings WHERE document = ?1"
            + " UNION ALL SELECT 'said', s[1], s[2], 'said by ' || coalesce(source, 'unnamed'), NULL FROM (SELECT source, unnest(list_transform(range(1, len(content_spans), 2), i -> [content_spans[i], content_spans[i + 1]])) AS s FROM attributions WHERE document = ?1)"
            + " ORDER BY 2, 3, 1",
        document);
  }

  /** Runs a question of this package; values stand for its question marks. */
  List<Answer> ask(String sql, Object... given) {
    try (PreparedStatement query = store.connection().prepareStatement(store.known(sql))) {
      for (int i = 0; i < given.length; i++) {
        query.setObject(i + 1, given[i]);
      }
      List<Answer> answers = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        ResultSetMetaData columns = Objects.requireNonNull(result.getMetaData());
        while (result.next()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (int c = 1; c <= columns.getColumnCount(); c++) {
            row.put(columns.getColumnLabel(c), plain(result.getObject(c)));
          }
          answers.add(new Answer(row));
        }
      }
      return answers;
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  /** A value of a row as Java has it: a list for an array. */
  public static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof Array array) {
      List<String> values = new ArrayList<>();
      for (Object item : (Object[]) array.getArray()) {
        values.add(String.valueOf(item));
      }
      return values;
    }
    return value;
  }
}
