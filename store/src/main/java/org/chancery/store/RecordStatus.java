package org.chancery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/**
 * What a record holds and how its runs ended; reads any version and changes nothing.
 *
 * @param version of the tables
 * @param bytes of the file, with the log beside it
 * @param rows a table, and how many it has
 * @param documents a status such as {@code coded}, and how many have it
 * @param versions of what coded the documents, and how many each
 * @param runs in all
 * @param interrupted runs that began and never ended: killed, or under way now
 * @param last the last run as it stands in the record, null before the first
 */
public record RecordStatus(
    int version,
    long bytes,
    Map<String, Long> rows,
    Map<String, Long> documents,
    Map<String, Long> versions,
    long runs,
    long interrupted,
    @Nullable Map<String, @Nullable Object> last) {

  /** Copies the maps, in their order. */
  public RecordStatus {
    rows = new LinkedHashMap<>(rows);
    documents = new LinkedHashMap<>(documents);
    versions = new LinkedHashMap<>(versions);
  }

  /** Asks an open record. */
  public static RecordStatus of(RecordStore store, Path file) {
    try {
      Questions ask = new Questions(store);
      Map<String, Long> rows = new LinkedHashMap<>();
      for (String table : tables(ask)) {
        rows.put(table, ask.ask("SELECT count(*) AS n FROM \"" + table + '"').get(0).number("n"));
      }
      // by the order of writing, since a clock may have gone back
      List<Questions.Answer> last =
          ask.ask(
              "SELECT strftime(began, '%Y-%m-%d %H:%M:%S') AS began, strftime(ended, '%Y-%m-%d"
                  + " %H:%M:%S') AS ended, engine, codebook_hash, models, inputs, coded, skipped,"
                  + " failed, rejected, unchanged FROM runs ORDER BY rowid DESC LIMIT 1");
      return new RecordStatus(
          store.version(),
          size(file) + size(Path.of(file + ".wal")),
          rows,
          counts(ask, "SELECT status AS k, count(*) AS n FROM documents GROUP BY k ORDER BY k"),
          counts(
              ask, "SELECT versions AS k, count(*) AS n FROM documents GROUP BY k ORDER BY n DESC"),
          rows.getOrDefault("runs", 0L),
          ask.ask("SELECT count(*) AS n FROM runs WHERE ended IS NULL").get(0).number("n"),
          last.isEmpty() ? null : last.get(0).values());
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  private static List<String> tables(Questions ask) {
    return ask
        .ask(
            "SELECT table_name AS t FROM duckdb_tables() WHERE database_name = current_database() AND"
                + " table_name <> 'meta' ORDER BY table_oid")
        .stream()
        .map(row -> row.text("t"))
        .toList();
  }

  /**
   * Rows that belong to no document, a table and how many; none in a record that is in order, since
   * a document and its rows are written in one transaction.
   */
  public static Map<String, Long> orphans(RecordStore store) {
    Questions ask = new Questions(store);
    List<String> there = tables(ask);
    Map<String, Long> orphans = new LinkedHashMap<>();
    for (String table : Batch.OF_DOCUMENT) {
      if (there.contains(table)) {
        long n =
            ask.ask(
                    "SELECT count(*) AS n FROM \""
                        + table
                        + "\" WHERE document NOT IN (SELECT id FROM documents)")
                .get(0)
                .number("n");
        if (n > 0) {
          orphans.put(table, n);
        }
      }
    }
    return orphans;
  }

  /** Reviews of events that the record no longer has, since their report was coded anew. */
  public static long reviewsWithoutEvent(RecordStore store) {
    return new Questions(store)
        .ask(
            "SELECT count(*) AS n FROM reviews r WHERE NOT EXISTS (SELECT 1 FROM event_mentions m WHERE"
                + " m.document = r.document AND m.id = r.event_mention)")
        .get(0)
        .number("n");
  }

  private static Map<String, Long> counts(Questions ask, String sql) {
    Map<String, Long> counts = new LinkedHashMap<>();
    ask.ask(sql).forEach(row -> counts.put(row.text("k"), row.number("n")));
    return counts;
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // it was moved just now; the tables say what was there
    }
  }
}
