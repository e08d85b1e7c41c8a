package org.chancery.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Record files as older versions made them. */
final class Old {
  private Old() {}

  /** An empty record of version 3, and what these statements do to it. */
  static void record(Path file, String... statements) throws SQLException, IOException {
    try (InputStream in = Old.class.getResourceAsStream("schema-3.sql");
        Connection old = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = old.createStatement()) {
      statement.execute(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("INSERT INTO meta VALUES (3, 'Chancery')");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
