package org.chancery.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chancery.store.RecordStore;

/**
 * A record of version 2 is brought up to date by the first command that opens it. After a kill it
 * is whole in one version or another, and what it was is beside it once it is no longer version 2.
 */
final class MigrationKills implements Scenario {
  private static final int OLD = 2;
  private static final int DOCUMENTS = 30_000;
  private long millis = 2_000;

  @Override
  public String name() {
    return "migration";
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  @Override
  public void prepare(Path folder) throws Exception {
    Path made = folder.toAbsolutePath().resolveSibling("version-2.duckdb");
    if (!Files.exists(made)) {
      make(made);
    }
    Files.copy(made, record(folder));
  }

  private static void make(Path file) throws IOException, SQLException {
    Path schema =
        SmallCodebook.ROOT.resolve("store/src/test/resources/org/chancery/store/schema-2.sql");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(schema));
      statement.execute("INSERT INTO meta VALUES (2, 'Chancery')");
      statement.execute(
          "INSERT INTO documents SELECT 'd' || i, 'hash' || i, NULL, 'Wire', '2025-03-14', 'en', 'T',"
              + " 'Peru met Chile. ' || i, 'test', 'coded', NULL, NULL, 'test', 'run' FROM range("
              + DOCUMENTS
              + ") t(i)");
      statement.execute(
          "INSERT INTO figures SELECT 'd' || i, 'f', 0, 4, 'Peru', 'killed', i, i, NULL, NULL, NULL,"
              + " NULL, NULL, 'narrator' FROM range("
              + DOCUMENTS
              + ") t(i)");
    }
  }

  private static Child start(Path folder) throws IOException {
    return Child.start(
        folder, List.of(), "events", "--limit", "1", "--record", record(folder).toString());
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    try (Child child = start(folder)) {
      Thread.sleep(millis * (20 + random.nextInt(90)) / 100);
      child.kill();
    }
    List<String> faults = new ArrayList<>();
    long version = version(record(folder));
    if (version < OLD || version > RecordStore.VERSION) {
      faults.add("its version is " + version);
    }
    Path kept = Path.of(record(folder) + ".before-" + OLD);
    if (version > OLD && !Files.exists(kept)) {
      faults.add("it is of version " + version + " and nothing is kept of before");
    }
    for (Path file : Files.exists(kept) ? List.of(kept, record(folder)) : List.of(record(folder))) {
      long documents = Dump.number(file, "SELECT count(*) FROM documents");
      if (documents != DOCUMENTS) {
        faults.add(file + " has " + documents + " documents");
      }
    }
    if (Files.exists(kept) && version(kept) != OLD) {
      faults.add("what is kept is of version " + version(kept));
    }
    return faults;
  }

  private static long version(Path file) throws SQLException {
    return Dump.number(file, "SELECT max(version) FROM meta");
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    long began = System.nanoTime();
    try (Child child = start(folder)) {
      if (child.end() != 0) {
        throw new IllegalStateException("it ended badly: " + child.lines());
      }
    }
    millis = (System.nanoTime() - began) / 1_000_000;
    if (version(record(folder)) != RecordStore.VERSION) {
      throw new IllegalStateException("it was not brought up to date");
    }
    return Dump.rows(record(folder));
  }
}
