package org.chancery.ingest;

import static org.chancery.ingest.ReadingTests.document;
import static org.chancery.ingest.ReadingTests.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chancery.core.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetReaderTest {
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void write() throws SQLException {
    file = folder.resolve("it's [1].parquet");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM (VALUES ('One.', TIMESTAMP '2024-05-05 10:00:00', {'u': 'https://a.example/1'}, 1),"
              + " (NULL, NULL, NULL, 2), ('Three.', NULL, {'u': NULL}, 3)) AS t(body, day, meta, n))"
              + " TO '"
              + file.toString().replace("'", "''")
              + "' (FORMAT parquet, COMPRESSION zstd)");
    }
  }

  private List<Reading> read(Path path, String map) throws IOException {
    List<Reading> all = new ArrayList<>();
    try (Inputs inputs =
        new Inputs(
            List.of(path.toString()), Mapping.parse(map), new ByteArrayInputStream(new byte[0]))) {
      inputs.forEachRemaining(all::add);
    }
    return all;
  }

  @Test
  void rowsAreReadByMapping() throws IOException {
    List<Reading> all = read(file, "text=body,published=day,url=meta.u");
    assertEquals("One.", document(all, 0).text());
    assertEquals("2024-05-05", document(all, 0).published());
    assertEquals("https://a.example/1", document(all, 0).url());
    assertEquals("empty", reject(all, 1).reason());
    assertTrue(reject(all, 1).origin().endsWith("#2"));
    assertEquals("Three.", document(all, 2).text());
    assertEquals(3, all.size());
  }

  @Test
  void aMissingColumnIsNamedWithThoseThereAre() throws IOException {
    List<Reading> all = read(file, "text=words");
    assertEquals(1, all.size());
    assertEquals("no-text", reject(all, 0).reason());
    assertTrue(
        reject(all, 0).detail().contains("\"words\" but body, day, meta, n"),
        reject(all, 0).detail());
  }

  @Test
  void aCutFileIsRejected() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
    List<Reading> all = read(cut, "text=body");
    assertEquals(1, all.size());
    assertEquals("syntax", reject(all, 0).reason());
  }
}
