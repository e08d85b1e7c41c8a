package org.chancery.ingest;

import static org.chancery.ingest.ReadingTests.document;
import static org.chancery.ingest.ReadingTests.documents;
import static org.chancery.ingest.ReadingTests.read;
import static org.chancery.ingest.ReadingTests.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void everyNamedMappingCanBeRead() {
    for (String name : MappingFile.NAMES) {
      assertTrue(Mapping.named(name).fields().containsKey("text"), name);
    }
  }

  @Test
  void newsCatcherAnswersAreOneObjectWithAList() {
    String answer =
        """
        {"status": "ok", "total_hits": 2, "user_input": {"q": ["x"], "articles": "no"},
         "articles": [
          {"title": "Talks", "link": "https://a.example/1", "clean_url": "a.example", "language": "en",
           "published_date": "2024-05-05 10:00:00", "summary": "The full text.", "_id": "n1"},
          {"title": "No text"},
          {"title": "More", "content": "Other text.", "source": {"name": "Post"}}]}
        """;
    List<Reading> all = read(answer, "answer.json", Mapping.named("newscatcher"));
    Document first = document(all, 0);
    assertEquals("n1", first.id());
    assertEquals("The full text.", first.text());
    assertEquals("2024-05-05", first.published());
    assertEquals("a.example", first.publisher());
    assertEquals("no-text", reject(all, 1).reason());
    assertEquals("Post", document(all, 2).publisher());
    String line = answer.replace('\n', ' ');
    assertEquals(2, documents(read(line, "answers.jsonl", Mapping.named("newscatcher"))).size());
  }

  @Test
  void commonCrawlNewsIsRead() {
    String line =
        "{\"filename\":\"f1\",\"url\":\"https://a.example/x\",\"source_domain\":\"a.example\",\"date_publish\":\"2019-11-05 08:00:00\",\"language\":\"eng\",\"title\":\"T\",\"maintext\":\"Body.\"}";
    Document d = document(read(line, "cc.jsonl", Mapping.named("common-crawl-news")), 0);
    assertEquals("Body.", d.text());
    assertEquals("2019-11-05", d.published());
    assertEquals("en", d.language());
  }

  @Test
  void gdeltListsAreRead() {
    String gal =
        "{\"date\":\"2024-05-05T10:15:00Z\",\"url\":\"https://a.example/x\",\"domain\":\"a.example\",\"outletName\":\"A\",\"title\":\"T\",\"desc\":\"Summary.\",\"lang\":\"ENGLISH\"}";
    Document d = document(read(gal, "20240505101500.gal.json", Mapping.named("gdelt-gal")), 0);
    assertEquals("Summary.", d.text());
    assertEquals("en", d.language());
    String doc =
        "{\"articles\":[{\"url\":\"https://a.example/y\",\"title\":\"Envoy leaves\",\"seendate\":\"20240505T101500Z\",\"domain\":\"a.example\",\"language\":\"English\"}]}";
    Document e = document(read(doc, "artlist.json", Mapping.named("gdelt-doc")), 0);
    assertEquals("Envoy leaves", e.text());
    assertEquals("2024-05-05T10:15:00Z", e.published());
    String[] row = new String[27];
    java.util.Arrays.fill(row, "");
    row[0] = "20240505101500-7";
    row[1] = "20240505101500";
    row[3] = "a.example";
    row[4] = "https://a.example/z";
    row[25] = "a \"stray mark";
    row[26] = "<PAGE_LINKS>x</PAGE_LINKS><PAGE_TITLE>Envoy &amp; guard leave</PAGE_TITLE>";
    String gkg = String.join("\t", row) + "\n1\t2\t3\n" + String.join("\t", row) + "\n";
    List<Reading> all = read(gkg, "20240505101500.gkg.csv", Mapping.named("gdelt-gkg"));
    assertEquals("Envoy & guard leave", document(all, 0).text());
    assertEquals("2024-05-05T10:15:00Z", document(all, 0).published());
    assertEquals("20240505101500.gkg.csv:2", reject(all, 1).origin());
    assertEquals("https://a.example/z", document(all, 2).url());
  }

  @Test
  void lexisNexisExportsAreReadWhateverTheCaseOfTheirColumns() {
    String csv =
        "\ufeffHEADLINE,Publication,Date,Full Text\nTalks,Post,\"May 5, 2024 Sunday\",\"One.\n\nTwo.\"\nMore,Post,5 May 2024 Sunday 10:00 PM GMT,Three.\n";
    List<Reading> all = read(csv, "nexis.csv", Mapping.named("lexisnexis"));
    assertEquals("One.\n\nTwo.", document(all, 0).text());
    assertEquals("2024-05-05", document(all, 0).published());
    assertEquals("2024-05-05", document(all, 1).published());
  }

  @Test
  void aMappingOfTheUsersOwnIsAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.tsv"), "# mine\ntext\tbody.parts|lead\ntitle\thead.0\n");
    String json =
        "{\"body\":{\"parts\":[\"One.\",\"Two.\"]},\"head\":[\"T\"]}\n{\"lead\":\"Short.\"}";
    List<Reading> all = read(json, "x.jsonl", Mapping.named(file.toString()));
    assertEquals("One.\n\nTwo.", document(all, 0).text());
    assertEquals("T", document(all, 0).title());
    assertEquals("Short.", document(all, 1).text());
  }

  @Test
  void aWrongMappingSaysItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.tsv"), "text\tbody\nheadline\ttitle\n");
    ChanceryException e =
        assertThrows(ChanceryException.class, () -> Mapping.named(file.toString()));
    assertTrue(String.valueOf(e.getMessage()).contains("bad.tsv:2"), e.getMessage());
    ChanceryException none = assertThrows(ChanceryException.class, () -> Mapping.named("nexis"));
    assertTrue(String.valueOf(none.getMessage()).contains("lexisnexis"), none.getMessage());
  }

  @Test
  void aStrayQuoteCostsItsRowOnly() {
    String csv =
        "id,text\n1,One.\n2,\"He said,Paris\n3,\"Three \"\"quoted\"\"\"\n4,Four.\n5,\"open to the end\n6,Six.\n";
    List<Reading> all = read(csv, "a.csv", Mapping.DEFAULT);
    assertEquals(List.of("1", "3", "4", "6"), documents(all).stream().map(Document::id).toList());
    assertEquals("a.csv:3", reject(all, 1).origin());
    assertEquals("a.csv:6", reject(all, 4).origin());
    assertEquals("Three \"quoted\"", document(all, 2).text());
  }

  @Test
  void encodingsMayMixInOneFile() throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    out.write("{\"text\":\"Zürich one\"}\n".getBytes(StandardCharsets.UTF_8));
    out.write("{\"text\":\"Zürich two\"}\r\n".getBytes(Charset.forName("windows-1252")));
    List<Reading> all = read(out.toByteArray(), "m.jsonl");
    assertEquals("Zürich one", document(all, 0).text());
    assertEquals("Zürich two", document(all, 1).text());
    byte[] wide =
        "\ufeffid,text\n1,Zürich \ud83d\ude80 three\n".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("Zürich \ud83d\ude80 three", document(read(wide, "m.csv"), 0).text());
  }

  @Test
  void aListOfObjectsAndObjectsOverLinesAreRead() {
    String list = "[\n {\"text\": \"One.\"},\n {\"text\": \"Two.\"}\n]";
    assertEquals(2, documents(read(list, "l.json", Mapping.DEFAULT)).size());
    List<Reading> cut =
        read("{\n\"text\": \"One.\"\n}\n{\n\"text\": \"Tw", "o.json", Mapping.DEFAULT);
    assertEquals("One.", document(cut, 0).text());
    assertEquals("syntax", reject(cut, 1).reason());
  }
}
