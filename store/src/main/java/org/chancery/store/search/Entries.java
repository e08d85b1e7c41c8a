package org.chancery.store.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;
import org.chancery.store.Cut;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/** Makes the entries of a batch of reports: one a report, an event mention, a statement. */
final class Entries {
  private static final String TEXTS =
      "WITH texts AS (SELECT id, publisher, published, "
          + Cut.WIDE
          + " AS wide FROM documents WHERE"
          + " id IN (SELECT id FROM search_batch)) ";
  private static final String EVENTS =
      TEXTS
          + "SELECT r.*, "
          + Cut.words("t.wide", "m.sentence_begin", "m.sentence_end")
          + " AS sentence FROM {event_rows} r JOIN {event_mentions} m ON m.document = r.document AND"
          + " m.id = r.id JOIN texts t ON t.id = r.document WHERE r.review IS NULL OR r.review <>"
          + " 'reject'";
  private static final String STATEMENTS =
      TEXTS
          + "SELECT s.document, s.id, s.issue, s.stance, s.act, t.publisher, t.published,"
          + " coalesce(a.source, s.attribution) AS said_by, m.actor, m.name, m.country, "
          + Cut.words("t.wide", "s.span_begin", "s.span_end")
          + " AS words FROM {statements} s JOIN texts t ON t.id = s.document LEFT JOIN {attributions} a ON"
          + " a.document = s.document AND a.id = s.attribution LEFT JOIN {actor_mentions} m ON"
          + " m.document = s.document AND m.id = a.source_actor";
  private static final String DOCUMENTS =
      "SELECT d.id, d.title, d.publisher, d.published, d.text, b.state FROM documents d JOIN"
          + " search_batch b ON b.id = d.id";

  private static final Pattern TABLE = Pattern.compile("\\{([a-z_]+)}");

  private final RecordStore store;
  private final IndexWriter writer;

  /** What the entry of a report takes over from those of its events. */
  private final Map<String, Document> reports = new HashMap<>();

  Entries(RecordStore store, IndexWriter writer) {
    this.store = store;
    this.writer = writer;
  }

  private interface Row {
    void read(ResultSet row) throws SQLException, IOException;
  }

  /** Adds the entries of the reports in the table {@code search_batch}. */
  void add() throws SQLException, IOException {
    reports.clear();
    each(EVENTS, this::event);
    each(STATEMENTS, this::statement);
    each(DOCUMENTS, this::report);
  }

  /**
   * Of a table in braces the rows of the batch are read, found between the first and the last of
   * them: reports that landed together lie together.
   */
  private void each(String sql, Row read) throws SQLException, IOException {
    try (Statement statement = store.connection().createStatement();
        ResultSet rows = statement.executeQuery(within(sql))) {
      while (rows.next()) {
        read.read(rows);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String within(String sql) throws SQLException {
    StringBuilder within = new StringBuilder();
    Matcher table = TABLE.matcher(sql);
    try (Statement statement = store.connection().createStatement()) {
      while (table.find()) {
        String ofBatch =
            " FROM " + table.group(1) + " WHERE document IN (SELECT id FROM search_batch)";
        try (ResultSet range =
            statement.executeQuery(
                "SELECT coalesce(min(rowid), 0), coalesce(max(rowid), 0)" + ofBatch)) {
          range.next();
          table.appendReplacement(
              within,
              "(SELECT *"
                  + ofBatch
                  + " AND rowid BETWEEN "
                  + range.getLong(1)
                  + " AND "
                  + range.getLong(2)
                  + ")");
        }
      }
    }
    return table.appendTail(within).toString();
  }

  private void event(ResultSet row) throws SQLException, IOException {
    EventRow event = EventQuery.row(row);
    Document entry = entry(In.EVENTS, event.document(), event.id(), event.date());
    Document report = reports.computeIfAbsent(event.document(), id -> new Document());
    outlet(entry, event.publisher(), event.published());
    text(entry, "text", row.getString("sentence"));
    for (Document one : List.of(entry, report)) {
      whole(one, "type", event.type());
      whole(one, "modality", event.modality());
      whole(one, "quad", String.valueOf(event.quadClass()));
      whole(one, "country", event.placeCountry());
      text(one, "place", event.place());
      text(one, "said_by", event.saidBy());
      side(one, "actor", event.actors());
      side(one, "actor", event.actorTexts());
      side(one, "recipient", event.recipients());
      side(one, "recipient", event.recipientTexts());
    }
    writer.addDocument(entry);
  }

  private void statement(ResultSet row) throws SQLException, IOException {
    String document = row.getString("document");
    String published = row.getString("published");
    Document entry = entry(In.STATEMENTS, document, row.getString("id"), day(published));
    outlet(entry, row.getString("publisher"), published);
    text(entry, "text", row.getString("words"));
    text(entry, "issue", row.getString("issue"));
    whole(entry, "stance", row.getString("stance"));
    whole(entry, "act", row.getString("act"));
    text(entry, "said_by", row.getString("said_by"));
    for (String name : List.of("said_by", "actor", "name", "country")) {
      text(entry, "actor", row.getString(name));
      text(entry, "party", row.getString(name));
    }
    writer.addDocument(entry);
  }

  private void report(ResultSet row) throws SQLException, IOException {
    String id = row.getString("id");
    String published = row.getString("published");
    Document entry = entry(In.DOCUMENTS, id, id, day(published));
    outlet(entry, row.getString("publisher"), published);
    text(entry, "title", row.getString("title"));
    text(entry, "text", row.getString("text"));
    entry.add(new StringField(Fields.STATE, state(id, row.getString("state")), Field.Store.NO));
    Document events = reports.get(id);
    if (events != null) {
      events.getFields().forEach(entry::add);
    }
    writer.addDocument(entry);
  }

  /** The term that says that a report's entries are of this state. */
  static String state(String id, String digest) {
    return Fields.key(id) + " " + digest;
  }

  private static Document entry(In in, String document, String id, @Nullable String date) {
    Document entry = new Document();
    entry.add(new StringField(Fields.IN, in.key(), Field.Store.YES));
    entry.add(new StringField(Fields.REPORT, Fields.key(document), Field.Store.NO));
    entry.add(new StringField(Fields.DOCUMENT, Fields.whole(document), Field.Store.NO));
    entry.add(new StoredField("of", document));
    entry.add(new StoredField(Fields.ID, id));
    String day = date == null ? "" : Fields.key(date);
    whole(entry, "date", day);
    entry.add(new SortedDocValuesField(Fields.SORT_DATE, new BytesRef(day.replace('\n', ' '))));
    String key = in.key() + " " + Fields.key(document) + " " + Fields.key(id);
    entry.add(new SortedDocValuesField(Fields.SORT_KEY, new BytesRef(key.replace('\n', ' '))));
    return entry;
  }

  private static void outlet(
      Document entry, @Nullable String publisher, @Nullable String published) {
    text(entry, "publisher", publisher);
    whole(entry, "outlet", publisher);
    whole(entry, "published", published);
  }

  private static void side(Document entry, String name, List<String> values) {
    for (String value : values) {
      text(entry, name, value);
      text(entry, "party", value);
    }
  }

  private static void text(Document entry, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      entry.add(new TextField(name, value, Field.Store.NO));
    }
  }

  private static void whole(Document entry, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      entry.add(new StringField(name, Fields.whole(value), Field.Store.NO));
    }
  }

  private static @Nullable String day(@Nullable String published) {
    return published == null ? null : published.substring(0, Math.min(10, published.length()));
  }
}
