package org.chancery.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.chancery.ingest.ReadingTests.document;
import static org.chancery.ingest.ReadingTests.note;
import static org.chancery.ingest.ReadingTests.read;
import static org.chancery.ingest.ReadingTests.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.util.List;
import org.chancery.core.Document;
import org.chancery.core.Reading;
import org.junit.jupiter.api.Test;

class FeedReaderTest {
  private static final String RSS =
      """
      <?xml version="1.0" encoding="%s"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Wire &amp; Post</title><link>https://wire.example/news/</link><language>en-gb</language>
      <item><title>Talks end</title><link>/2024/talks.html</link><pubDate>Sun, 05 May 2024 10:15:00 GMT</pubDate>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>The ministers met in Köln.</p><script>x()</script><p>They agreed on nothing.</p>]]></content:encoded></item>
      <item><title>No date</title><link>https://other.example/b</link><pubDate>yesterday, about tea time</pubDate>
        <description>&lt;b&gt;A ship&lt;/b&gt; was stopped.</description></item>
      <item><title>Headline only</title><link>javascript:alert(1)</link></item>
      </channel></rss>
      """;

  @Test
  void itemsBecomeDocumentsWithLinksOfTheFeedsBase() {
    List<Reading> all = read(String.format(RSS, "utf-8").getBytes(UTF_8), "feed.xml");
    Document first = document(all, 0);
    assertEquals("https://wire.example/2024/talks.html", first.url());
    assertEquals("2024-05-05T10:15:00Z", first.published());
    assertEquals("The ministers met in Köln.\n\nThey agreed on nothing.", first.text());
    assertEquals("Wire & Post", first.publisher());
    assertEquals("en", first.language());
    assertEquals("A ship was stopped.", document(all, 1).text());
  }

  @Test
  void aWrongDateIsNoDateAndIsSaid() {
    List<Reading> all = read(String.format(RSS, "utf-8").getBytes(UTF_8), "feed.rss");
    assertNull(document(all, 1).published());
    assertEquals(4, all.size());
    assertEquals("bad-date", note(all, 3).reason());
    assertEquals(
        "1 items have a date that is none; they are read without it", note(all, 3).detail());
  }

  @Test
  void anItemWithoutTextIsItsHeadlineAndAScriptIsNoLink() {
    Document third = document(read(String.format(RSS, "utf-8").getBytes(UTF_8), "f.xml"), 2);
    assertEquals("Headline only", third.text());
    assertNull(third.url());
  }

  @Test
  void aDeclaredEncodingIsBelievedWhereUtf8DoesNotFit() {
    byte[] latin = String.format(RSS, "iso-8859-1").getBytes(Charset.forName("iso-8859-1"));
    assertEquals(
        "The ministers met in Köln.\n\nThey agreed on nothing.",
        document(read(latin, "f.xml"), 0).text());
  }

  @Test
  void atomIsReadWithItsOwnBase() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><title>T</title>
        <entry><title>One</title><link href="b/c"/><updated>2024-05-05T10:00:00+02:00</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words <i>here</i>.</p></div></content></entry></feed>
        """;
    Document one = document(read(atom, "x.atom", Mapping.DEFAULT), 0);
    assertEquals("https://base.example/a/b/c", one.url());
    assertEquals("2024-05-05T08:00:00Z", one.published());
    assertEquals("Words here.", one.text());
  }

  @Test
  void entitiesThatUnfoldAreRefused() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    bomb.append("]><rss version=\"2.0\"><channel><title>&a29;</title></channel></rss>");
    assertEquals("doctype", reject(read(bomb.toString(), "f.xml", Mapping.DEFAULT), 0).reason());
    String file =
        "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss version=\"2.0\"><channel/></rss>";
    assertEquals("doctype", reject(read(file, "f.xml", Mapping.DEFAULT), 0).reason());
  }

  @Test
  void brokenXmlIsNamedByItsLine() {
    Reading.Reject reject =
        reject(
            read("<rss version='2.0'>\n<channel>\n<title>x</channel>", "f.xml", Mapping.DEFAULT),
            0);
    assertEquals("f.xml:3", reject.origin());
    assertEquals("syntax", reject.reason());
  }
}
