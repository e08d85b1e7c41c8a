package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/** A report in the record with where its events' evidence stands. */
public record StoredDocument(
    String id,
    @Nullable String url,
    @Nullable String publisher,
    @Nullable String published,
    @Nullable String title,
    String text,
    String status,
    @Nullable String reason,
    List<Evidence> evidence) {
  private static final String EVIDENCE =
      "SELECT 't', trigger_begin, trigger_end FROM event_mentions WHERE document = ? UNION ALL "
          + "SELECT left(side, 1), span_begin, span_end FROM participants WHERE document = ? UNION ALL "
          + "SELECT 'f', span_begin, span_end FROM framings WHERE document = ? UNION ALL "
          + "SELECT 'n', span_begin, span_end FROM figures WHERE document = ? UNION ALL "
          + "SELECT 's', s[1], s[2] FROM (SELECT unnest(list_transform(range(1, len(source_spans), 2), i -> [source_spans[i], source_spans[i + 1]])) AS s FROM attributions WHERE document = ?) UNION ALL "
          + "SELECT 'c', s[1], s[2] FROM (SELECT unnest(list_transform(range(1, len(cue_spans), 2), i -> [cue_spans[i], cue_spans[i + 1]])) AS s FROM attributions WHERE document = ?) UNION ALL "
          + "SELECT 'q', s[1], s[2] FROM (SELECT unnest(list_transform(range(1, len(content_spans), 2), i -> [content_spans[i], content_spans[i + 1]])) AS s FROM attributions WHERE document = ?) "
          + "ORDER BY 2, 3, 1";

  /** Copies the list. */
  public StoredDocument {
    evidence = List.copyOf(evidence);
  }

  /**
   * A span that the record holds: {@code a} actor, {@code r} recipient, {@code t} trigger of an
   * event; {@code s} source, {@code c} cue, {@code q} content of an attribution; {@code f} framing;
   * {@code n} figure.
   */
  public record Evidence(char role, int begin, int end) {}

  /** The ids of all reports, in order. */
  public static List<String> ids(RecordStore store) {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement query =
            store.connection().prepareStatement("SELECT id FROM documents ORDER BY id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  /** The report of an id, or null. */
  public static @Nullable StoredDocument find(RecordStore store, String id) {
    try (PreparedStatement query =
            store
                .connection()
                .prepareStatement(
                    "SELECT url, publisher, published, title, text, status, reason FROM documents WHERE id = ?");
        PreparedStatement evidence = store.connection().prepareStatement(EVIDENCE)) {
      query.setString(1, id);
      for (int i = 1; i <= 7; i++) {
        evidence.setString(i, id);
      }
      try (ResultSet row = query.executeQuery();
          ResultSet spans = evidence.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        List<Evidence> all = new ArrayList<>();
        while (spans.next()) {
          all.add(new Evidence(spans.getString(1).charAt(0), spans.getInt(2), spans.getInt(3)));
        }
        return new StoredDocument(
            id,
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            all);
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }
}
