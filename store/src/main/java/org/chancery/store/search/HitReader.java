package org.chancery.store.search;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;
import org.chancery.store.Cut;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/** Reads from the record what the index does not hold: the rows and words of what was found. */
final class HitReader {
  private static final String CHOSEN =
      "WITH chosen AS (SELECT unnest(?) AS document, unnest(?) AS id), texts AS (SELECT id, title,"
          + " publisher, published, "
          + Cut.WIDE
          + " AS wide FROM documents WHERE id IN (SELECT"
          + " document FROM chosen)) ";
  private static final String DOCUMENTS =
      "WITH chosen AS (SELECT unnest(?) AS document, unnest(?) AS id) SELECT id, id AS document,"
          + " title, publisher, published, text AS words FROM documents WHERE id IN (SELECT document"
          + " FROM chosen)";
  private static final String EVENTS =
      CHOSEN
          + "SELECT r.* EXCLUDE (words), "
          + Cut.words("t.wide", "m.sentence_begin", "m.sentence_end")
          + " AS words FROM event_rows r JOIN event_mentions m ON m.document = r.document AND m.id ="
          + " r.id JOIN texts t ON t.id = r.document WHERE r.document IN (SELECT document FROM"
          + " chosen) AND r.id IN (SELECT id FROM chosen)";
  private static final String STATEMENTS =
      CHOSEN
          + "SELECT s.document, s.id, s.issue, s.stance, s.act, t.title, t.publisher, t.published,"
          + " CASE WHEN s.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed')"
          + " END AS said_by, "
          + Cut.words("t.wide", "s.span_begin", "s.span_end")
          + " AS words FROM statements s JOIN texts t ON t.id = s.document LEFT JOIN attributions a ON"
          + " a.document = s.document AND a.id = s.attribution WHERE s.document IN (SELECT document"
          + " FROM chosen) AND s.id IN (SELECT id FROM chosen)";

  private final RecordStore store;

  HitReader(RecordStore store) {
    this.store = store;
  }

  /** Where something is in the record. */
  record Key(In in, String document, String id) {}

  /** Hits without marks and score, by key; what the record no longer has is left out. */
  synchronized Map<Key, Hit> read(List<Key> keys) {
    Map<Key, Hit> hits = new HashMap<>();
    for (In in : In.values()) {
      List<Key> some = keys.stream().filter(key -> key.in == in).toList();
      if (!some.isEmpty()) {
        read(in, some, hits);
      }
    }
    return hits;
  }

  private void read(In in, List<Key> keys, Map<Key, Hit> hits) {
    String sql =
        switch (in) {
          case DOCUMENTS -> DOCUMENTS;
          case EVENTS -> EVENTS;
          case STATEMENTS -> STATEMENTS;
        };
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      Object[] documents = keys.stream().map(Key::document).toArray();
      Object[] ids = keys.stream().map(Key::id).toArray();
      query.setArray(1, store.connection().createArrayOf("VARCHAR", documents));
      query.setArray(2, store.connection().createArrayOf("VARCHAR", ids));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Hit hit = hit(in, rows);
          hits.put(new Key(in, hit.document(), hit.id()), hit);
        }
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  private static Hit hit(In in, ResultSet row) throws SQLException {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    String published = row.getString("published");
    String date =
        published == null ? null : published.substring(0, Math.min(10, published.length()));
    if (in == In.EVENTS) {
      EventRow event = EventQuery.row(row);
      date = event.date();
      about.put("type", event.type());
      about.put("modality", event.modality());
      about.put("actors", event.actors());
      about.put("recipients", event.recipients());
      about.put("place", event.place());
      about.put("said_by", event.saidBy());
    } else if (in == In.STATEMENTS) {
      for (String name : List.of("issue", "stance", "act", "said_by")) {
        about.put(name, row.getString(name));
      }
    }
    return new Hit(
        in,
        row.getString("document"),
        row.getString("id"),
        row.getString("title"),
        row.getString("publisher"),
        date,
        about,
        row.getString("words"),
        List.of(),
        0);
  }
}
