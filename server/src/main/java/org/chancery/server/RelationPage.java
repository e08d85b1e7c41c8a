package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.chancery.store.Engagement;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.Pair;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.chancery.store.Relation;
import org.jspecify.annotations.Nullable;

/** The page, and the API's answer, on one party towards another. */
final class RelationPage {
  private static final int CHAINS = 20;
  private static final int STEPS = 40;

  private final Records records;
  private final Function<String, @Nullable String> hints;

  RelationPage(Records records, Function<String, @Nullable String> hints) {
    this.records = records;
    this.hints = hints;
  }

  /** What is told of a pair beside its course; each part has an address of its own. */
  private enum Part {
    REQUESTS("Requests and offers"),
    ENGAGEMENTS("Engagements"),
    FIGURES("Figures by source");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void on(Javalin javalin) {
    javalin.get("/relations/{a}/{b}", this::page);
    answer(javalin, "", pair -> Map.of("relation", Relation.of(pair)));
    for (Part part : Part.values()) {
      javalin.get("/relations/{a}/{b}/" + part.key(), context -> part(context, part));
      answer(javalin, "/" + part.key(), pair -> Map.of(part.key(), values(part, pair)));
    }
  }

  private void answer(Javalin javalin, String part, Function<Pair, Map<String, Object>> body) {
    javalin.get(
        "/api/v1/relations/{a}/{b}" + part,
        context -> {
          String json =
              records.ask(
                  "json " + name(context),
                  String.class,
                  store -> Api.json(body.apply(pair(context, store))));
          Api.send(context, "application/json", json);
        });
  }

  private List<?> values(Part part, Pair pair) {
    return switch (part) {
      case REQUESTS -> Relation.asks(pair);
      case ENGAGEMENTS -> Engagement.of(pair, hints).stream().map(RelationPage::steps).toList();
      case FIGURES -> Relation.figures(pair).stream().map(Questions.Answer::values).toList();
    };
  }

  /** A part alone, or to be put into the page. */
  private void part(Context context, Part part) {
    String body =
        records.ask(
            "part " + name(context),
            String.class,
            store -> {
              Pair pair = pair(context, store);
              return switch (part) {
                case REQUESTS -> asks(Relation.asks(pair));
                case ENGAGEMENTS -> chains(Engagement.of(pair, hints));
                case FIGURES -> Tables.answers(Relation.figures(pair));
              };
            });
    Pages.part(
        context,
        records,
        part.title + ": " + context.pathParam("a") + " and " + context.pathParam("b"),
        body);
  }

  private static List<Map<String, @Nullable Object>> steps(Engagement chain) {
    return chain.steps().stream().map(RelationPage::step).toList();
  }

  private static Map<String, @Nullable Object> step(Engagement.Step step) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    values.put("day", step.day().toString());
    values.put("place", step.place());
    values.put("country", step.country());
    values.put("types", step.types());
    values.put("event", step.event());
    values.put("reports", step.reports());
    values.put("outlets", step.outlets());
    values.put("continues", step.continues());
    return values;
  }

  private static String name(Context context) {
    return context.path() + "?" + context.queryParam("from") + "&" + context.queryParam("to");
  }

  private static Pair pair(Context context, RecordStore store) {
    return Pair.of(
        store,
        context.pathParam("a"),
        context.pathParam("b"),
        Pages.blank(context.queryParam("from")),
        Pages.blank(context.queryParam("to")));
  }

  private void page(Context context) {
    String a = context.pathParam("a");
    String b = context.pathParam("b");
    String body =
        records.ask("page " + name(context), String.class, store -> body(context, store, a, b));
    context.html(Html.page(a + " and " + b, body, records.taken()));
  }

  private String body(Context context, RecordStore store, String a, String b) {
    Relation relation = Relation.of(pair(context, store));
    Map<String, String> days = new TreeMap<>();
    for (String name : List.of("from", "to")) {
      String value = Pages.blank(context.queryParam(name));
      if (value != null) {
        days.put(name, value);
      }
    }
    String address = "/relations/" + Html.part(a) + "/" + Html.part(b);
    StringBuilder body = new StringBuilder("<p>What reports say that ");
    body.append(Html.text(a)).append(" does towards ").append(Html.text(b)).append(". ");
    body.append(Html.link("/relations/" + Html.part(b) + "/" + Html.part(a), "The other way"));
    body.append("</p><figure class=\"chart\" data-relation=\"")
        .append(Html.text("/api/v1" + address + Html.query(days)))
        .append(
            "\"><figcaption>Events a month by quad class; the line is the mean Goldstein value,")
        .append(" dashes mark where its level changes</figcaption></figure>");
    body.append("<details><summary>The same as a table</summary>")
        .append(months(relation))
        .append("</details>");
    if (!relation.changes().isEmpty()) {
      body.append("<h2>Changes</h2><ul>");
      for (Relation.Change change : relation.changes()) {
        body.append("<li>")
            .append(
                Html.text(
                    String.format(
                        Locale.ROOT,
                        "%s: mean Goldstein value from %.1f to %.1f",
                        change.month(),
                        change.before(),
                        change.after())))
            .append("</li>");
      }
      body.append("</ul>");
    }
    EventRow last = relation.lastContact();
    body.append("<h2>Last contact</h2>")
        .append(Tables.events(last == null ? List.of() : List.of(last)));
    for (Part part : Part.values()) {
      body.append("<h2>")
          .append(part.title)
          .append("</h2>")
          .append(Pages.later(address + "/" + part.key() + Html.query(days), "Show them"));
    }
    days.putAll(Map.of("actor", a, "recipient", b));
    body.append("<h2>Newest events</h2>")
        .append(Tables.events(EventFilter.of(days).page(store, null, 30).rows()));
    return body.toString();
  }

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

  private static String months(Relation relation) {
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

  private static String asks(List<Relation.Ask> asks) {
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

  private static String chains(List<Engagement> chains) {
    StringBuilder body = new StringBuilder(chains.isEmpty() ? "<p>None.</p>" : "");
    chains.stream().limit(CHAINS).forEach(chain -> chain(body, chain));
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
