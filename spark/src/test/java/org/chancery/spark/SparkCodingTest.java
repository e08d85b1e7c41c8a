package org.chancery.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.chancery.core.Analysis;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.core.Runner;
import org.chancery.core.Versions;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;
import org.chancery.store.ParquetRecords;
import org.chancery.store.RecordJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** The job on Spark in this process, against the same work without Spark. */
class SparkCodingTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("chancery.root")));
  private static final Versions NONE = new Versions("test", "test", Map.of());
  private static @Nullable SparkSession session;
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() {
    try {
      session =
          SparkSession.builder()
              .master("local[2,4]")
              .appName("test")
              .config("spark.ui.enabled", "false")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.sql.codegen.wholeStage", "false")
              .config("spark.driver.host", "localhost")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .getOrCreate();
    } catch (RuntimeException | LinkageError e) {
      Assumptions.abort("Spark cannot start here, its tests are left out: " + e);
    }
  }

  @AfterAll
  static void stop() {
    if (session != null) {
      session.stop();
    }
  }

  private static SparkSession spark() {
    return Objects.requireNonNull(session);
  }

  /** What is kept of a document in a test of the ways around coding: where it was read. */
  private static DocumentRecord readOnly(Document document) {
    return DocumentRecord.of(
        Analysis.of(document),
        new Outcome.Skipped("test", document.origin() + " " + document.text().length()),
        NONE);
  }

  /** Lines of documents and of rejects, sorted. */
  private static List<String> single(DocumentCoder coder, Mapping mapping, String... inputs)
      throws IOException {
    List<String> lines = new ArrayList<>();
    try (Inputs all = new Inputs(List.of(inputs), mapping, new ByteArrayInputStream(new byte[0]))) {
      new Runner(2)
          .run(
              all,
              reading ->
                  reading instanceof Reading.Read read
                      ? RecordJson.line(coder.code(read.document()))
                      : reading.toString(),
              lines::add);
    }
    Collections.sort(lines);
    return lines;
  }

  private static List<String> written(Path out) {
    List<String> lines = new ArrayList<>();
    try (ParquetRecords records = ParquetRecords.in(out)) {
      assertTrue(records.finished());
      for (Path file : records.files()) {
        records.read(
            file,
            row -> {
              if (row instanceof ParquetRecords.Row.Kept kept) {
                lines.add(RecordJson.line(kept.record()));
              } else if (row instanceof ParquetRecords.Row.Rejected rejected) {
                lines.add(rejected.reject().toString());
              } else if (row instanceof ParquetRecords.Row.Noted noted) {
                lines.add(noted.note().toString());
              }
            });
      }
    }
    Collections.sort(lines);
    return lines;
  }

  @Test
  void aRunOnSparkEqualsTheSingleMachineByteForByte() throws IOException {
    Path mixed = Files.createDirectories(folder.resolve("mixed/deep"));
    Files.writeString(
        mixed.resolve("bad.jsonl"), "{\"text\": \"Peru met Chile.\"}\n{nonsense\n7\n");
    Files.write(mixed.resolve("binary.txt"), new byte[] {0, 1, 2, 0, 0, 9});
    Files.writeString(mixed.resolve("rows.csv"), "text,published\nPeru met Chile.,2024-02-30\n");
    Files.writeString(
        mixed.resolve("page.html"),
        "<html lang=en><head><title>Talks</title></head><body><p>Norway met Peru in Oslo on"
            + " Monday.</p></body></html>");
    Files.writeString(
        mixed.resolve("german.txt"),
        "language: de\n\n"
            + "Der Minister hat am Montag mit dem Botschafter gesprochen und ihm gedankt.");
    String[] inputs = {
      ROOT.resolve("samples").toString(),
      folder.resolve("mixed").toString(),
      folder.resolve("missing.txt").toString(),
      folder + "/mixed/**.csv"
    };
    EngineCoder coder = new EngineCoder(List.of(), true);
    List<String> expected = single(coder.engine().pipeline::code, Mapping.DEFAULT, inputs);
    Path out = folder.resolve("out");
    Counts counts =
        new SparkCoding(spark(), List.of(), true, Mapping.DEFAULT)
            .run(List.of(inputs), out.toString());
    assertEquals(String.join("\n", expected), String.join("\n", written(out)));
    assertEquals(
        expected.size(), counts.coded() + counts.skipped() + counts.failed() + counts.rejected());
    assertEquals(
        expected.stream().filter(l -> l.contains("\"status\":\"coded\"")).count(), counts.coded());
    assertEquals(4, counts.rejected());
    assertEquals(1, counts.skipped());
    assertTrue(Files.isDirectory(out.resolve("published_month=2025-05")));
    assertTrue(Files.isDirectory(out.resolve("published_month=unknown")));
  }

  @Test
  void aFileCutAnywhereGivesEachLineOnceUnderItsNumber() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String text = "Peru met Chile. ".repeat(i % 7 == 3 ? 40 : 1) + "é" + i;
      lines.append(i % 11 == 5 ? "{broken" : "{\"text\": \"" + text + "\"}");
      lines.append(i % 5 == 0 ? "\r\n" : i % 13 == 2 ? "\n\n" : "\n");
    }
    lines.setLength(lines.length() - 1); // no line end at the end
    Path file = Files.writeString(folder.resolve("all.jsonl"), lines);
    List<String> expected = single(SparkCodingTest::readOnly, Mapping.DEFAULT, file.toString());
    assertEquals(60, expected.size());
    for (long cut : List.of(150L, 151L, 997L)) {
      Path out = folder.resolve("cut-" + cut);
      new SparkCoding(spark(), SparkCodingTest::readOnly, Mapping.DEFAULT, cut)
          .run(List.of(file.toString()), out.toString());
      assertEquals(expected, written(out), "cut every " + cut + " bytes");
    }
  }

  @Test
  void parquetIsReadByTheMappingAndABrokenFileIsRejected() throws IOException {
    Path in = folder.resolve("in");
    spark()
        .sql(
            "SELECT 'Peru met Chile.' AS body, 'Talks' AS headline, timestamp'2024-03-05T10:00:00Z'"
                + " AS at, 1.5D AS weight UNION ALL SELECT NULL, 'Nothing', NULL, 2D")
        .coalesce(1)
        .write()
        .parquet(in.resolve("good").toString());
    spark().sql("SELECT 1 AS other").coalesce(1).write().parquet(in.resolve("other").toString());
    byte[] whole;
    try (ParquetRecords good = ParquetRecords.in(in.resolve("good"))) {
      whole = Files.readAllBytes(good.files().get(0));
    }
    Files.write(in.resolve("torn.parquet"), Arrays.copyOf(whole, whole.length / 2));
    Path out = folder.resolve("out");
    Mapping mapping = Mapping.parse("text=body,title=headline,published=at");
    Counts counts =
        new SparkCoding(spark(), SparkCodingTest::readOnly, mapping, Part.LARGEST)
            .run(List.of(in.toString()), out.toString());
    List<String> lines = written(out);
    assertEquals(new Counts(0, 1, 0, 3, 0), counts, lines.toString());
    assertEquals(single(SparkCodingTest::readOnly, mapping, in.toString()), lines);
    String read = lines.stream().filter(l -> l.startsWith("{")).findFirst().orElseThrow();
    assertTrue(read.contains("\"title\":\"Talks\",\"text\":\"Peru met Chile.\""), read);
    assertTrue(read.contains("#1"), read);
    for (String reason : List.of("no-text", "syntax", "empty")) {
      assertTrue(lines.stream().anyMatch(l -> l.contains("reason=" + reason)), reason + lines);
    }
  }

  @Test
  void archivesFeedsAndPackedFilesGiveWhatTheyGiveOnTheSingleMachine() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    byte[] archive = archive();
    Files.write(in.resolve("crawl.warc.gz"), archive);
    Files.write(in.resolve("torn.warc.gz"), Arrays.copyOf(archive, archive.length - 40));
    Files.write(in.resolve("page.txt.gz"), gzip("Norway met Peru in Oslo."));
    Files.writeString(
        in.resolve("feed.xml"),
        "<rss version='2.0'><channel><title>Wire</title><link>https://wire.example</link>"
            + "<description>d</description><item><title>Talks</title><link>/a</link>"
            + "<description>Peru met Chile.</description></item></channel></rss>");
    Files.writeString(
        in.resolve("answer.jsonl"), "{\"articles\": [{\"text\": \"A.\"},\n{\"text\": \"B.\"}]}");
    for (Mapping mapping :
        List.of(Mapping.DEFAULT, new Mapping(Map.of(), "articles", List.of(), "", true))) {
      Path out = folder.resolve("out" + mapping.items());
      Counts counts =
          new SparkCoding(spark(), SparkCodingTest::readOnly, mapping, 20)
              .run(List.of(in.toString()), out.toString());
      List<String> lines = written(out);
      assertEquals(single(SparkCodingTest::readOnly, mapping, in.toString()), lines);
      assertTrue(lines.stream().anyMatch(l -> l.contains("crawl.warc.gz@")), lines.toString());
      assertTrue(lines.stream().anyMatch(l -> l.contains("Note[")), lines.toString());
      assertTrue(lines.stream().anyMatch(l -> l.contains("reason=truncated")), lines.toString());
      long documents = lines.stream().filter(l -> l.startsWith("{")).count();
      assertEquals(documents + 2, counts.skipped(), "each archive left out a picture");
    }
  }

  /** A page, a picture and a text, as jwarc writes them. */
  private static byte[] archive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      writer.write(
          response("page", "text/html", "<html><body><p>Peru met Chile.</p></body></html>"));
      writer.write(response("picture", "image/png", "no words"));
      writer.write(response("text", "text/plain", "Norway met Peru. ".repeat(20)));
    }
    return out.toByteArray();
  }

  private static WarcResponse response(String name, String type, String body) throws IOException {
    HttpResponse http =
        new HttpResponse.Builder(200, "OK")
            .body(MediaType.parse(type), body.getBytes(UTF_8))
            .build();
    return new WarcResponse.Builder(URI.create("https://wire.example/" + name))
        .date(Instant.parse("2024-05-05T10:00:00Z"))
        .body(http)
        .build();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void nothingIsFetchedOnSpark() {
    Path out = folder.resolve("out");
    Counts counts =
        new SparkCoding(spark(), SparkCodingTest::readOnly, Mapping.DEFAULT, Part.LARGEST)
            .run(List.of("http://127.0.0.1:9/a.txt"), out.toString());
    assertEquals(new Counts(0, 0, 0, 1, 0), counts);
    assertTrue(written(out).get(0).contains("reason=fetching-off"));
  }

  @Test
  void aTaskThatFailsIsRunAgainAndNothingIsCountedTwice() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < 30; i++) {
      Files.writeString(in.resolve("t" + i + ".txt"), "Peru met Chile for the " + i + "th time.");
    }
    DocumentCoder fragile =
        document -> {
          if (document.id().equals("t17.txt") && TaskContext.get().attemptNumber() < 2) {
            throw new IllegalStateException("this machine is lost");
          }
          return readOnly(document);
        };
    Path out = folder.resolve("out");
    Counts counts =
        new SparkCoding(spark(), fragile, Mapping.DEFAULT, Part.LARGEST)
            .run(List.of(in.toString()), out.toString());
    assertEquals(new Counts(0, 30, 0, 0, 0), counts);
    assertEquals(single(SparkCodingTest::readOnly, Mapping.DEFAULT, in.toString()), written(out));
  }

  @Test
  void aFolderThatIsThereIsNeverWrittenOver() {
    SparkCoding coding =
        new SparkCoding(spark(), SparkCodingTest::readOnly, Mapping.DEFAULT, Part.LARGEST);
    ChanceryException fault =
        assertThrows(
            ChanceryException.class,
            () -> coding.run(List.of(ROOT.resolve("samples").toString()), folder.toString()));
    assertTrue(String.valueOf(fault.getMessage()).contains(folder + ": is there already"));
  }

  @Test
  void aCodebookFolderTravelsWhole() throws IOException {
    Path layer = Files.createDirectories(folder.resolve("mine/lexicon")).getParent();
    Files.writeString(Objects.requireNonNull(layer).resolve("lexicon/cues.tsv"), "a\tb\n", UTF_8);
    CodebookLayer packed = CodebookLayer.packed(layer);
    Path unpacked = packed.unpacked();
    assertEquals("a\tb\n", Files.readString(unpacked.resolve("lexicon/cues.tsv")));
    assertEquals(packed.hash(), CodebookLayer.packed(unpacked).hash());
  }
}
