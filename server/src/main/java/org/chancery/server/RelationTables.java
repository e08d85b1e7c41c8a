package org.chancery.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.store.Engagement;
import org.chancery.store.Relation;

/** What is told of a pair, as tables and lists of its page. */
final class RelationTables {
  private static final int CHAINS = 20;
  private static final int STEPS = 40;

  private RelationTables() {}

  private static String table(String label, String... columns) {
    StringBuilder head =
        new StringBuilder("<div class=\"wide\" role=\"region\" aria-label=\"")
            .append(label)
            .append("\" tabindex=\"0\"><table><thead><tr>");
    for (String column : columns) {
      head.append("<th scope=\"col\">").append(column).append("</th>");
    }
    return head.append("</tr></thead><tbody>").toString();
  }

  private static void row(StringBuilder table, Object... cells) {
    table.append("<tr>");
    for (Object cell : cells) {
      table.append("<td>").append(Html.text(cell)).append("</td>");
    }
    table.append("</tr>");
  }

  /** The course of a pair, month by month. */
  static String months(Relation relation) {
    StringBuilder table =
        new StringBuilder(
            table(
                "Months",
                "Month",
                "Verbal cooperation",
                "Material cooperation",
                "Verbal conflict",
                "Material conflict",
                "Goldstein mean",
                "Goldstein sum",
                "Types"));
    for (Relation.Month m : relation.months()) {
      row(
          table,
          m.month(),
          m.quads().get(0),
          m.quads().get(1),
          m.quads().get(2),
          m.quads().get(3),
          String.format(Locale.ROOT, "%.2f", m.mean()),
          String.format(Locale.ROOT, "%.1f", m.sum()),
          new TreeMap<>(m.types()));
    }
    return table.append("</tbody></table></div>").toString();
  }

  /** Requests and offers with what became of them. */
  static String asks(List<Relation.Ask> asks) {
    if (asks.isEmpty()) {
      return "<p>None.</p>";
    }
    StringBuilder table =
        new StringBuilder(
            table("Requests and offers", "Date", "Asked", "Words", "State", "Answer"));
    for (Relation.Ask ask : asks) {
      table
          .append("<tr><td>")
          .append(Html.text(ask.day()))
          .append("</td><td>")
          .append(Html.link("/events/" + Html.part(ask.id()), ask.type() + " " + ask.modality()))
          .append("</td><td>")
          .append(Html.text(ask.words()))
          .append("</td><td>")
          .append(Html.text(ask.state()))
          .append("</td><td>");
      String answer = ask.answer();
      if (answer != null) {
        table.append(
            Html.link("/events/" + Html.part(answer), ask.answerDay() + " " + ask.answerType()));
      }
      table.append("</td></tr>");
    }
    return table
        .append("</tbody></table></div><p>The first later act of the other side that can be an")
        .append(" answer counts as one, whatever it was about: read both sentences.</p>")
        .toString();
  }

  /** The newest engagements with their last steps. */
  /** Chains of contacts, with the way to earlier ones where there are any. */
  static String chains(Engagement.Newest newest, String address, Map<String, String> days) {
    StringBuilder body = new StringBuilder(newest.chains().isEmpty() ? "<p>None.</p>" : "");
    newest.chains().stream().limit(CHAINS).forEach(chain -> chain(body, chain));
    if (newest.since() != null) {
      Map<String, String> earlier = new TreeMap<>(days);
      earlier.put("to", newest.since().minusDays(1).toString());
      body.append("<p>These are the contacts since ")
          .append(newest.since())
          .append(". ")
          .append(Html.link(address + Html.query(earlier), "Earlier ones"))
          .append("</p>");
    }
    return body.toString();
  }

  private static void chain(StringBuilder body, Engagement chain) {
    int from = Math.max(0, chain.steps().size() - STEPS);
    body.append("<ol start=\"").append(from + 1).append("\">");
    for (Engagement.Step step : chain.steps().subList(from, chain.steps().size())) {
      String place = step.place();
      String words = step.day() + (place == null ? "" : ", " + place);
      body.append("<li>")
          .append(Html.link("/events/" + Html.part(step.event()), words))
          .append(' ')
          .append(Html.text(String.join(", ", step.types())))
          .append(
              Html.text(", " + step.reports() + (step.reports() == 1 ? " report" : " reports")));
      if (step.continues() != null) {
        body.append(" &ldquo;").append(Html.text(step.continues())).append("&rdquo;");
      }
      body.append("</li>");
    }
    body.append("</ol>");
  }
}
