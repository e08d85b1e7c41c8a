package org.chancery.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWalkTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void filesComeInTheOrderOfTheirPathsWhateverTheBlock() throws IOException {
    List<String> names =
        new ArrayList<>(List.of("a.txt", "a/x.txt", "a/y/z.txt", "a-b.txt", "a0.txt", "b/1.txt"));
    for (int i = 0; i < 50; i++) {
      names.add("many/" + (i * 37 % 50) + ".txt");
    }
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    Files.writeString(folder.resolve(".hidden"), "x");
    Files.writeString(folder.resolve("_SUCCESS"), "x");
    Files.createDirectories(folder.resolve("r.duckdb.search"));
    for (String beside : List.of("r.duckdb", "r.duckdb.wal", "r.duckdb.search/segments")) {
      Files.writeString(folder.resolve(beside), "x");
    }
    List<String> sorted = names.stream().sorted().toList();
    for (int block : new int[] {1, 2, 7, 1 << 16}) {
      DirectoryWalk walk = new DirectoryWalk(folder, block);
      List<String> found = new ArrayList<>();
      for (Path file = walk.next(); file != null; file = walk.next()) {
        found.add(folder.relativize(file).toString().replace('\\', '/'));
      }
      assertEquals(sorted, found, "block " + block);
    }
  }
}
