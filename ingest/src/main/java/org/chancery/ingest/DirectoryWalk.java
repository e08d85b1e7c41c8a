package org.chancery.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files under a folder in the order of their paths, found as they are asked for. A folder is
 * listed in blocks: one listing keeps the next names in order and no more, so that a million files
 * in one folder need as much memory as a block. Hidden files, Hadoop's {@code _SUCCESS} and records
 * with what lies beside them ({@code x.duckdb}, {@code x.duckdb.wal}) are left out; links to
 * folders are not followed.
 */
public final class DirectoryWalk {
  private static final int BLOCK = 1 << 16;
  private static final Pattern NO_REPORT =
      Pattern.compile("_SUCCESS|.*\\.duckdb(\\..*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private final int block;
  private final Deque<Level> levels = new ArrayDeque<>();

  /** Walks the files under a folder. */
  public DirectoryWalk(Path root) {
    this(root, BLOCK);
  }

  DirectoryWalk(Path root, int block) {
    this.block = block;
    levels.push(new Level(root));
  }

  /** The next file, or null after the last. */
  public @Nullable Path next() throws IOException {
    while (!levels.isEmpty()) {
      Level level = levels.element();
      String name = level.next();
      if (name == null) {
        levels.pop();
      } else if (name.endsWith("/")) {
        levels.push(new Level(level.folder.resolve(name.substring(0, name.length() - 1))));
      } else {
        return level.folder.resolve(name);
      }
    }
    return null;
  }

  /** A folder under way. Names of folders end in "/", so that they sort as paths do. */
  private final class Level {
    private final Path folder;
    private TreeSet<String> names = new TreeSet<>();
    private @Nullable String last;
    private boolean more = true;

    Level(Path folder) {
      this.folder = folder;
    }

    @Nullable String next() throws IOException {
      if (names.isEmpty() && more) {
        list();
      }
      last = names.isEmpty() ? last : names.first();
      return names.pollFirst();
    }

    private void list() throws IOException {
      more = false;
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path path : all) {
          keep(path);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }

    private void keep(Path path) {
      String name = String.valueOf(path.getFileName());
      if (last != null && name.compareTo(last) < 0 && (name + "/").compareTo(last) <= 0) {
        return;
      }
      boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      String key = directory ? name + "/" : name;
      boolean wanted =
          !NO_REPORT.matcher(name).matches()
              && (directory || (!name.startsWith(".") && Files.isRegularFile(path)));
      if (!wanted || (last != null && key.compareTo(last) <= 0)) {
        return;
      }
      names.add(key);
      if (names.size() > block) {
        names.pollLast();
        more = true;
      }
    }
  }
}
