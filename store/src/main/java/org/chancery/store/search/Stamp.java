package org.chancery.store.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;

/**
 * The state of a record, as small as it can be told: its version, the reports of each run, and the
 * reviews. An index carries the stamp of the record that it was made from.
 */
record Stamp(Map<String, String> parts) {
  /** The layout of the index; another one means that it is made anew. */
  private static final int FORMAT = 1;

  static final String RUN = "run ";
  static final String REVIEWS = "reviews";

  /** Copies the parts. */
  Stamp {
    parts = Map.copyOf(parts);
  }

  static Stamp of(RecordStore store) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("format", String.valueOf(FORMAT));
    parts.put("record", String.valueOf(RecordStore.VERSION));
    try (Statement statement = store.connection().createStatement()) {
      try (ResultSet runs =
          statement.executeQuery(
              "SELECT run, count(*) || ' ' || bit_xor(hash(id, content_hash)) FROM documents GROUP BY"
                  + " run")) {
        while (runs.next()) {
          parts.put(RUN + runs.getString(1), runs.getString(2));
        }
      }
      try (ResultSet reviews =
          statement.executeQuery(
              "SELECT count(*) || ' ' || coalesce(bit_xor(hash(document, event_mention, version)), 0)"
                  + " FROM reviews")) {
        reviews.next();
        parts.put(REVIEWS, reviews.getString(1));
      }
      return new Stamp(parts);
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  /** Whether an index of the other stamp can be brought up to this one, rather than made anew. */
  boolean follows(Stamp other) {
    return part("format").equals(other.part("format"))
        && part("record").equals(other.part("record"));
  }

  String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** The runs whose reports are not those of the other stamp. */
  List<String> runsSince(Stamp other) {
    List<String> runs = new ArrayList<>();
    parts.forEach(
        (name, value) -> {
          if (name.startsWith(RUN) && !value.equals(other.part(name))) {
            runs.add(name.substring(RUN.length()));
          }
        });
    return runs;
  }
}
