package org.chancery.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.chancery.ingest.ReadingTests.document;
import static org.chancery.ingest.ReadingTests.documents;
import static org.chancery.ingest.ReadingTests.gzip;
import static org.chancery.ingest.ReadingTests.read;
import static org.chancery.ingest.ReadingTests.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chancery.core.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zip, gzip and zstd, and what hostile ones do. */
class ArchivesTest {
  private static final Bounds SMALL = new Bounds(3, 1 << 20, 50, 1 << 12);
  @TempDir private Path folder = Path.of("");

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("folder/", new byte[0]);
    entries.put("folder/a.txt", "One.".getBytes(UTF_8));
    entries.put("__MACOSX/._a.txt", new byte[] {0, 1});
    entries.put("b.jsonl", "{\"text\":\"Two.\"}\n{broken\n{\"text\":\"Three.\"}".getBytes(UTF_8));
    entries.put("c.csv.gz", gzip("text\nFour.\n".getBytes(UTF_8)));
    return entries;
  }

  @Test
  void entriesAreReadByWhatTheyAre() throws IOException {
    List<Reading> all = read(zip(entries()), "z.zip");
    assertEquals(
        List.of("One.", "Two.", "Three.", "Four."),
        documents(all).stream().map(d -> d.text()).toList());
    assertEquals("z.zip!/folder/a.txt", document(all, 0).id());
    assertEquals("z.zip!/b.jsonl:2", reject(all, 2).origin());
  }

  @Test
  void aNameThatLeadsOutOfTheFolderWritesNothing() throws IOException {
    Path file =
        Files.write(
            folder.resolve("evil.zip"), zip(Map.of("../../evil.txt", "Words.".getBytes(UTF_8))));
    try (Inputs inputs =
        new Inputs(
            List.of(file.toString()), Mapping.DEFAULT, new ByteArrayInputStream(new byte[0]))) {
      assertEquals("evil.zip!/../../evil.txt", document(List.of(inputs.next()), 0).id());
      assertFalse(inputs.hasNext());
    }
    assertFalse(Files.exists(folder.resolve("../../evil.txt")));
  }

  @Test
  void aBombIsNamedAndStopped() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a.txt", "Before.".getBytes(UTF_8));
    entries.put("bomb.txt", new byte[900_000]);
    entries.put("after.txt", "After.".getBytes(UTF_8));
    List<Reading> all = read(zip(entries), "z.zip", Mapping.DEFAULT, SMALL);
    assertEquals("Before.", document(all, 0).text());
    assertEquals("bomb", reject(all, 1).reason());
    assertEquals("z.zip!/bomb.txt", reject(all, 1).origin());
    assertEquals(2, all.size());
  }

  @Test
  void tooManyEntriesAndArchivesInArchivesAreRefused() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      many.put(i + ".txt", ("Text " + i).getBytes(UTF_8));
    }
    List<Reading> all = read(zip(many), "z.zip", Mapping.DEFAULT, SMALL);
    assertEquals(3, documents(all).size());
    assertEquals("bomb", reject(all, 3).reason());
    List<Reading> nested = read(zip(Map.of("in.zip", zip(entries()))), "z.zip");
    assertEquals("nested", reject(nested, 0).reason());
    byte[] thrice = gzip(gzip(gzip("x".getBytes(UTF_8))));
    assertEquals("nested", reject(read(thrice, "x.txt.gz.gz.gz"), 0).reason());
  }

  @Test
  void aTruncatedArchiveGivesWhatCameBefore() throws IOException {
    byte[] whole = zip(entries());
    int cut =
        new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("b.jsonl") + 20;
    List<Reading> all = read(Arrays.copyOf(whole, cut), "z.zip");
    assertEquals("One.", document(all, 0).text());
    assertEquals("truncated", reject(all, 1).reason());
  }

  private List<Reading> inputs(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    List<Reading> all = new ArrayList<>();
    try (Inputs inputs =
        new Inputs(
            List.of(file.toString()), Mapping.DEFAULT, new ByteArrayInputStream(new byte[0]))) {
      inputs.forEachRemaining(all::add);
    }
    return all;
  }

  @Test
  void truncatedGzipGivesTheLinesBefore() throws IOException {
    StringBuilder lines = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 9_000; i++) {
      lines
          .append("{\"text\":\"Report ")
          .append(i)
          .append(' ')
          .append(random.nextLong())
          .append("\"}\n");
    }
    byte[] whole = gzip(lines.toString().getBytes(UTF_8));
    List<Reading> all = inputs("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    assertTrue(documents(all).size() > 2_000, "" + all.size());
    Reading.Reject last = reject(all, all.size() - 1);
    assertEquals("truncated", last.reason());
    assertTrue(last.origin().endsWith("a.jsonl.gz"));
    assertEquals(all.size() - 1, documents(all).size());
  }

  @Test
  void gzipAndZstandardAreOpened() throws IOException {
    assertEquals("Words.", document(inputs("t.txt.gz", gzip("Words.".getBytes(UTF_8))), 0).text());
    assertEquals("t.txt", document(inputs("t.txt.gz", gzip("Words.".getBytes(UTF_8))), 0).id());
    assertEquals(
        "Words.", document(inputs("t.txt.zst", Zstd.compress("Words.".getBytes(UTF_8))), 0).text());
  }

  @Test
  void aGzipBombIsNamed() throws IOException {
    List<Reading> all = read(gzip(new byte[100]), "x.txt.gz", Mapping.DEFAULT, SMALL);
    assertEquals("binary", reject(all, 0).reason());
    byte[] bomb = gzip(" ".repeat(3_000_000).getBytes(UTF_8));
    java.io.IOException e =
        org.junit.jupiter.api.Assertions.assertThrows(
            Unpacked.TooMuchException.class,
            () ->
                new Opener(Mapping.DEFAULT, SMALL)
                    .open(
                        new ByteArrayInputStream(bomb),
                        new Source("b.txt.gz", "", "b", null, null, null, 0)));
    assertTrue(String.valueOf(e.getMessage()).contains("unfolds"));
  }
}
