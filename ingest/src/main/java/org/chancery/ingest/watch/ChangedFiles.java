package org.chancery.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.chancery.ingest.DirectoryWalk;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder that came or changed after a moment. Where the file system tells when a
 * file was moved in (the change time of Unix), that counts too, since moving keeps the old time of
 * the content.
 */
final class ChangedFiles {
  private static final long SLACK_MILLIS = 2_000;
  private final @Nullable DirectoryWalk walk;
  private @Nullable Path single;
  private final long after;

  ChangedFiles(Path path, long since) {
    boolean folder = Files.isDirectory(path);
    this.walk = folder ? new DirectoryWalk(path) : null;
    this.single = folder ? null : path;
    this.after = since - SLACK_MILLIS;
  }

  /** The next changed file, or null after the last. */
  @Nullable Path next() throws IOException {
    for (Path file = candidate(); file != null; file = candidate()) {
      if (changed(file) >= after) {
        return file;
      }
    }
    return null;
  }

  private @Nullable Path candidate() throws IOException {
    Path one = single;
    single = null;
    return walk == null ? one : walk.next();
  }

  private static long changed(Path file) throws IOException {
    try {
      Object moved = Files.getAttribute(file, "unix:ctime");
      return ((FileTime) moved).toMillis();
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      BasicFileAttributes times = Files.readAttributes(file, BasicFileAttributes.class);
      return Math.max(times.lastModifiedTime().toMillis(), times.creationTime().toMillis());
    }
  }
}
