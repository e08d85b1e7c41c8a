package org.chancery.store.search;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
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

/**
 * Reads from the record what the index does not hold: the rows and words of what was found. The
 * rows of the reports that were found come by index into tables of their own and are joined there;
 * joined in the record's tables, these would be read whole.
 */
final class HitReader {
  private static final String TEXTS =
      "WITH texts AS (SELECT id, title, publisher, published, "
          + Cut.WIDE
          + " AS wide FROM hit_documents) ";
  private static final String DOCUMENTS =
      "SELECT id, id AS document, title, publisher, published, text AS words FROM hit_documents"
          + " WHERE id IN (SELECT unnest(?))";
  private static final String EVENTS =
      TEXTS
          + "SELECT r.* EXCLUDE (words), "
          + Cut.words("t.wide", "m.sentence_begin", "m.sentence_end")
          + " AS words FROM hit_event_rows r JOIN hit_event_mentions m ON m.document = r.document AND"
          + " m.id = r.id JOIN texts t ON t.id = r.document WHERE r.id IN (SELECT unnest(?))";
  private static final String STATEMENTS =
      TEXTS
          + "SELECT s.document, s.id, s.issue, s.stance, s.act, t.title, t.publisher, t.published,"
          + " CASE WHEN s.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed')"
          + " END AS said_by, "
          + Cut.words("t.wide", "s.span_begin", "s.span_end")
          + " AS words FROM hit_statements s JOIN texts t ON t.id = s.document LEFT JOIN"
          + " hit_attributions a ON a.document = s.document AND a.id = s.attribution WHERE s.id IN"
          + " (SELECT unnest(?))";

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
    List<String> tables =
        switch (in) {
          case DOCUMENTS -> List.of();
          case EVENTS -> List.of("event_rows", "event_mentions");
          case STATEMENTS -> List.of("statements", "attributions");
        };
    List<String> documents = keys.stream().map(Key::document).distinct().toList();
    try {
      found("documents", "id", documents);
      for (String table : tables) {
        found(table, "document", documents);
      }
      try (PreparedStatement query = store.connection().prepareStatement(sql)) {
        Object[] ids = keys.stream().map(Key::id).toArray();
        query.setArray(1, store.connection().createArrayOf("VARCHAR", ids));
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            Hit hit = hit(in, rows);
            hits.put(new Key(in, hit.document(), hit.id()), hit);
          }
        }
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  private void found(String table, String column, List<String> documents) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(documents.size(), "?"));
    try (PreparedStatement make =
        store
            .connection()
            .prepareStatement(
                "CREATE OR REPLACE TEMP TABLE hit_%1$s AS SELECT * FROM %1$s WHERE %2$s IN (%3$s)"
                    .formatted(table, column, marks))) {
      for (int i = 0; i < documents.size(); i++) {
        make.setString(i + 1, documents.get(i));
      }
      make.executeUpdate();
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
