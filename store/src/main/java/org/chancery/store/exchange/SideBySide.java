package org.chancery.store.exchange;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/**
 * Our events beside those of another system, for the same days and pairs of countries or bodies. An
 * event of several parties counts once a pair; of ours, those that happened. Agreement is counted a
 * day and pair: of three of ours and two of theirs with the same type, two are in both.
 *
 * @param from first day that is compared
 * @param to last day that is compared
 * @param ours our events of those days between two known parties, counted a pair
 * @param theirs the same of the other system
 * @param levels agreement in pair alone, quad class, CAMEO root, type
 * @param quads agreement in quad class, for each of them
 * @param cells days and pairs, those that both systems have first
 */
public record SideBySide(
    String from,
    String to,
    long ours,
    long theirs,
    List<Agreement> levels,
    List<Agreement> quads,
    List<Cell> cells) {
  private static final int CELLS = 100_000;
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  /** Copies the lists. */
  public SideBySide {
    levels = List.copyOf(levels);
    quads = List.copyOf(quads);
    cells = List.copyOf(cells);
  }

  /** How many events both have, and each alone. */
  public record Agreement(String level, long both, long onlyOurs, long onlyTheirs) {}

  /** What both say of a pair on a day: types with their CAMEO root and id. */
  public record Cell(
      String day, String actor, String recipient, List<String> ours, List<String> theirs) {
    /** Copies the lists. */
    public Cell {
      ours = List.copyOf(ours);
      theirs = List.copyOf(theirs);
    }
  }

  /** Removes what a record has read of a system, before one file of it is compared. */
  public static void forget(RecordStore store, String origin) {
    for (String table : List.of("imported_events", "imported_mentions", "imported_files")) {
      try (PreparedStatement delete =
          store.connection().prepareStatement("DELETE FROM " + table + " WHERE origin = ?")) {
        delete.setString(1, origin);
        delete.executeUpdate();
      } catch (SQLException e) {
        throw fault(e);
      }
    }
  }

  /**
   * Compares.
   *
   * @param from first ISO day; null for the first that both have
   * @param to last ISO day; null for the last that both have
   * @param undirected whether it does not count who acts on whom
   */
  public static SideBySide of(
      RecordStore store,
      String origin,
      @Nullable String from,
      @Nullable String to,
      boolean undirected) {
    for (String day : new @Nullable String[] {from, to}) {
      if (day != null && !day.matches(DAY)) {
        throw new ChanceryException("usage", "'" + day + "' is no day such as 2024-05-03");
      }
    }
    try (Statement statement = store.connection().createStatement()) {
      try (PreparedStatement make =
          store.connection().prepareStatement(Landing.resource("side-by-side.sql"))) {
        make.setBoolean(1, undirected);
        make.setBoolean(2, undirected);
        make.setString(3, origin);
        make.execute();
      }
      String[] days = days(statement, from, to);
      statement.execute(
          "DELETE FROM compared WHERE day < "
              + Landing.quoted(days[0])
              + " OR day > "
              + Landing.quoted(days[1]));
      List<Agreement> levels = new ArrayList<>();
      for (String level : List.of("pair", "quad class", "root", "type")) {
        String column = level.equals("pair") ? "''" : level.equals("quad class") ? "quad" : level;
        levels.addAll(agreement(statement, Landing.quoted(level), column));
      }
      Agreement pair = levels.get(0);
      SideBySide found =
          new SideBySide(
              days[0],
              days[1],
              pair.both() + pair.onlyOurs(),
              pair.both() + pair.onlyTheirs(),
              levels,
              agreement(statement, "quad", "quad"),
              cells(statement));
      statement.execute("DROP TABLE temp.compared");
      return found;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private static ChanceryException fault(SQLException e) {
    return new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
  }

  private static String[] days(Statement statement, @Nullable String from, @Nullable String to)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT greatest(min(day) FILTER (own), min(day) FILTER (NOT own)), least(max(day) FILTER (own), max(day) FILTER (NOT own)) FROM compared")) {
      row.next();
      String first = from != null ? from : row.getString(1);
      String last = to != null ? to : row.getString(2);
      return new String[] {first == null ? "" : first, last == null ? "" : last};
    }
  }

  private static List<Agreement> agreement(Statement statement, String name, String column)
      throws SQLException {
    List<Agreement> found = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT "
                + name
                + "::VARCHAR AS level, coalesce(sum(least(o, t)), 0)::BIGINT, coalesce(sum(o - least(o, t)), 0)::BIGINT, coalesce(sum(t - least(o, t)), 0)::BIGINT FROM (SELECT any_value(quad) AS quad, count_if(own) AS o, count_if(NOT own) AS t FROM compared GROUP BY day, a, b, "
                + column
                + ")"
                + (name.equals("quad") ? " GROUP BY quad ORDER BY quad" : ""))) {
      while (row.next()) {
        found.add(new Agreement(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
      }
    }
    return found;
  }

  private static List<Cell> cells(Statement statement) throws SQLException {
    List<Cell> cells = new ArrayList<>();
    String what = "type || ' ' || coalesce(root, '') || ' ' || id ORDER BY type, id";
    try (ResultSet row =
        statement.executeQuery(
            "SELECT day, a, b, coalesce(list("
                + what
                + ") FILTER (own), []) AS ours, coalesce(list("
                + what
                + ") FILTER (NOT own), []) AS theirs FROM compared GROUP BY day, a, b ORDER BY bool_or(own) AND bool_or(NOT own) DESC, bool_or(own) DESC, day, a, b LIMIT "
                + CELLS)) {
      while (row.next()) {
        cells.add(
            new Cell(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                strings(row.getArray(4)),
                strings(row.getArray(5))));
      }
    }
    return cells;
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> values = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      values.add(String.valueOf(value));
    }
    return values;
  }
}
