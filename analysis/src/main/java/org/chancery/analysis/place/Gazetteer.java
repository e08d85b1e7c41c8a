package org.chancery.analysis.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.analysis.lexicon.Folding;
import org.chancery.core.ChanceryException;

/**
 * The gazetteer of {@code places/gazetteer.bin}: towns and second-level regions of GeoNames (CC BY
 * 4.0) by all their names, mapped into memory. {@link GazetteerWriter} says how the file is laid.
 */
public final class Gazetteer {
  static final int MAGIC = 0x43475A31;
  static final int ENTRY_INTS = 8;

  /** Coordinates are kept as whole numbers of this part of a degree. */
  static final double DEGREE = 1e5;

  static final int HEADER_INTS = 6;

  private final String id;
  private final IntBuffer entries;
  private final LongBuffer keys;
  private final IntBuffer starts;
  private final IntBuffer postings;
  private final ByteBuffer strings;

  private Gazetteer(ByteBuffer file, Path path) {
    if (file.remaining() < HEADER_INTS * 4 || file.getInt(0) != MAGIC) {
      throw new ChanceryException(
          "codebook", path + ": is no gazetteer of this version; prepare it again");
    }
    id = Integer.toHexString(file.getInt(4));
    int entryCount = file.getInt(8);
    int keyCount = file.getInt(12);
    int postingCount = file.getInt(16);
    int stringBytes = file.getInt(20);
    int at = HEADER_INTS * 4;
    long size =
        at + entryCount * 4L * ENTRY_INTS + keyCount * 12L + 4 + postingCount * 4L + stringBytes;
    if (size != file.remaining()) {
      throw new ChanceryException("codebook", path + ": is cut short; fetch or prepare it again");
    }
    keys = file.slice(at, keyCount * 8).asLongBuffer();
    at += keyCount * 8;
    entries = file.slice(at, entryCount * ENTRY_INTS * 4).asIntBuffer();
    at += entryCount * ENTRY_INTS * 4;
    starts = file.slice(at, (keyCount + 1) * 4).asIntBuffer();
    at += (keyCount + 1) * 4;
    postings = file.slice(at, postingCount * 4).asIntBuffer();
    at += postingCount * 4;
    strings = file.slice(at, stringBytes);
  }

  /** Opens the file: mapped where it lies in a folder, read where it lies in a jar. */
  public static Gazetteer open(Path path) {
    try {
      if (path.getFileSystem().equals(FileSystems.getDefault())) {
        try (FileChannel channel = FileChannel.open(path)) {
          return new Gazetteer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), path);
        }
      }
      return new Gazetteer(ByteBuffer.wrap(Files.readAllBytes(path)), path);
    } catch (IOException e) {
      throw new ChanceryException("codebook", path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** What tells this gazetteer's content from another's. */
  public String id() {
    return id;
  }

  /** The places of a name in any spelling of case, accents and hyphens; most people first. */
  List<Toponym> named(String name) {
    int at = find(hash(Folding.key(name)));
    List<Toponym> found = new ArrayList<>();
    if (at >= 0) {
      for (int i = starts.get(at); i < starts.get(at + 1); i++) {
        found.add(toponym(postings.get(i)));
      }
    }
    return found;
  }

  private int find(long hash) {
    int low = 0;
    int high = keys.limit() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long key = keys.get(middle);
      if (key == hash) {
        return middle;
      }
      if (key < hash) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private Toponym toponym(int posting) {
    int at = (posting >>> 1) * ENTRY_INTS;
    int number = entries.get(at + 3);
    String admin = string(entries.get(at + 6));
    int tab = admin.indexOf('\t');
    return new Toponym(
        string(entries.get(at + 4)),
        string(entries.get(at + 5)),
        admin.substring(0, tab),
        admin.substring(tab + 1),
        entries.get(at) / DEGREE,
        entries.get(at + 1) / DEGREE,
        entries.get(at + 2),
        number == 0 ? "" : Integer.toString(number),
        string(entries.get(at + 7)),
        (posting & 1) == 0);
  }

  private String string(int offset) {
    int length = strings.get(offset) & 0xff;
    byte[] bytes = new byte[length];
    strings.get(offset + 1, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** FNV-1a of a key, 64 bits; two keys of the file never share one (the writer checks). */
  static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
