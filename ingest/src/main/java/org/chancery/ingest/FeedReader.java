package org.chancery.ingest;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Ids;
import org.chancery.core.Reading;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jspecify.annotations.Nullable;

/**
 * RSS and Atom of all versions that ROME knows: an item is a document with the longest of its
 * texts, or its headline where it has no other. A feed with a DOCTYPE is refused, since entities
 * can unfold without end or name files; nothing that a feed names is fetched here.
 */
final class FeedReader {
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)");
  private static final List<String> DATES =
      List.of("pubDate", "published", "updated", "date", "issued", "modified", "created");
  private static final int EARLIEST_YEAR = 1600;
  private static final int LATEST_YEAR = 2200;

  private FeedReader() {}

  static List<Reading> read(byte[] bytes, Source source) {
    SyndFeed feed;
    List<Element> items;
    String base;
    try {
      Document xml = builder().build(new StringReader(text(bytes, source.type())));
      items = items(xml);
      base = base(xml.getRootElement(), source.url());
      feed = new SyndFeedInput().build(xml);
    } catch (JDOMParseException e) {
      return List.of(refused(source.origin(), e));
    } catch (JDOMException | FeedException | IOException | IllegalArgumentException e) {
      return List.of(
          new Reading.Reject(
              source.origin(), "syntax", "it is no RSS or Atom: " + Fields.brief(e.getMessage())));
    }
    if (base.isEmpty() && feed.getLink() != null) {
      base = feed.getLink();
    }
    return documents(feed, items, base, source.origin());
  }

  private static SAXBuilder builder() {
    SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    return builder;
  }

  private static String text(byte[] bytes, @Nullable String type) {
    String start =
        new String(
            bytes, 0, Math.min(bytes.length, 256), java.nio.charset.StandardCharsets.US_ASCII);
    Matcher named = ENCODING.matcher(start);
    String declared = type == null ? null : PageReader.charset(type);
    if (declared == null && named.find()) {
      declared = named.group(1);
    }
    return Bytes.decode(bytes, declared).strip();
  }

  private static Reading refused(String origin, JDOMParseException e) {
    String message = String.valueOf(e.getMessage());
    return new Reading.Reject(
        origin + ":" + e.getLineNumber(),
        message.contains("DOCTYPE") ? "doctype" : "syntax",
        message.contains("DOCTYPE")
            ? "a feed with a DOCTYPE is not read, since its entities may unfold without end"
            : "it is no well-formed XML: " + Fields.brief(message));
  }

  /** The elements of the items, wherever the version of the format has them. */
  private static List<Element> items(Document xml) {
    List<Element> items = new ArrayList<>();
    for (Element element : xml.getRootElement().getDescendants(Filters.element())) {
      if (element.getName().equals("item") || element.getName().equals("entry")) {
        items.add(element);
      }
    }
    return items;
  }

  private static String base(Element root, @Nullable String url) {
    String own = root.getAttributeValue("base", org.jdom2.Namespace.XML_NAMESPACE);
    return own == null ? (url == null ? "" : url) : url == null ? own : Links.resolve(url, own);
  }

  private static List<Reading> documents(
      SyndFeed feed, List<Element> items, String base, String origin) {
    List<Reading> all = new ArrayList<>();
    List<SyndEntry> entries = feed.getEntries();
    boolean paired = entries.size() == items.size();
    long badDates = 0;
    for (int i = 0; i < entries.size(); i++) {
      SyndEntry entry = entries.get(i);
      String published = published(entry);
      boolean written = paired && written(items.get(i));
      badDates += written && published.isEmpty() ? 1 : 0;
      all.add(document(feed, entry, published, base, origin + "#" + (i + 1)));
    }
    if (entries.isEmpty()) {
      all.add(new Reading.Note(origin, "empty", "the feed has no items", 0));
    }
    if (badDates > 0) {
      all.add(
          new Reading.Note(
              origin,
              "bad-date",
              badDates + " items have a date that is none; they are read without it",
              0));
    }
    return all;
  }

  private static Reading document(
      SyndFeed feed, SyndEntry entry, String published, String base, String where) {
    Map<String, String> values = new HashMap<>();
    String link = Links.resolve(base, first(entry.getLink(), entry.getUri()));
    if (Links.web(link)) {
      values.put("url", link);
    }
    String name = Links.web(link) ? link : first(entry.getUri(), "");
    values.put("published", published);
    values.put("title", PageReader.fragment(first(entry.getTitle(), "")));
    values.put("publisher", PageReader.fragment(first(feed.getTitle(), "")));
    values.put("language", first(feed.getLanguage(), "").split("[-_]", -1)[0]);
    String text = text(entry);
    values.put("text", text.isBlank() ? values.getOrDefault("title", "") : text);
    return Fields.read(values, name.isBlank() ? "" : Ids.of("doc", name), where);
  }

  private static String published(SyndEntry entry) {
    Date date =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    if (date == null) {
      return "";
    }
    java.time.OffsetDateTime moment = date.toInstant().atOffset(java.time.ZoneOffset.UTC);
    boolean likely = moment.getYear() >= EARLIEST_YEAR && moment.getYear() <= LATEST_YEAR;
    return likely ? moment.toString() : "";
  }

  private static boolean written(Element item) {
    return item.getChildren().stream()
        .anyMatch(child -> DATES.contains(child.getName()) && !child.getTextTrim().isEmpty());
  }

  /** The longest of the summary and the contents. */
  private static String text(SyndEntry entry) {
    List<SyndContent> parts = new ArrayList<>(entry.getContents());
    if (entry.getDescription() != null) {
      parts.add(entry.getDescription());
    }
    String longest = "";
    for (SyndContent part : parts) {
      String value = part.getValue() == null ? "" : part.getValue();
      String type = part.getType() == null ? "" : part.getType().toLowerCase(Locale.ROOT);
      boolean plain = type.equals("text") || type.equals("text/plain");
      String text = plain ? value.strip() : PageReader.fragment(value);
      longest = text.length() > longest.length() ? text : longest;
    }
    return longest;
  }

  private static String first(@Nullable String value, @Nullable String other) {
    return value != null && !value.isBlank() ? value.strip() : other == null ? "" : other.strip();
  }
}
