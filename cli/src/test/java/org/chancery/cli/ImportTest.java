package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet as the spark module writes it (its own tests read what it really wrote), merged. */
class ImportTest {
  private static final Path GOLDENS =
      TestEngine.ROOT.resolve("cli/src/test/resources/goldens.jsonl");
  @TempDir private Path folder = Path.of("");
  private Path coded = Path.of("");

  @BeforeEach
  void write() throws IOException, SQLException {
    coded = Files.createDirectories(folder.resolve("coded"));
    List<String> lines = Files.readAllLines(GOLDENS);
    parquet("published_month=2025-03/part-00000.parquet", lines.subList(0, 20), null);
    parquet("published_month=2025-05/part-00000.parquet", lines.subList(20, lines.size()), null);
    parquet("published_month=unknown/part-00001.parquet", List.of(), "in/torn.jsonl:3");
    Files.createFile(coded.resolve("_SUCCESS"));
  }

  private void parquet(String name, List<String> lines, @Nullable String rejected)
      throws IOException, SQLException {
    Path file = coded.resolve(name);
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = memory.createStatement()) {
      statement.execute(
          "CREATE TABLE t (origin VARCHAR, status VARCHAR, reason VARCHAR, detail VARCHAR, left_out"
              + " BIGINT, record VARCHAR)");
      try (PreparedStatement insert =
          memory.prepareStatement(
              "INSERT INTO t VALUES ('in/all.jsonl', 'coded', NULL, NULL, 0, ?)")) {
        for (String line : lines) {
          insert.setString(1, line);
          insert.executeUpdate();
        }
      }
      if (rejected != null) {
        statement.execute(
            "INSERT INTO t VALUES ('" + rejected + "', 'rejected', 'syntax', 'no JSON', 0, NULL)");
      }
      if (rejected != null) {
        statement.execute(
            "INSERT INTO t VALUES ('in/a.warc', 'note', 'revisit', '3 records', 3, NULL)");
      }
      statement.execute("COPY t TO '" + file + "' (FORMAT parquet)");
    }
  }

  /**
   * Every table but the runs, whose ids and times are of their own, without the run of each row.
   */
  private static List<String> content(Path record) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + record);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery("SELECT table_name FROM duckdb_tables() ORDER BY 1")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        if (table.equals("runs")) {
          continue;
        }
        try (ResultSet all =
            statement.executeQuery(
                "SELECT CAST(COLUMNS(c -> c <> 'run') AS VARCHAR) FROM "
                    + table
                    + " ORDER BY ALL")) {
          while (all.next()) {
            StringBuilder row = new StringBuilder(table);
            for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
              row.append('\t').append(all.getString(i));
            }
            rows.add(row.toString());
          }
        }
      }
    }
    return rows;
  }

  @Test
  void anImportThatIsRepeatedOrWasStoppedHalfwayGivesTheSameRecord() throws SQLException {
    Path once = folder.resolve("once.duckdb");
    TestEngine.Ran ran = TestEngine.run("import", coded.toString(), "--record", once.toString());
    assertEquals(1, ran.code(), "an input was rejected");
    int documents = Math.toIntExact(lines());
    assertTrue(ran.err().contains(documents + " new, 0 replaced, 0 already there"), ran.err());
    assertTrue(ran.err().contains("rejected in/torn.jsonl:3: syntax: no JSON"), ran.err());
    assertTrue(ran.err().contains("note in/a.warc: revisit: 3 records"), ran.err());
    List<String> expected = content(once);
    assertTrue(expected.stream().anyMatch(r -> r.startsWith("linked_mentions\t")), "linked");
    assertTrue(expected.stream().noneMatch(r -> r.startsWith("link_pending\t")), "none waits");
    assertTrue(expected.size() > 500, "rows of all tables");

    TestEngine.Ran again = TestEngine.run("import", coded.toString(), "--record", once.toString());
    assertTrue(again.err().contains("0 new, 0 replaced, " + documents + " already"), again.err());
    assertEquals(expected, content(once));

    Path halves = folder.resolve("halves.duckdb");
    String first = coded.resolve("published_month=2025-03").toString();
    TestEngine.Ran half = TestEngine.run("import", first, "--record", halves.toString());
    assertEquals(0, half.code());
    assertTrue(half.err().contains("has no _SUCCESS"), half.err());
    TestEngine.run("import", coded.toString(), "--record", halves.toString());
    assertEquals(expected, content(halves));
  }

  private static long lines() {
    try {
      return Files.readAllLines(GOLDENS).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aTornFileIsNamedAndTheOthersLand() throws IOException, SQLException {
    Path file = coded.resolve("published_month=2025-05/part-00000.parquet");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    Path record = folder.resolve("r.duckdb");
    TestEngine.Ran ran = TestEngine.run("import", coded.toString(), "--record", record.toString());
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("rejected " + file + ": unreadable"), ran.err());
    assertTrue(ran.err().contains("20 new"), ran.err());
    assertTrue(content(record).stream().anyMatch(r -> r.startsWith("rejects\t" + file)));
  }

  @Test
  void aFolderWithoutParquetIsRefused() {
    TestEngine.Ran ran = TestEngine.run("import", folder.resolve("nowhere").toString());
    assertEquals(2, ran.code());
    TestEngine.Ran samples =
        TestEngine.run("import", TestEngine.ROOT.resolve("samples").toString());
    assertEquals(2, samples.code());
    assertTrue(samples.err().contains("holds no Parquet file"), samples.err());
  }

  @Test
  void withoutTheSparkPartTheEngineOptionSaysWhatToDo() {
    ChanceryException fault =
        assertThrows(
            ChanceryException.class, () -> SparkOptions.command(folder, Map.of(), "local[2]"));
    assertTrue(String.valueOf(fault.getMessage()).contains("mvn -pl spark"), fault.getMessage());
    TestEngine.Ran noOut = TestEngine.run("code", "--engine", "local[2]", "samples");
    assertEquals(2, noOut.code());
    assertTrue(noOut.err().contains("--engine needs --out"), noOut.err());
  }

  @Test
  void theSparkInstalledIsUsedWhereSparkHomeNamesOne() throws IOException {
    Files.createDirectories(folder.resolve("spark/target/spark-lib"));
    Files.createFile(folder.resolve("spark/target/chancery-spark-0.1.0-all.jar"));
    String own = String.join(" ", SparkOptions.command(folder, Map.of(), "local[2]"));
    assertTrue(own.contains("org.apache.spark.deploy.SparkSubmit --master local[2]"), own);
    assertTrue(own.contains("@" + folder.resolve("spark/jvm17.args")), own);
    String installed =
        String.join(" ", SparkOptions.command(folder, Map.of("SPARK_HOME", "/opt/spark"), "yarn"));
    assertTrue(
        installed.startsWith("/opt/spark/bin/spark-submit --driver-memory 3g --master yarn"),
        installed);
    assertFalse(installed.contains("jvm17.args"), installed);
  }
}
