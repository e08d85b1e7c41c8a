package org.chancery.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.Facets;
import org.chancery.store.FigureRow;
import org.chancery.store.Questions;

/** Rows as tables of a page. */
final class Tables {
  private static final List<String> QUADS =
      List.of(
          "", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict");

  private Tables() {}

  static String events(List<EventRow> rows) {
    if (rows.isEmpty()) {
      return "<p>No events.</p>";
    }
    StringBuilder table =
        new StringBuilder(
            "<div class=\"wide\" role=\"region\" aria-label=\"Events\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Date</th><th scope=\"col\">Type</th><th"
                + " scope=\"col\">Actor</th><th scope=\"col\">Recipient</th><th scope=\"col\">Words</th><th"
                + " scope=\"col\">Modality</th><th scope=\"col\">Place</th><th scope=\"col\">Said by</th><th"
                + " scope=\"col\">Outlet</th><th scope=\"col\">Sure</th><th scope=\"col\">Review</th></tr></thead><tbody>");
    for (EventRow row : rows) {
      table
          .append("<tr class=\"quad-")
          .append(row.quadClass())
          .append("\"><td>")
          .append(Html.text(row.date() == null ? "" : row.date()))
          .append("</td><td>")
          .append(Html.link("/events/" + Html.part(row.id()), row.type()))
          .append("</td><td>")
          .append(side(row.actors(), row.actorTexts()))
          .append("</td><td>")
          .append(side(row.recipients(), row.recipientTexts()))
          .append("</td><td>")
          .append(Html.text(row.trigger()))
          .append("</td><td>")
          .append(Html.text(row.modality()))
          .append("</td><td>")
          .append(Html.text(row.place() == null ? "" : row.place()))
          .append("</td><td>")
          .append(Html.text(row.saidBy()))
          .append("</td><td>")
          .append(
              Html.link(
                  "/documents/" + Html.part(row.document()),
                  row.publisher() == null ? row.document() : row.publisher()))
          .append(origin(row))
          .append("</td><td>")
          .append(
              row.origin().equals(EventRow.OWN)
                  ? Html.text(String.format(java.util.Locale.ROOT, "%.2f", row.confidence()))
                  : "")
          .append("</td><td>")
          .append(Html.text(row.review() == null ? "" : row.review()))
          .append("</td></tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  private static String side(List<String> codes, List<String> texts) {
    if (codes.isEmpty()) {
      return "<i>unknown</i>";
    }
    StringBuilder side = new StringBuilder();
    for (int i = 0; i < Math.min(4, codes.size()); i++) {
      String code = codes.get(i);
      String head = code.split(" ")[0];
      side.append(i > 0 ? ", " : "")
          .append(head.isEmpty() ? "" : Html.link("/actors/" + Html.part(head), code));
      if (i < texts.size()) {
        side.append(" <span class=\"words\">").append(Html.text(texts.get(i))).append("</span>");
      }
    }
    return side.append(codes.size() > 4 ? " and " + (codes.size() - 4) + " more" : "").toString();
  }

  static String pairs(List<Questions.Answer> pairs) {
    if (pairs.isEmpty()) {
      return "<p>No pairs.</p>";
    }
    StringBuilder table =
        new StringBuilder(
            "<table><thead><tr><th scope=\"col\">From</th><th scope=\"col\">To</th><th"
                + " scope=\"col\">Events</th><th scope=\"col\">Cooperation</th><th"
                + " scope=\"col\">Conflict</th><th scope=\"col\">Goldstein</th></tr></thead><tbody>");
    for (Questions.Answer pair : pairs) {
      String a = pair.text("a");
      String b = pair.text("b");
      table
          .append("<tr><td>")
          .append(Html.link("/actors/" + Html.part(a), a))
          .append("</td><td>")
          .append(Html.link("/actors/" + Html.part(b), b))
          .append("</td><td>")
          .append(Html.link("/relations/" + Html.part(a) + "/" + Html.part(b), pair.text("events")))
          .append("</td><td>")
          .append(Html.text(pair.text("cooperation")))
          .append("</td><td>")
          .append(Html.text(pair.text("conflict")))
          .append("</td><td>")
          .append(Html.text(pair.text("goldstein")))
          .append("</td></tr>");
    }
    return table.append("</tbody></table>").toString();
  }

  static String figures(List<FigureRow> rows) {
    if (rows.isEmpty()) {
      return "<p>No figures.</p>";
    }
    StringBuilder table =
        new StringBuilder(
            "<div class=\"wide\" role=\"region\" aria-label=\"Figures\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Counts</th><th scope=\"col\">Said by</th><th"
                + " scope=\"col\">Published</th><th scope=\"col\">Words</th><th scope=\"col\">From</th><th"
                + " scope=\"col\">To</th><th scope=\"col\">Of</th><th scope=\"col\">By</th><th"
                + " scope=\"col\">Since</th><th scope=\"col\">Report</th></tr></thead><tbody>");
    for (FigureRow row : rows) {
      table.append("<tr>");
      for (Object cell :
          new @org.jspecify.annotations.Nullable Object[] {
            row.counts(),
            row.saidBy(),
            row.published(),
            row.text(),
            row.low(),
            row.high(),
            row.ofWhom() == null ? row.unit() : row.ofWhom(),
            row.byWhom(),
            row.since()
          }) {
        table.append("<td>").append(cell == null ? "" : Html.text(cell)).append("</td>");
      }
      table
          .append("<td>")
          .append(Html.link("/documents/" + Html.part(row.document()), row.document()))
          .append("</td></tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  /** The mark of an event that was read from another system. */
  private static String origin(EventRow row) {
    return row.origin().equals(EventRow.OWN)
        ? ""
        : " <span class=\"origin\">" + Html.text(row.origin()) + "</span>";
  }

  /** Any answer, a column a value. */
  static String answers(List<Questions.Answer> answers) {
    if (answers.isEmpty()) {
      return "<p>None.</p>";
    }
    StringBuilder table =
        new StringBuilder(
            "<div class=\"wide\" role=\"region\" aria-label=\"Rows\" tabindex=\"0\"><table><thead><tr>");
    answers
        .get(0)
        .values()
        .keySet()
        .forEach(
            name -> table.append("<th scope=\"col\">").append(Html.text(name)).append("</th>"));
    table.append("</tr></thead><tbody>");
    for (Questions.Answer answer : answers) {
      table.append("<tr>");
      answer
          .values()
          .forEach(
              (name, value) -> {
                String text = value == null ? "" : String.valueOf(value);
                String cell =
                    name.equals("document") && !text.isEmpty()
                        ? Html.link("/documents/" + Html.part(text), text)
                        : Html.text(text);
                table.append("<td>").append(cell).append("</td>");
              });
      table.append("</tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  static String pairsOf(Map<String, String> pairs) {
    StringBuilder list = new StringBuilder("<dl>");
    pairs.forEach(
        (name, value) ->
            list.append("<dt>")
                .append(Html.text(name))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd>"));
    return list.append("</dl>").toString();
  }

  /** The values of one facet as links that add it to the filter. */
  static String facet(EventFilter filter, Facets.Facet facet, List<Questions.Answer> values) {
    String name = facet.name().toLowerCase(java.util.Locale.ROOT);
    StringBuilder list =
        new StringBuilder("<details><summary>" + Html.text(name) + "</summary><ul>");
    for (Questions.Answer value : values) {
      Map<String, String> parts = new TreeMap<>(filter.parts());
      parts.put(name, value.text("value"));
      String words =
          facet == Facets.Facet.QUAD ? QUADS.get((int) value.number("value")) : value.text("value");
      list.append("<li>")
          .append(Html.link("/events" + Html.query(parts), words))
          .append(" ")
          .append(Html.text(value.text("events")))
          .append("</li>");
    }
    return list.append("</ul></details>").toString();
  }
}
