package org.chancery.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/** Finds the reader for some bytes, through compression and one archive where there are any. */
public final class Opener {
  private static final int LARGEST_FILE = 4 * Fields.LONGEST_TEXT;
  private static final int LARGEST_FEED = 20_000_000; // its tree takes many times as much
  private static final int START = 8_192;
  private static final int DEEPEST = 2;
  private final Mapping mapping;
  private final Bounds bounds;

  /** Reads JSON, CSV and Parquet by the mapping. */
  public Opener(Mapping mapping) {
    this(mapping, Bounds.DEFAULT);
  }

  Opener(Mapping mapping, Bounds bounds) {
    this.mapping = mapping;
    this.bounds = bounds;
  }

  /** Opens what the source holds; closing the readings closes the bytes. */
  public Readings open(InputStream bytes, Source source) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
    in.mark(START);
    byte[] start = in.readNBytes(START);
    in.reset();
    Format format = declared(source.type(), Format.of(source.name(), start));
    return switch (format) {
      case JSONL ->
          mapping.items().isEmpty()
              ? new JsonlReader(in, mapping, source.origin())
              : new JsonReader(in, mapping, source.origin());
      case JSON -> new JsonReader(in, mapping, source.origin());
      case CSV -> new CsvReader(in, ',', mapping, source.origin());
      case TSV -> new CsvReader(in, '\t', mapping, source.origin());
      case WARC -> new WarcReader(in, source.origin(), bounds);
      case FEED -> whole(in, source, LARGEST_FEED, FeedReader::read);
      case PAGE -> whole(in, source, LARGEST_FILE, Opener::page);
      case TEXT -> whole(in, source, LARGEST_FILE, Opener::text);
      case PARQUET -> parquet(in, source);
      case GZIP, ZSTD -> unpacked(in, source, format);
      case ZIP -> zip(in, source);
    };
  }

  /** A server's media type counts where name and bytes say no more than text or page. */
  private static Format declared(@Nullable String type, Format seen) {
    if (type == null || (seen != Format.TEXT && seen != Format.PAGE)) {
      return seen;
    }
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.contains("html")) {
      return Format.PAGE;
    }
    return lower.contains("rss") || lower.contains("atom") ? Format.FEED : seen;
  }

  private interface Whole {
    List<Reading> read(byte[] bytes, Source source);
  }

  private static Readings whole(InputStream in, Source source, int largest, Whole reader)
      throws IOException {
    try (in) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        return Readings.of(List.of(Fields.tooLong(source.origin(), bytes.length)));
      }
      if (Bytes.binary(bytes)) {
        return reject(
            source,
            "binary",
            "it is no text; Chancery reads text, HTML, JSON, CSV, RSS, Atom, WARC, Parquet, zip, gzip and zstd");
      }
      return Readings.of(reader.read(bytes, source));
    }
  }

  private static List<Reading> page(byte[] bytes, Source source) {
    String html = Bytes.decode(bytes, charset(bytes, source.type()));
    Map<String, String> known = source.url() == null ? Map.of() : Map.of("url", source.url());
    return List.of(PageReader.read(html, source.id(), source.origin(), known));
  }

  /** The charset that a server or the page itself declares. */
  static @Nullable String charset(byte[] bytes, @Nullable String type) {
    String named = type == null ? null : PageReader.charset(type);
    return named == null ? PageReader.declared(bytes) : named;
  }

  private static List<Reading> text(byte[] bytes, Source source) {
    return List.of(TextReader.read(Bytes.decode(bytes, null), source.id(), source.origin()));
  }

  private Readings parquet(InputStream in, Source source) throws IOException {
    try (in) {
      return source.file() == null
          ? reject(source, "packed", "Parquet is read from a file of its own; unpack it first")
          : new ParquetReader(source.file(), mapping, source.origin());
    }
  }

  private Readings unpacked(InputStream in, Source source, Format format) throws IOException {
    if (source.depth() >= DEEPEST) {
      in.close();
      return reject(source, "nested", "it is packed more than twice; unpack it first");
    }
    String inner = source.name().replaceFirst("(?i)\\.(gz|gzip|zst|zstd)$", "");
    if (format == Format.GZIP && inner.toLowerCase(Locale.ROOT).endsWith(".warc")) {
      return new WarcReader(in, source.origin(), bounds); // its offsets are those of the members
    }
    Unpacked.Counted packed = new Unpacked.Counted(in);
    InputStream plain = format == Format.GZIP ? new GZIPInputStream(packed, 1 << 16) : zstd(packed);
    return open(new Unpacked(plain, packed, bounds), source.within(inner));
  }

  /** Zstandard; a WARC may begin with the dictionary of its frames (WARC-zst 1.0). */
  private static InputStream zstd(InputStream packed) throws IOException {
    BufferedInputStream in = new BufferedInputStream(packed, 1 << 16);
    in.mark(8);
    byte[] head = in.readNBytes(8);
    boolean dictionary = head.length == 8 && head[0] == 0x5D;
    if (!dictionary) {
      in.reset();
      return new ZstdInputStream(in).setLongMax(27);
    }
    int length =
        java.nio.ByteBuffer.wrap(head, 4, 4).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0 || length > 16 << 20) {
      throw new IOException("its Zstandard dictionary has " + (length & 0xFFFFFFFFL) + " bytes");
    }
    byte[] words = in.readNBytes(length);
    boolean packedWords =
        words.length > 4 && (words[0] & 0xFF) == 0x28 && (words[1] & 0xFF) == 0xB5;
    if (packedWords) {
      try (InputStream plain = new ZstdInputStream(new java.io.ByteArrayInputStream(words))) {
        words = plain.readNBytes(16 << 20);
      }
    }
    return new ZstdInputStream(in).setLongMax(27).setDict(words);
  }

  private Readings zip(InputStream in, Source source) throws IOException {
    if (source.depth() > 0) {
      in.close();
      return reject(source, "nested", "it is an archive in an archive; unpack it first");
    }
    return new ZipReader(in, source, bounds, this);
  }

  private static Readings reject(Source source, String reason, String detail) {
    return Readings.of(List.of(new Reading.Reject(source.origin(), reason, detail)));
  }
}
