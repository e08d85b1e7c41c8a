package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/** One figure as a reader of the record sees it: how many of what, and who says so. */
public record FigureRow(
    String document,
    @Nullable String publisher,
    @Nullable String published,
    String id,
    String text,
    String counts,
    @Nullable Long low,
    @Nullable Long high,
    @Nullable String unit,
    @Nullable String ofWhom,
    @Nullable String byWhom,
    @Nullable String since,
    @Nullable String partOf,
    String saidBy) {

  /**
   * The figures of the record by what they count, who says them and when; a null part asks for
   * anything.
   *
   * @param counts what is counted, such as {@code killed}
   * @param words words of whom or what is counted, or by whom
   * @param saidBy words of the source, or {@code narrator}
   * @param document only this report
   */
  public static List<FigureRow> find(
      RecordStore store,
      @Nullable String counts,
      @Nullable String words,
      @Nullable String saidBy,
      @Nullable String document,
      int limit) {
    Conditions conditions = new Conditions();
    conditions.equal("counts", counts);
    if (words != null) {
      conditions.and(
          "contains(lower(concat_ws(' ', of_whom, by_whom)), ?)", words.toLowerCase(Locale.ROOT));
    }
    if (saidBy != null) {
      conditions.and("contains(lower(said_by), ?)", saidBy.toLowerCase(Locale.ROOT));
    }
    conditions.equal("document", document);
    String sql =
        "SELECT * FROM figure_rows WHERE "
            + conditions.sql()
            + " ORDER BY counts, said_by, published NULLS LAST, document, span_begin LIMIT "
            + limit;
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      conditions.set(query);
      List<FigureRow> rows = new ArrayList<>();
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

  /** The figures of some reports, in the same order. */
  static List<FigureRow> ofDocuments(RecordStore store, Collection<String> documents) {
    return new LinkAsk(store.connection())
        .among(
            "SELECT * FROM figure_rows WHERE document IN %1$s ORDER BY counts, said_by, published NULLS"
                + " LAST, document, span_begin",
            documents, FigureRow::row);
  }

  private static FigureRow row(ResultSet r) throws SQLException {
    return new FigureRow(
        r.getString("document"),
        r.getString("publisher"),
        r.getString("published"),
        r.getString("id"),
        r.getString("text"),
        r.getString("counts"),
        number(r, "low"),
        number(r, "high"),
        r.getString("unit"),
        r.getString("of_whom"),
        r.getString("by_whom"),
        r.getString("since"),
        r.getString("part_of"),
        r.getString("said_by"));
  }

  private static @Nullable Long number(ResultSet r, String column) throws SQLException {
    long value = r.getLong(column);
    return r.wasNull() ? null : value;
  }
}
