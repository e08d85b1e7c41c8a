package org.chancery.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.chancery.ingest.ReadingTests.document;
import static org.chancery.ingest.ReadingTests.documents;
import static org.chancery.ingest.ReadingTests.note;
import static org.chancery.ingest.ReadingTests.read;
import static org.chancery.ingest.ReadingTests.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.chancery.core.Document;
import org.chancery.core.Reading;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

class WarcReaderTest {
  private static final Instant CAPTURED = Instant.parse("2024-05-05T10:00:00Z");
  private static final URI PAGE = URI.create("https://wire.example/a");

  private static HttpResponse http(int status, String type, byte[] body, boolean packed)
      throws IOException {
    HttpResponse.Builder builder = new HttpResponse.Builder(status, "OK");
    if (packed) {
      builder.addHeader("Content-Encoding", "gzip");
    }
    return builder.body(MediaType.parse(type), packed ? ReadingTests.gzip(body) : body).build();
  }

  private static WarcResponse response(URI url, HttpResponse http) throws IOException {
    return new WarcResponse.Builder(url).date(CAPTURED).body(http).build();
  }

  private static byte[] page(String words) {
    return ("<html><head><title>T</title></head><body><article><p>"
            + words
            + "</p></article></body></html>")
        .getBytes(Charset.forName("iso-8859-1"));
  }

  private static byte[] archive(WarcCompression compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String latin = "text/html; charset=iso-8859-1";
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), compression)) {
      writer.write(new Warcinfo.Builder().filename("x").date(CAPTURED).build());
      writer.write(response(PAGE, http(200, latin, page("The envoy left Köln on Monday."), true)));
      writer.write(
          response(
              URI.create("https://wire.example/i.png"),
              http(200, "image/png", new byte[900], false)));
      writer.write(
          response(
              URI.create("https://wire.example/gone"), http(404, latin, page("Gone."), false)));
      writer.write(
          new WarcRevisit.Builder(
                  PAGE,
                  URI.create("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"))
              .date(CAPTURED)
              .body(MediaType.HTTP_RESPONSE, "HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8))
              .build());
      writer.write(
          response(
              URI.create("https://wire.example/t"),
              http(200, "text/plain", "Plain words.".getBytes(UTF_8), false)));
    }
    return out.toByteArray();
  }

  private static void holdsAll(List<Reading> all) {
    Document page = document(all, 0);
    assertEquals("https://wire.example/a", page.url());
    assertEquals("2024-05-05T10:00:00Z", page.published());
    assertEquals("The envoy left Köln on Monday.", page.text());
    assertEquals("Plain words.", document(all, 1).text());
    assertEquals("http-status", note(all, 2).reason());
    assertEquals("other-media", note(all, 3).reason());
    assertEquals("revisit", note(all, 4).reason());
    assertEquals(1, note(all, 4).skipped());
    assertEquals(5, all.size());
  }

  @Test
  void responsesLandAndTheRestIsCounted() throws IOException {
    holdsAll(read(archive(WarcCompression.NONE), "a.warc"));
  }

  @Test
  void compressedArchivesHoldTheSame() throws IOException {
    holdsAll(read(archive(WarcCompression.GZIP), "a.warc.gz"));
    holdsAll(read(Zstd.compress(archive(WarcCompression.NONE)), "a.warc.zst"));
  }

  @Test
  void aTruncatedTailIsNamedByItsOffsetAndWhatCameBeforeLands() throws IOException {
    byte[] whole = archive(WarcCompression.NONE);
    List<Reading> all = read(Arrays.copyOf(whole, whole.length - 20), "a.warc");
    assertEquals(1, documents(all).size());
    Reading.Reject cut = reject(all, 1);
    assertEquals("truncated", cut.reason());
    String text = new String(whole, Charset.forName("iso-8859-1"));
    assertEquals("a.warc@" + text.lastIndexOf("WARC/1."), cut.origin());
    byte[] packed = archive(WarcCompression.GZIP);
    List<Reading> rest = read(Arrays.copyOf(packed, packed.length - 20), "a.warc.gz");
    assertEquals(1, documents(rest).size());
    assertTrue(rest.stream().anyMatch(Reading.Reject.class::isInstance));
  }

  @Test
  void aWrongLengthIsNamedAndWhatCameBeforeLands() throws IOException {
    String text = new String(archive(WarcCompression.NONE), Charset.forName("iso-8859-1"));
    int image = text.indexOf("i.png");
    int length = text.indexOf("Content-Length: ", image);
    String wrong =
        text.substring(0, length) + "Content-Length: 77\r\nX-Was: " + text.substring(length + 16);
    List<Reading> all = read(wrong.getBytes(Charset.forName("iso-8859-1")), "a.warc");
    assertEquals("The envoy left Köln on Monday.", document(all, 0).text());
    assertEquals("syntax", reject(all, 1).reason());
    assertTrue(reject(all, 1).origin().startsWith("a.warc@"));
  }

  @Test
  void aRecordThatUnfoldsWithoutEndStopsTheArchive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      writer.write(response(PAGE, http(200, "text/html", page("First."), false)));
      writer.write(response(PAGE, http(200, "image/png", new byte[9_000_000], false)));
    }
    List<Reading> all =
        read(
            out.toByteArray(), "a.warc.gz", Mapping.DEFAULT, new Bounds(10, 1 << 30, 100, 1 << 20));
    assertEquals("First.", document(all, 0).text());
    assertEquals("bomb", reject(all, 1).reason());
  }
}
