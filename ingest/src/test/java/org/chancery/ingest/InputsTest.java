package org.chancery.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.Document;
import org.chancery.core.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir private Path folder = Path.of("");

  private List<Reading> read(Mapping mapping, String stdin, String... inputs) throws IOException {
    List<Reading> all = new ArrayList<>();
    try (Inputs reader =
        new Inputs(List.of(inputs), mapping, new ByteArrayInputStream(stdin.getBytes(UTF_8)))) {
      reader.forEachRemaining(all::add);
    }
    return all;
  }

  private Reading one(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    List<Reading> all = read(Mapping.DEFAULT, "", file.toString());
    assertEquals(1, all.size());
    return all.get(0);
  }

  private Document document(String name, byte[] bytes) throws IOException {
    return assertInstanceOf(Reading.Read.class, one(name, bytes)).document();
  }

  private String reason(String name, byte[] bytes) throws IOException {
    return assertInstanceOf(Reading.Reject.class, one(name, bytes)).reason();
  }

  @Test
  void textTakesItsHeaderBlock() throws IOException {
    Document d =
        document(
            "a.txt",
            "title: Talks: day 2\npublisher: Wire\npublished: 2024-05-05\n\nBody: here.\n"
                .getBytes(UTF_8));
    assertEquals("Talks: day 2", d.title());
    assertEquals("2024-05-05", d.published());
    assertEquals("Body: here.", d.text());
    assertEquals("a.txt", d.id());
  }

  @Test
  void textWithoutHeaderKeepsItsFirstLine() throws IOException {
    assertEquals(
        "title: no block follows this\nbut text",
        document("a.txt", "title: no block follows this\nbut text".getBytes(UTF_8)).text());
  }

  @Test
  void byteOrderMarkAndCarriageReturnsGo() throws IOException {
    Document d = document("b.txt", "\ufefftitle: T\r\n\r\nOne.\r\nTwo.".getBytes(UTF_8));
    assertEquals("T", d.title());
    assertEquals("One.\nTwo.", d.text());
  }

  @Test
  void utf16WithMarkIsRead() throws IOException {
    assertEquals(
        "Grüße aus Köln",
        document("c.txt", "\ufeffGrüße aus Köln".getBytes(StandardCharsets.UTF_16LE)).text());
  }

  @Test
  void utf8WinsOverAWrongDeclarationAndLatinIsReadAsDeclared() throws IOException {
    String page =
        "<html><head><meta charset='%s'><title>T</title></head><body><p>Präsident Müller traf den Außenminister am Dienstag in Zürich.</p></body></html>";
    String wrong = String.format(page, "iso-8859-1");
    assertTrue(document("w.html", wrong.getBytes(UTF_8)).text().contains("Präsident Müller"));
    String right = String.format(page, "windows-1252");
    assertTrue(
        document("r.html", right.getBytes(Charset.forName("windows-1252")))
            .text()
            .contains("Zürich"));
  }

  @Test
  void pagesGiveTextTitleDateAndPublisher() throws IOException {
    String page =
        "<html lang='en-GB'><head><title>x</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Envoys meet\","
            + "\"datePublished\":\"2025-02-03T10:00:00+01:00\",\"publisher\":{\"name\":\"Harbour News\"}}</script></head><body><nav><a href='/'>Home</a></nav>"
            + "<article><p>The envoys of the two governments met in Muscat on Monday, officials said, and agreed to meet again.</p>"
            + "<p>A second paragraph tells what the delegation of the northern neighbour asked for, and that it was refused.</p></article>"
            + "<footer>Copyright</footer></body></html>";
    Document d = document("p.html", page.getBytes(UTF_8));
    assertEquals("Envoys meet", d.title());
    assertEquals("2025-02-03T10:00:00+01:00", d.published());
    assertEquals("Harbour News", d.publisher());
    assertEquals("en", d.language());
    assertTrue(d.text().startsWith("The envoys"));
    assertTrue(d.text().contains("again.\n\nA second"));
    assertFalse(d.text().contains("Home"));
  }

  @Test
  void whatCannotBeReadIsRejectedWithItsReason() throws IOException {
    assertEquals("empty", reason("e.txt", new byte[0]));
    assertEquals("binary", reason("b.txt", new byte[] {'M', 'Z', 0, 3, 0, 0}));
    assertEquals(
        "empty", reason("n.html", "<html><body><script>1</script></body></html>".getBytes(UTF_8)));
    assertEquals("too-long", reason("long.txt", "Word. ".repeat(9_000_000).getBytes(UTF_8)));
    assertEquals(
        "missing",
        ((Reading.Reject) read(Mapping.DEFAULT, "", folder + "/nothing.txt").get(0)).reason());
    assertEquals(
        "missing",
        ((Reading.Reject) read(Mapping.DEFAULT, "", folder + "/no*.txt").get(0)).reason());
  }

  @Test
  void aBrokenLineIsNamedAndTheOthersLand() throws IOException {
    Path file = folder.resolve("five.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\"2\",\"text\":\" B \\n\"}\n{\"id\":\"3\",\n{\"id\":\"4\",\"text\":\"D.\"}\r\n{\"id\":\"5\",\"text\":\"E.\"}");
    List<Reading> all = read(Mapping.DEFAULT, "", file.toString());
    assertEquals(5, all.size());
    Reading.Reject reject = assertInstanceOf(Reading.Reject.class, all.get(2));
    assertEquals(file + ":3", reject.origin());
    assertEquals(" B \n", ((Reading.Read) all.get(1)).document().text());
    assertEquals("5", ((Reading.Read) all.get(4)).document().id());
  }

  @Test
  void aTenMegabyteLineLands() throws IOException {
    String text = "Talks went on. ".repeat(700_000);
    Path file =
        Files.writeString(
            folder.resolve("big.jsonl"), "{\"id\":\"1\",\"text\":\"" + text + "\"}\n");
    List<Reading> all = read(Mapping.DEFAULT, "", file.toString());
    assertEquals(text, ((Reading.Read) all.get(0)).document().text());
  }

  @Test
  void csvIsReadByMapping() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.csv"),
            "nr,headline,body\n7,\"A, B\",\"Line one\nline two\"\n8,C\n9,D,Last\n");
    List<Reading> all = read(Mapping.parse("id=nr,title=headline,text=body"), "", file.toString());
    assertEquals(3, all.size());
    Document d = ((Reading.Read) all.get(0)).document();
    assertEquals("A, B", d.title());
    assertEquals("Line one\nline two", d.text());
    assertEquals("syntax", ((Reading.Reject) all.get(1)).reason());
    assertEquals("9", ((Reading.Read) all.get(2)).document().id());
    assertNull(d.published());
  }

  @Test
  void foldersGlobsAndStandardInputAreReadInOrder() throws IOException {
    Path sub = Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("b.txt"), "B.");
    Files.writeString(sub.resolve("a.txt"), "A.");
    Files.writeString(folder.resolve(".hidden.txt"), "H.");
    List<String> ids = new ArrayList<>();
    for (Reading r :
        read(Mapping.DEFAULT, "From the pipe.", folder.toString(), folder + "/*.txt", "-")) {
      ids.add(((Reading.Read) r).document().id());
    }
    assertEquals("b.txt", ids.get(0));
    assertEquals("sub/a.txt", ids.get(1));
    assertEquals(4, ids.size());
    assertTrue(ids.get(3).startsWith("doc"));
  }
}
