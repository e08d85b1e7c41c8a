package org.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of a record that is served, for a while: answers, and copies of its file. */
final class Kept {
  private static final int REMEMBERED = 300;

  private Kept() {}

  /** A map of the answers that were asked for last. */
  static Map<String, Object> remembered() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > REMEMBERED;
          }
        });
  }

  /** Removes a copy with its log; one that is left over does no harm. */
  static void remove(@Nullable Path copy) {
    if (copy != null) {
      for (Path file : List.of(copy, Path.of(copy + ".wal"))) {
        delete(file);
      }
    }
  }

  static void removeAll(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Kept::delete);
    } catch (IOException e) {
      // it lies in the folder for temporary files
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it lies in the folder for temporary files
    }
  }
}
