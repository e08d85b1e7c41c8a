package org.chancery.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.chancery.core.Reading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * News pages: main text by Readability4J (docs/adr tells why), the rest from JSON-LD, meta tags and
 * {@code time}, in this order. Nothing that a page names is fetched.
 */
final class PageReader {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w-]+)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 20_000_000;
  private static final List<String> DATES =
      List.of(
          "meta[property=article:published_time]",
          "meta[itemprop=datePublished]",
          "meta[name=pubdate]",
          "meta[name=date]",
          "meta[name=dc.date]",
          "meta[name=DC.date.issued]",
          "meta[name=publish-date]");

  /** What stands beside the text of a report and never is a part of it. */
  private static final String BESIDE = "figcaption";

  /** Pages nest some dozens of levels deep; what lies deeper is taken as plain paragraphs. */
  private static final int DEEPEST = 200;

  /** Articles have some hundreds of elements; a page with more than this is read whole. */
  private static final int MOST_ELEMENTS = 10_000;

  private PageReader() {}

  /** The charset that the first kilobytes of a page declare. */
  static @Nullable String declared(byte[] bytes) {
    String start =
        new String(
            bytes, 0, Math.min(bytes.length, 4096), java.nio.charset.StandardCharsets.ISO_8859_1);
    return charset(start);
  }

  /** The charset that a media type or a page's beginning names. */
  static @Nullable String charset(String words) {
    Matcher charset = CHARSET.matcher(words);
    return charset.find() ? charset.group(1) : null;
  }

  static Reading read(String html, String fallbackId, String origin) {
    return read(html, fallbackId, origin, Map.of());
  }

  /** The text of a piece of markup that is all main text, such as a feed's summary. */
  static String fragment(String html) {
    Document page = Jsoup.parseBodyFragment(html);
    page.select("script,style,form,noscript,iframe").remove();
    return paragraphs(page.body());
  }

  /**
   * Reads a page.
   *
   * @param known what is known from elsewhere: {@code url} is believed before the page, the others
   *     count where the page says nothing
   */
  static Reading read(String html, String fallbackId, String origin, Map<String, String> known) {
    if (html.length() > LARGEST) {
      return Fields.tooLong(origin, html.length());
    }
    Document page = Jsoup.parse(html);
    Map<String, String> values = new HashMap<>();
    put(values, "url", known.getOrDefault("url", ""));
    for (Element script : page.select("script[type=application/ld+json]")) {
      fromJsonLd(script.data(), values);
    }
    put(values, "title", attribute(page, "meta[property=og:title]"));
    put(values, "title", page.title());
    for (String date : DATES) {
      date(values, attribute(page, date));
    }
    Element time = page.selectFirst("time[datetime]");
    date(values, time == null ? "" : time.attr("datetime"));
    put(values, "publisher", attribute(page, "meta[property=og:site_name]"));
    put(values, "publisher", attribute(page, "meta[name=application-name]"));
    Element canonical = page.selectFirst("link[rel=canonical]");
    put(values, "url", canonical == null ? "" : canonical.attr("href"));
    put(values, "url", attribute(page, "meta[property=og:url]"));
    Element root = page.selectFirst("html[lang]");
    put(values, "language", root == null ? "" : root.attr("lang").split("[-_]", -1)[0]);
    known.forEach((key, value) -> put(values, key, value));
    values.put("text", mainText(page));
    return Fields.read(values, fallbackId, origin);
  }

  /** Paragraphs of the main text, with an empty line between them. */
  static String mainText(Document page) {
    page.select(BESIDE).remove();
    flatten(page);
    Element article =
        page.getAllElements().size() > MOST_ELEMENTS
            ? null
            : new Readability4J("https://example.org/", page.clone()).parse().getArticleContent();
    if (article != null) {
      article.select("title").remove(); // of a short page the whole comes back, head and all
    }
    String text = article == null ? "" : paragraphs(article);
    if (text.isBlank()) {
      page.select("script,style,nav,header,footer,aside,form,noscript").remove();
      text = paragraphs(page.body());
    }
    return text;
  }

  /**
   * Bounds the depth: finding the main text takes time by the square of it (2,000 nested elements
   * more than a minute).
   */
  private static void flatten(Document page) {
    List<Element> edge = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (depth == DEEPEST && node instanceof Element element && element.childrenSize() > 0) {
            edge.add(element);
          }
        },
        page);
    for (Element element : edge) {
      String text = paragraphs(element);
      element.empty();
      for (String paragraph : text.split("\n\n", -1)) {
        element.appendElement("p").text(paragraph);
      }
    }
  }

  private static String paragraphs(Element root) {
    StringBuilder out = new StringBuilder();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof org.jsoup.nodes.TextNode words) {
            String text = words.text();
            boolean start = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
            out.append(start ? text.stripLeading() : text);
          } else if (node instanceof Element element
              && (element.isBlock() || element.tagName().equals("br"))) {
            breakLine(out);
          }
        },
        root);
    return out.toString().replaceAll("[ \\t\\u00a0]+\\n", "\n").strip();
  }

  private static void breakLine(StringBuilder out) {
    int end = out.length();
    while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
    if (end > 0) {
      out.append("\n\n");
    }
  }

  private static void fromJsonLd(String data, Map<String, String> values) {
    try {
      JsonNode node = JSON.readTree(data);
      Iterable<JsonNode> things =
          node.isArray() ? node : node.has("@graph") ? node.get("@graph") : List.of(node);
      for (JsonNode thing : things) {
        if (thing.path("@type").toString().contains("Article") || thing.has("datePublished")) {
          put(values, "title", thing.path("headline").asText(""));
          date(values, thing.path("datePublished").asText(""));
          JsonNode publisher = thing.path("publisher");
          put(
              values,
              "publisher",
              publisher.isTextual() ? publisher.asText() : publisher.path("name").asText(""));
          put(values, "language", thing.path("inLanguage").asText("").split("[-_]", -1)[0]);
        }
      }
    } catch (JsonProcessingException notJson) {
      // broken JSON-LD is common, and the meta tags say the same
      return;
    }
  }

  private static String attribute(Document page, String query) {
    Element meta = page.selectFirst(query);
    return meta == null ? "" : meta.attr("content");
  }

  private static void date(Map<String, String> values, String written) {
    String iso = Published.iso(written);
    put(values, "published", iso == null ? "" : iso);
  }

  private static void put(Map<String, String> values, String key, String value) {
    String clean = value.strip();
    if (!clean.isEmpty() && clean.length() < 2_000) {
      values.putIfAbsent(key, clean);
    }
  }
}
