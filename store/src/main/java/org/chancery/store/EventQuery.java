package org.chancery.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/**
 * A question to the record's event rows; a null part asks for anything.
 *
 * @param actor code or its beginning ({@code FRA}, {@code FRA GOV}) or words of the text
 * @param recipient the same for the other side
 * @param from first ISO day, inclusive
 * @param to last ISO day, inclusive
 * @param country ISO 3166-1 alpha-3 code of the place
 */
public record EventQuery(
    @Nullable String document,
    @Nullable String type,
    @Nullable String actor,
    @Nullable String recipient,
    @Nullable String from,
    @Nullable String to,
    @Nullable String country,
    @Nullable String modality,
    int limit) {

  /** What {@link #row} reads: not what rows are only looked for by, which is long. */
  static final String COLUMNS = "* EXCLUDE (words, actor_heads, recipient_heads)";

  static final String ROWS = "SELECT " + COLUMNS + " FROM event_rows";

  /** All events of one document. */
  public static EventQuery ofDocument(String id) {
    return new EventQuery(id, null, null, null, null, null, null, null, Integer.MAX_VALUE);
  }

  /**
   * The rows in the order of date, document and text; of one document, in the order of its text.
   */
  public List<EventRow> run(RecordStore store) {
    return run(store, null);
  }

  /**
   * The same, of one origin: {@code chancery}, a system such as {@code gdelt}, or {@code all}; null
   * keeps to the record's own where it has any.
   */
  public List<EventRow> run(RecordStore store, @Nullable String origin) {
    Conditions conditions = new Conditions();
    conditions.equal("document", document);
    conditions.equal("type", type == null ? null : type.toUpperCase(Locale.ROOT));
    conditions.side("actor", actor);
    conditions.side("recipient", recipient);
    conditions.from(from);
    conditions.to(to);
    conditions.equal("place_country", country);
    conditions.equal("modality", modality);
    if (origin != null && !origin.equals("all")) {
      conditions.equal("origin", origin);
    } else if (origin == null && document == null) {
      conditions.and(EventFilter.ONE_ORIGIN);
    }
    String sql =
        ROWS
            + " WHERE "
            + conditions.sql()
            + (document == null
                ? " ORDER BY first_day NULLS LAST, document, position"
                : " ORDER BY position")
            + " LIMIT "
            + limit;
    try (PreparedStatement query = store.connection().prepareStatement(store.known(sql))) {
      conditions.set(query);
      List<EventRow> rows = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  /** The row that a result of {@code event_rows} stands at. */
  public static EventRow row(ResultSet r) throws SQLException {
    return new EventRow(
        r.getString("document"),
        r.getString("publisher"),
        r.getString("published"),
        r.getString("id"),
        r.getString("type"),
        r.getString("mode"),
        r.getString("cameo"),
        r.getInt("quad_class"),
        r.getDouble("goldstein"),
        r.getString("modality"),
        strings(r.getArray("actors")),
        strings(r.getArray("actor_texts")),
        strings(r.getArray("recipients")),
        strings(r.getArray("recipient_texts")),
        r.getString("trigger"),
        r.getString("date"),
        r.getString("place"),
        r.getString("place_country"),
        number(r, "lat"),
        number(r, "lon"),
        r.getString("said_by"),
        r.getDouble("confidence"),
        r.getString("coded_by"),
        r.getString("review"),
        r.getString("origin"));
  }

  private static @Nullable Double number(ResultSet r, String column) throws SQLException {
    double value = r.getDouble(column);
    return r.wasNull() ? null : value;
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> values = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      values.add(String.valueOf(value));
    }
    return values;
  }
}
