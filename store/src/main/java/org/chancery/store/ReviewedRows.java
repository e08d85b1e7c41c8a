package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The rows of reviewed mentions: the last review of each lies over what was coded, which {@code
 * coded_rows} keeps, so that a later review that corrects less brings the coded value back.
 */
final class ReviewedRows {
  private static final String COLUMNS =
      "verdict, type, modality, actors, recipients, date, place, said_by";

  private final DuckDBConnection connection;
  private final Map<String, Double> means = new HashMap<>();

  private ReviewedRows(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Brings the rows of a document's reviewed mentions up to date, in the caller's transaction. */
  static void apply(DuckDBConnection connection, String document) throws SQLException {
    new ReviewedRows(connection).apply(document);
  }

  /** Brings the rows of all reviewed mentions up to date. */
  static void applyAll(DuckDBConnection connection) throws SQLException {
    List<String> documents = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet found = query.executeQuery("SELECT DISTINCT document FROM reviews ORDER BY 1")) {
      while (found.next()) {
        documents.add(found.getString(1));
      }
    }
    ReviewedRows rows = new ReviewedRows(connection);
    for (String document : documents) {
      rows.apply(document);
    }
  }

  private void apply(String document) throws SQLException {
    update(
        "INSERT INTO coded_rows SELECT * FROM event_rows WHERE document = ? AND id IN (SELECT"
            + " event_mention FROM reviews WHERE document = ?) AND id NOT IN (SELECT id FROM"
            + " coded_rows WHERE document = ?)",
        document,
        document,
        document);
    Rows rows = new Rows();
    List<String> ids = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM coded_rows WHERE document = ? ORDER BY position")) {
      query.setString(1, document);
      try (ResultSet coded = query.executeQuery()) {
        while (coded.next()) {
          EventRow row = EventQuery.row(coded);
          ids.add(row.id());
          rows.row(
              "event_rows",
              FlatRows.values(
                  reviewed(row),
                  coded.getString("title"),
                  coded.getInt("position"),
                  coded.getString("place_precision"),
                  coded.getBoolean("symmetric")));
        }
      }
    }
    for (String id : ids) {
      update("DELETE FROM event_rows WHERE document = ? AND id = ?", document, id);
    }
    rows.flush(connection);
  }

  private void update(String sql, String... values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }

  /** The row with its last review over it. */
  private EventRow reviewed(EventRow r) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM reviews WHERE document = ? AND event_mention = ? ORDER BY version DESC,"
                + " made_at DESC LIMIT 1")) {
      query.setString(1, r.document());
      query.setString(2, r.id());
      try (ResultSet review = query.executeQuery()) {
        return review.next() ? over(r, review) : r;
      }
    }
  }

  /**
   * The corrected row. Mode and CAMEO code say which kind of the coded type it was: of another type
   * they say nothing and are left out, and the Goldstein value is that type's mean.
   */
  private EventRow over(EventRow r, ResultSet review) throws SQLException {
    String type = or(review.getString("type"), r.type());
    boolean same = type.equals(r.type());
    String place = review.getString("place");
    boolean moved = place != null && !place.equals(r.place());
    String date = review.getString("date");
    return new EventRow(
        r.document(),
        r.publisher(),
        r.published(),
        r.id(),
        type,
        same ? r.mode() : null,
        same ? r.cameo() : null,
        same ? r.quadClass() : Reviews.quadClass(type),
        same ? r.goldstein() : mean(type),
        or(review.getString("modality"), r.modality()),
        codes(review, "actors", r.actors()),
        r.actorTexts(),
        codes(review, "recipients", r.recipients()),
        r.recipientTexts(),
        r.trigger(),
        date == null ? r.date() : date,
        place == null ? r.place() : place,
        moved ? null : r.placeCountry(), // a corrected place is a name only: nobody looked it up
        moved ? null : r.lat(),
        moved ? null : r.lon(),
        or(review.getString("said_by"), r.saidBy()),
        r.confidence(),
        r.codedBy(),
        review.getString("verdict"),
        r.origin());
  }

  /**
   * The mean Goldstein value of a type, over the record's events of that type as they were coded;
   * where it has none, those that were read from other systems; without these 0.
   */
  private double mean(String type) throws SQLException {
    Double known = means.get(type);
    if (known != null) {
      return known;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT round(coalesce((SELECT avg(goldstein) FROM event_mentions WHERE type = ?),"
                + " (SELECT avg(goldstein) FROM event_rows WHERE type = ? AND review IS NULL), 0), 2)")) {
      query.setString(1, type);
      query.setString(2, type);
      try (ResultSet mean = query.executeQuery()) {
        mean.next();
        means.put(type, mean.getDouble(1));
        return mean.getDouble(1);
      }
    }
  }

  private static String or(@Nullable String corrected, String coded) {
    return corrected == null ? coded : corrected;
  }

  private static List<String> codes(ResultSet review, String column, List<String> coded)
      throws SQLException {
    java.sql.Array corrected = review.getArray(column);
    return corrected == null
        ? coded
        : Arrays.stream((Object[]) corrected.getArray()).map(String::valueOf).toList();
  }
}
