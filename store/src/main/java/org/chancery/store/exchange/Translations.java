package org.chancery.store.exchange;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Codes of a file made ours, each different one once, in tables that the landing rows are joined
 * with; and how many rows have a code that no table knows.
 */
final class Translations {
  private static final int SHOWN = 1_000;
  private static final String BREAK = "\u001f";
  private final DuckDBConnection connection;
  private final Codes codes;
  private final Layout layout;
  private final Map<String, List<String>> unknownOf = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Long> unknown = new HashMap<>();

  Translations(DuckDBConnection connection, Codes codes, Layout layout) throws SQLException {
    this.connection = connection;
    this.codes = codes;
    this.layout = layout;
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE actor_map (key VARCHAR, codes VARCHAR)");
      statement.execute("CREATE OR REPLACE TEMP TABLE place_map (key VARCHAR, codes VARCHAR)");
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE code_map (key VARCHAR, type VARCHAR, mode VARCHAR, contexts VARCHAR, cameo VARCHAR, quad_class INTEGER, goldstein DOUBLE)");
    }
  }

  /** Fills the tables with the codes of a piece that they lack. */
  void of(String staged) throws SQLException {
    List<@Nullable String[]> actors = new ArrayList<>();
    each(
        "SELECT key, count(*) FROM (SELECT actor_key AS key FROM "
            + staged
            + " WHERE fault IS NULL UNION ALL SELECT recipient_key FROM "
            + staged
            + " WHERE fault IS NULL) GROUP BY key ORDER BY key",
        "actor",
        key -> actors.add(new String[] {key, actor(key)}));
    fill("actor_map", actors);
    List<@Nullable String[]> places = new ArrayList<>();
    each(
        "SELECT place_key, count(*) FROM " + staged + " WHERE fault IS NULL GROUP BY 1 ORDER BY 1",
        "place",
        key -> places.add(new String[] {key, place(key)}));
    fill("place_map", places);
    List<@Nullable String[]> events = new ArrayList<>();
    each(
        "SELECT code_key, count(*) FROM " + staged + " WHERE fault IS NULL GROUP BY 1 ORDER BY 1",
        "code",
        key -> {
          @Nullable String[] event = event(key);
          if (event != null) {
            events.add(event);
          }
        });
    fill("code_map", events);
  }

  /** What is done with a key that is met for the first time. */
  private interface First {
    void met(String key);
  }

  private void each(String sql, String kind, First first) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet keys = statement.executeQuery(sql)) {
      while (keys.next()) {
        String key = keys.getString(1);
        if (known.add(kind + key)) {
          first.met(key);
        }
        for (String part : unknownOf.getOrDefault(kind + key, List.of())) {
          unknown.merge(kind + " " + part, keys.getLong(2), Long::sum);
        }
      }
    }
  }

  private String actor(String key) {
    String[] parts = key.split(BREAK, -1);
    List<CameoActors.Read> read =
        switch (layout) {
          case ICEWS -> List.of(codes.namedActors().icews(parts[0], parts[1], parts[2]));
          case POLECAT -> codes.namedActors().polecat(values(parts[0]), values(parts[1]), parts[2]);
          default -> List.of(codes.cameoActors().read(parts[0], parts[1]));
        };
    List<String> all = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (CameoActors.Read one : read) {
      all.add(one.code().replace('|', ' '));
      missing.addAll(one.unknown());
    }
    if (!missing.isEmpty()) {
      unknownOf.put("actor" + key, missing);
    }
    return String.join("|", all);
  }

  private static List<String> values(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("; "));
  }

  /** A country of a place: FIPS in GDELT, a name or one of several codes elsewhere. */
  private String place(String key) {
    String code =
        switch (layout) {
          case GDELT -> codes.country("fips", key);
          case PHOENIX -> {
            String cameo = codes.country("cameo", key);
            yield cameo != null ? cameo : codes.country("name", key);
          }
          default -> codes.country("name", key);
        };
    if (code == null && !key.isEmpty()) {
      unknownOf.put("place" + key, List.of(key));
      return key;
    }
    return code == null ? "" : code;
  }

  /** The row of an event code; null where the tables have nothing like it. */
  private @Nullable String @Nullable [] event(String key) {
    String code = key;
    if (layout == Layout.POLECAT) {
      String[] parts = key.split(BREAK, -1);
      if (codes.quad(parts[0]) == 0) {
        return null;
      }
      String mode = parts[1].isEmpty() ? null : parts[1].split(";", 2)[0];
      Codes.Event event = codes.event(codes.cameoOf(parts[0], mode));
      return new @Nullable String[] {
        key,
        parts[0],
        mode,
        "",
        event == null ? null : event.code(),
        String.valueOf(codes.quad(parts[0])),
        String.valueOf(event == null ? 0 : event.goldstein())
      };
    }
    Codes.Event event = code.matches("\\d{2,4}") ? codes.event(code) : null;
    if (event == null) {
      return null;
    }
    if (!codes.knows(code)) {
      unknownOf.put("code" + key, List.of(code));
    }
    return new @Nullable String[] {
      key,
      event.type(),
      event.mode(),
      String.join(";", event.contexts()),
      code,
      String.valueOf(event.quad()),
      String.valueOf(event.goldstein())
    };
  }

  private void fill(String table, List<@Nullable String[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    int width = rows.get(0).length;
    String columns =
        String.join(", ", java.util.Collections.nCopies(width, "unnest(?::VARCHAR[])"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + " SELECT " + columns)) {
      for (int i = 0; i < width; i++) {
        @Nullable String[] column = new String[rows.size()];
        for (int r = 0; r < column.length; r++) {
          column[r] = rows.get(r)[i];
        }
        insert.setArray(i + 1, connection.createArrayOf("VARCHAR", column));
      }
      insert.executeUpdate();
    }
  }

  /** Codes that no table knows with the number of their rows, most frequent first. */
  Map<String, Long> unknown() {
    Map<String, Long> sorted = new LinkedHashMap<>();
    unknown.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** Notes the unknown codes of a file in the record. */
  void note(String origin, String file) throws SQLException {
    List<@Nullable String[]> rows = new ArrayList<>();
    unknown()
        .forEach(
            (code, lines) -> {
              int cut = code.indexOf(' ');
              rows.add(
                  new String[] {
                    origin, file, code.substring(0, cut), code.substring(cut + 1), lines.toString()
                  });
            });
    fill("imported_unknown", rows);
  }
}
