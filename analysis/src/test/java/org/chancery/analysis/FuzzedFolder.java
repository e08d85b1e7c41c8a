package org.chancery.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder that a fuzzing target writes the file it is to read to, again and again. */
public final class FuzzedFolder {
  private final Path folder;

  /** Makes the folder. */
  public FuzzedFolder() {
    try {
      folder = Files.createTempDirectory("chancery-fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** Writes a file below the folder. */
  public Path write(String name, byte[] bytes) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what is below a folder of it, so that one input does not meet the one before. */
  public void clear(String name) {
    try (Stream<Path> all = Files.walk(folder.resolve(name))) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
