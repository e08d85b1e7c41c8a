package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.core.ChanceryException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Asks and changes the tables of linking. Ids are asked for by lists of values, which DuckDB looks
 * up by index; joined with a table of ids it would read everything.
 */
final class LinkAsk {
  /** Ids asked for at once. */
  private static final int AT_ONCE = 200;

  private final DuckDBConnection connection;

  LinkAsk(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** The second column of the rows under each key, which is the first. */
  Map<Long, List<String>> under(String sql, Collection<Long> keys) {
    Map<Long, List<String>> found = new LinkedHashMap<>();
    List<Long> all = List.copyOf(new TreeSet<>(keys));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      String some =
          all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(",", "(", ")"));
      asked(sql + some, List.of(), r -> Map.entry(r.getLong(1), r.getString(2)))
          .forEach(
              e -> found.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    }
    return found;
  }

  /** What is found for some ids; their list stands at the question's end, or where %1$s does. */
  <T> List<T> among(String sql, Collection<String> ids, StoredRecords.Reader<T> reader) {
    List<T> found = new ArrayList<>();
    List<String> all = List.copyOf(new TreeSet<>(ids));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      String asks = sql.contains("%1$s") ? sql.formatted(marks(some)) : sql + marks(some);
      found.addAll(asked(asks, some, reader));
    }
    return found;
  }

  <T> List<T> asked(String sql, List<String> values, StoredRecords.Reader<T> reader) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        query.setString(i + 1, values.get(i));
      }
      List<T> found = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.add(reader.read(result));
        }
      }
      return found;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  void change(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** Runs a change whose text ends in {@code IN} on some ids. */
  void update(String sql, Collection<String> ids) {
    List<String> all = List.copyOf(new TreeSet<>(ids));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      change(sql + marks(some), some.toArray());
    }
  }

  private static String marks(List<String> ids) {
    return IntStream.rangeClosed(1, ids.size())
        .mapToObj(n -> "?" + n)
        .collect(Collectors.joining(",", "(", ")"));
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  static ChanceryException fault(SQLException e) {
    return new ChanceryException("record", "links could not be kept: " + e.getMessage(), e);
  }
}
