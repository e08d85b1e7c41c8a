package org.chancery.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.core.ChanceryException;
import org.chancery.core.Ids;

/** A user's codebook folder, packed to travel to the executors. */
final class CodebookLayer implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long LARGEST = 200L << 20;
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final String hash;

  private CodebookLayer(Map<String, byte[]> files) {
    this.files.putAll(files);
    StringBuilder all = new StringBuilder();
    this.files.forEach(
        (name, bytes) -> all.append(name).append(java.util.Arrays.hashCode(bytes)).append('\n'));
    this.hash = Ids.sha256(all.toString());
  }

  /** Reads a folder of the machine that starts the job. */
  static CodebookLayer packed(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    long size = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        size += Files.size(file);
        if (size > LARGEST) {
          throw new ChanceryException(
              "codebook", folder + ": has over " + (LARGEST >> 20) + " MB; is it a codebook?");
        }
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new ChanceryException("codebook", folder + ": cannot be read: " + e.getMessage(), e);
    }
    return new CodebookLayer(files);
  }

  String hash() {
    return hash;
  }

  /** Writes the files into a temporary folder of this machine. */
  Path unpacked() {
    try {
      Path folder = Files.createTempDirectory("chancery-codebook");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
        Files.write(target, file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
