package org.chancery.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Text made safe for pages and addresses. */
final class Html {
  private Html() {}

  /** Text for an element or a quoted attribute: no markup, no control or direction marks. */
  static String text(Object value) {
    String text = String.valueOf(value);
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          boolean turns = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
          out.append(turns || (Character.isISOControl(c) && c != '\n' && c != '\t') ? ' ' : c);
        }
      }
    }
    return out.toString();
  }

  /** A value for the path or query of an address. */
  static String part(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A link within the site. */
  static String link(String address, Object words) {
    return "<a href=\"" + text(address) + "\">" + text(words) + "</a>";
  }

  /** A query of these names and values, with its question mark; empty without any. */
  static String query(Map<String, String> values) {
    StringBuilder query = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                query
                    .append(query.length() == 0 ? '?' : '&')
                    .append(part(name))
                    .append('=')
                    .append(part(value)));
    return query.toString();
  }

  /** A whole page. */
  static String page(String title, String body, String taken) {
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s - Chancery</title>
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/webjars/leaflet/1.9.4/dist/leaflet.css">
        <link rel="stylesheet" href="/static/app.css" id="__________cytoscape_stylesheet">
        <script src="/webjars/htmx.org/2.0.4/dist/htmx.min.js" defer></script>
        <script src="/webjars/d3/7.9.0/dist/d3.min.js" defer></script>
        <script src="/webjars/leaflet/1.9.4/dist/leaflet.js" defer></script>
        <script src="/webjars/cytoscape/3.33.1/dist/cytoscape.min.js" defer></script>
        <script src="/static/app.js" defer></script>
        <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false}'></head>
        <body><a class="skip" href="#main">Skip to content</a>
        <header><a class="brand" href="/">Chancery</a><nav aria-label="Main"><a href="/events">Events</a> <a href="/search">Search</a> <a href="/map">Map</a>
        <a href="/network">Network</a> <a href="/figures">Figures</a> <a href="/review">Review</a> <a href="/paste">Paste a report</a></nav></header>
        <main id="main" tabindex="-1"><h1>%s</h1>
        %s</main>
        <footer>Record as of %s. A row says what a report says, not what is so.</footer></body></html>
        """
        .formatted(text(title), text(title), body, text(taken));
  }
}
