package org.chancery.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * {@code import}: a folder as a run on Spark writes it, three documents a transaction. Documents
 * that are there are whole.
 */
final class ImportKills implements Scenario {
  private final Timed timed = new Timed();
  private final List<String> whole = new ArrayList<>();

  @Override
  public String name() {
    return "import";
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  private static Path coded(Path folder) {
    return folder.toAbsolutePath().resolveSibling("coded");
  }

  static List<String> records() throws IOException {
    return Files.readAllLines(SmallCodebook.ROOT.resolve("cli/src/test/resources/goldens.jsonl"));
  }

  @Override
  public void prepare(Path folder) throws Exception {
    Path coded = coded(folder);
    if (Files.exists(coded.resolve("_SUCCESS"))) {
      return;
    }
    List<String> lines = records();
    int third = lines.size() / 3;
    parquet(coded.resolve("published_month=2025-03/part-00000.parquet"), lines.subList(0, third));
    parquet(
        coded.resolve("published_month=2025-03/part-00001.parquet"),
        lines.subList(third, 2 * third));
    parquet(
        coded.resolve("published_month=2025-05/part-00000.parquet"),
        lines.subList(2 * third, lines.size()));
    Files.createFile(coded.resolve("_SUCCESS"));
  }

  private static void parquet(Path file, List<String> lines) throws IOException, SQLException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = memory.createStatement()) {
      statement.execute(
          "CREATE TABLE t (origin VARCHAR, status VARCHAR, reason VARCHAR, detail VARCHAR, record"
              + " VARCHAR)");
      try (PreparedStatement insert =
          memory.prepareStatement(
              "INSERT INTO t VALUES ('in/all.jsonl', 'coded', NULL, NULL, ?)")) {
        for (String line : lines) {
          insert.setString(1, line);
          insert.executeUpdate();
        }
      }
      statement.execute(
          "INSERT INTO t VALUES ('"
              + file.getFileName()
              + ":9', 'rejected', 'syntax', 'no JSON', NULL)");
      statement.execute("COPY t TO '" + file + "' (FORMAT parquet)");
    }
  }

  private static Child start(Path folder) throws IOException {
    return Child.start(
        folder,
        List.of("-Dchancery.batch=3", "-Dchancery.codebook=" + SmallCodebook.beside(folder)),
        "import",
        coded(folder).toString(),
        "--record",
        record(folder).toString());
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    long before = Dump.documents(record(folder));
    try (Child child = start(folder)) {
      timed.moment(random);
      child.kill();
    }
    List<String> faults = new ArrayList<>(Whole.faults(record(folder), whole));
    if (Dump.documents(record(folder)) < before) {
      faults.add(before + " documents were there, now there are fewer");
    }
    return faults;
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    timed.measure(
        () -> {
          try (Child child = start(folder)) {
            int code = child.end();
            if (code != 1) { // one row was rejected when it was coded
              throw new IllegalStateException("it ended with " + code + ": " + child.lines());
            }
          }
        });
    List<String> rows = Dump.rows(record(folder));
    if (whole.isEmpty()) {
      whole.addAll(rows);
    }
    return rows;
  }
}
