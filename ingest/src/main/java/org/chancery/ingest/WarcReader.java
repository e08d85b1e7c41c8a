package org.chancery.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * The pages and texts of a web archive (WARC 1.0 and 1.1, plain or gzip): HTTP responses with HTML
 * or plain text. Revisits, other media and failed requests are counted in notes at the end. Where
 * the archive breaks off or its lengths are wrong, what came before lands and the place is named by
 * its offset. A page that names no date has that of its capture.
 */
final class WarcReader implements Readings {
  private static final int LARGEST_BODY = 64 << 20;
  private final Unpacked.Counted packed;
  private final org.netpreserve.jwarc.WarcReader warc;
  private final String origin;
  private final Bounds bounds;
  private final TreeMap<String, Long> left = new TreeMap<>();
  private long unpacked;
  private boolean ended;

  WarcReader(InputStream in, String origin, Bounds bounds) throws IOException {
    this.packed = new Unpacked.Counted(in);
    this.warc = new org.netpreserve.jwarc.WarcReader(packed);
    this.warc.setLenient(true);
    this.origin = origin;
    this.bounds = bounds;
  }

  @Override
  public @Nullable Reading next() {
    while (!ended) {
      long offset = warc.position();
      try {
        Optional<WarcRecord> next = warc.next();
        offset = warc.position();
        if (next.isEmpty()) {
          ended = true;
        } else {
          Reading reading = read(next.get(), origin + "@" + offset);
          drain(next.get().body().stream());
          if (reading != null) {
            return reading;
          }
        }
      } catch (IOException
          | UncheckedIOException
          | IllegalArgumentException
          | IllegalStateException e) {
        ended = true;
        return broken(offset, e);
      }
    }
    Map.Entry<String, Long> note = left.pollFirstEntry();
    return note == null ? null : note(note.getKey(), note.getValue());
  }

  private Reading broken(long offset, Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    String message = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    return new Reading.Reject(
        origin + "@" + offset,
        cause instanceof Unpacked.TooMuchException
            ? "bomb"
            : cause instanceof java.io.EOFException ? "truncated" : "syntax",
        "the archive cannot be read on from the record at byte "
            + offset
            + ": "
            + Fields.brief(message));
  }

  private @Nullable Reading read(WarcRecord record, String where) throws IOException {
    if (record instanceof WarcRevisit) {
      left.merge("revisit", 1L, Long::sum);
      return null;
    }
    if (!(record instanceof WarcResponse response)) {
      return null; // requests and descriptions are about documents and are none
    }
    String target = response.target();
    if (!target.toLowerCase(Locale.ROOT).startsWith("http")) {
      left.merge("other-scheme", 1L, Long::sum);
      return null;
    }
    HttpResponse http = response.http();
    String type = http.headers().first("Content-Type").orElse("");
    MediaType media = MediaType.parseLeniently(type.isEmpty() ? "text/html" : type);
    String kind = (media.type() + "/" + media.subtype()).toLowerCase(Locale.ROOT);
    boolean page = kind.equals("text/html") || kind.equals("application/xhtml+xml");
    if (http.status() != 200) {
      left.merge("http-status", 1L, Long::sum);
      return null;
    }
    if (!page && !kind.equals("text/plain")) {
      left.merge("other-media", 1L, Long::sum);
      return null;
    }
    byte[] body = http.bodyDecoded().stream().readNBytes(LARGEST_BODY + 1);
    unpacked += body.length;
    if (body.length > LARGEST_BODY) {
      return Fields.tooLong(where, body.length);
    }
    return document(response, type, body, page, where);
  }

  private static Reading document(
      WarcResponse response, String type, byte[] body, boolean page, String where) {
    Map<String, String> known = new HashMap<>();
    known.put("url", response.target());
    known.put("published", response.date().toString());
    if (Bytes.binary(body)) {
      return new Reading.Reject(where, "binary", "it says that it is text and is none");
    }
    String text = Bytes.decode(body, Opener.charset(body, type));
    if (page) {
      return PageReader.read(text, "", where, known);
    }
    known.put("text", text.strip());
    return Fields.read(known, "", where);
  }

  private void drain(InputStream rest) throws IOException {
    byte[] block = new byte[1 << 16];
    for (int n = rest.read(block); n >= 0; n = rest.read(block)) {
      unpacked += n;
      Unpacked.check(unpacked, packed.count(), bounds);
    }
  }

  private Reading note(String reason, long count) {
    String what =
        switch (reason) {
          case "revisit" -> " records only say that a page was the same as before";
          case "http-status" -> " responses are no pages (their status is not 200)";
          case "other-media" -> " responses are neither HTML nor plain text";
          default -> " records are not from the web";
        };
    return new Reading.Note(origin, reason, count + what, count);
  }

  @Override
  public void close() throws IOException {
    warc.close();
  }
}
