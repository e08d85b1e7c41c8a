package org.chancery.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.jspecify.annotations.Nullable;

/** Reads back what a document says of events: its parties, places and event mentions. */
public final class StoredRecords {
  private final RecordStore store;

  /** Reads from this record. */
  public StoredRecords(RecordStore store) {
    this.store = store;
  }

  /**
   * The record of a document with its parties, places and event mentions, other layers empty; null
   * where there is none. Of a group's members only the ids are known.
   */
  public @Nullable DocumentRecord read(String id) {
    List<Document> documents =
        rows(
            "SELECT url, publisher, published, language, title, text, origin FROM documents WHERE id = ?",
            id,
            r ->
                new Document(
                    id,
                    r.getString(1),
                    r.getString(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getString(6),
                    r.getString(7)));
    if (documents.isEmpty()) {
      return null;
    }
    return new DocumentRecord(
        documents.get(0),
        new Outcome.Coded(),
        rows(
            "SELECT * FROM actor_mentions WHERE document = ? ORDER BY span_begin, span_end, id",
            id,
            StoredRecords::actor),
        rows(
            "SELECT * FROM place_mentions WHERE document = ? ORDER BY span_begin, span_end, id",
            id,
            StoredRecords::place),
        List.of(),
        mentions(id),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Versions("", "", Map.of()));
  }

  private List<EventMention> mentions(String document) {
    record Part(String mention, String side, EventMention.Participant participant) {}
    List<Part> parts =
        rows(
            "SELECT * FROM participants WHERE document = ? ORDER BY position",
            document,
            r ->
                new Part(
                    r.getString("event_mention"),
                    r.getString("side"),
                    new EventMention.Participant(
                        r.getString("actor_mention"),
                        new Span(r.getInt("span_begin"), r.getInt("span_end")),
                        r.getString("text"),
                        r.getString("code"))));
    return rows(
        "SELECT * FROM event_mentions WHERE document = ? ORDER BY position",
        document,
        r -> {
          String id = r.getString("id");
          List<EventMention.Participant> actors = new ArrayList<>();
          List<EventMention.Participant> recipients = new ArrayList<>();
          for (Part part : parts) {
            if (part.mention.equals(id)) {
              (part.side.equals("actor") ? actors : recipients).add(part.participant);
            }
          }
          return mention(r, actors, recipients);
        });
  }

  private static EventMention mention(
      ResultSet r, List<EventMention.Participant> actors, List<EventMention.Participant> recipients)
      throws SQLException {
    return new EventMention(
        r.getString("id"),
        r.getString("type"),
        r.getString("mode"),
        strings(r.getArray("contexts")),
        r.getString("cameo"),
        r.getInt("quad_class"),
        r.getDouble("goldstein"),
        Modality.of(r.getString("modality")),
        actors,
        recipients,
        r.getBoolean("symmetric"),
        new EventMention.Trigger(
            new Span(r.getInt("trigger_begin"), r.getInt("trigger_end")),
            r.getString("trigger_text")),
        new Span(r.getInt("sentence_begin"), r.getInt("sentence_end")),
        time(r),
        r.getString("place"),
        r.getString("attribution"),
        r.getString("within"),
        r.getDouble("confidence"),
        r.getString("coded_by"));
  }

  private static EventMention.@Nullable EventTime time(ResultSet r) throws SQLException {
    String value = r.getString("time_value");
    if (value == null) {
      return null;
    }
    int begin = r.getInt("time_begin");
    Span span = r.wasNull() ? null : new Span(begin, r.getInt("time_end"));
    return new EventMention.EventTime(value, r.getString("time_precision"), span);
  }

  private static ActorMention actor(ResultSet r) throws SQLException {
    String id = r.getString("actor");
    List<Actor> members = new ArrayList<>();
    strings(r.getArray("members"))
        .forEach(member -> members.add(new Actor(member, member, null, List.of(), null)));
    String office = r.getString("office");
    Actor actor =
        id == null
            ? null
            : new Actor(
                id,
                r.getString("name"),
                r.getString("country"),
                strings(r.getArray("sectors")),
                office == null
                    ? null
                    : new Actor.Office(
                        office, r.getString("office_from"), r.getString("office_to")),
                members);
    return new ActorMention(
        r.getString("id"),
        new Span(r.getInt("span_begin"), r.getInt("span_end")),
        r.getString("text"),
        ActorMention.Form.valueOf(r.getString("form").toUpperCase(Locale.ROOT)),
        actor,
        r.getString("antecedent"),
        r.getString("resolved_by"),
        r.getDouble("confidence"));
  }

  private static PlaceMention place(ResultSet r) throws SQLException {
    return new PlaceMention(
        r.getString("id"),
        new Span(r.getInt("span_begin"), r.getInt("span_end")),
        r.getString("text"),
        r.getString("name"),
        r.getString("country"),
        r.getString("admin1"),
        number(r, "lat"),
        number(r, "lon"),
        r.getString("geonameid"),
        r.getString("feature"),
        r.getString("precision"),
        r.getString("resolved_by"),
        r.getDouble("confidence"));
  }

  /** What a row is read as. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(String sql, String value, Reader<T> reader) {
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      query.setString(1, value);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  static @Nullable Double number(ResultSet r, String column) throws SQLException {
    double value = r.getDouble(column);
    return r.wasNull() ? null : value;
  }

  static List<String> strings(@Nullable Array array) throws SQLException {
    List<String> values = new ArrayList<>();
    if (array != null) {
      for (Object value : (Object[]) array.getArray()) {
        values.add(String.valueOf(value));
      }
    }
    return values;
  }
}
