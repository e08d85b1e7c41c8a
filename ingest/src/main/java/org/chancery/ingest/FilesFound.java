package org.chancery.ingest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The files of one input, a folder or a glob, listed as they are asked for.
 *
 * @param root the folder, or of a glob the folder before its first sign
 */
record FilesFound(DirectoryWalk walk, Path root, PathMatcher wanted, String input) {

  /** The files that an input names; null where it names none, or one. */
  static @Nullable FilesFound of(String input) {
    if (input.equals("-") || Links.web(input)) {
      return null;
    }
    Path path = Path.of(input);
    if (Files.isDirectory(path)) {
      return new FilesFound(new DirectoryWalk(path), path, file -> true, input);
    }
    if (Files.exists(path) || !isGlob(input)) {
      return null;
    }
    Path root = input.startsWith("/") ? Path.of("/") : Path.of("");
    for (Path part : path) {
      if (isGlob(part.toString())) {
        break;
      }
      root = root.resolve(part);
    }
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + input);
    return new FilesFound(new DirectoryWalk(root), root, glob, input);
  }

  private static boolean isGlob(String words) {
    return words.matches(".*[*?\\[{].*");
  }

  /** Bytes of all files that an input names; none of standard input and addresses. */
  static long bytes(String input) {
    long sum = 0;
    try {
      FilesFound files = of(input);
      if (files == null) {
        return input.equals("-") || Links.web(input) ? 0 : Files.size(Path.of(input));
      }
      for (Path file = files.next(); file != null; file = files.next()) {
        sum += Files.size(file);
      }
    } catch (IOException | InvalidPathException e) {
      return sum; // reading it will say what is wrong
    }
    return sum;
  }

  /** The next file, or null after the last. */
  @Nullable Path next() throws IOException {
    Path file = walk.next();
    while (file != null && !wanted.matches(file)) {
      file = walk.next();
    }
    return file;
  }
}
