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
  private static final int NEWEST = 30;

  /** So many of a pair's newest contacts are put into chains at once. */
  private static final int CONTACTS = 150;

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
    javalin.get("/relations/{a}/{b}/events", this::newest);
    answer(javalin, "", pair -> Map.of("relation", Relation.of(pair)));
    for (Part part : Part.values()) {
      javalin.get("/relations/{a}/{b}/" + part.key(), context -> part(context, part));
      answer(javalin, "/" + part.key(), pair -> values(part, pair));
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

  private Map<String, Object> values(Part part, Pair pair) {
    Map<String, Object> values = new TreeMap<>();
    switch (part) {
      case REQUESTS -> values.put(part.key(), Relation.asks(pair));
      case ENGAGEMENTS -> {
        Engagement.Newest newest = Engagement.newest(pair, hints, CONTACTS);
        values.put(part.key(), newest.chains().stream().map(RelationPage::steps).toList());
        if (newest.since() != null) {
          values.put("since", newest.since().toString());
        }
      }
      case FIGURES ->
          values.put(
              part.key(), Relation.figures(pair).stream().map(Questions.Answer::values).toList());
    }
    return values;
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
                case REQUESTS -> RelationTables.asks(Relation.asks(pair));
                case ENGAGEMENTS ->
                    RelationTables.chains(
                        Engagement.newest(pair, hints, CONTACTS),
                        address(context.pathParam("a"), context.pathParam("b")) + "/" + part.key(),
                        days(context));
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

  /** The newest events of a pair, alone or to be put into its page. */
  private void newest(Context context) {
    String a = context.pathParam("a");
    String b = context.pathParam("b");
    Map<String, String> asked = days(context);
    asked.putAll(Map.of("actor", a, "recipient", b));
    String body =
        records.ask(
            "part " + name(context),
            String.class,
            store -> Tables.events(EventFilter.of(asked).page(store, null, NEWEST).rows()));
    Pages.part(context, records, "Newest events: " + a + " and " + b, body);
  }

  private static String address(String a, String b) {
    return "/relations/" + Html.part(a) + "/" + Html.part(b);
  }

  private static Map<String, String> days(Context context) {
    Map<String, String> days = new TreeMap<>();
    for (String name : List.of("from", "to")) {
      String value = Pages.blank(context.queryParam(name));
      if (value != null) {
        days.put(name, value);
      }
    }
    return days;
  }

  private String body(Context context, RecordStore store, String a, String b) {
    Relation relation = Relation.of(pair(context, store));
    Map<String, String> days = days(context);
    String address = address(a, b);
    StringBuilder body = new StringBuilder("<p>What reports say that ");
    body.append(Html.text(a)).append(" does towards ").append(Html.text(b)).append(". ");
    body.append(Html.link(address(b, a), "The other way"));
    body.append("</p><figure class=\"chart\" data-relation=\"")
        .append(Html.text("/api/v1" + address + Html.query(days)))
        .append(
            "\"><figcaption>Events a month by quad class; the line is the mean Goldstein value,")
        .append(" dashes mark where its level changes</figcaption></figure>");
    body.append("<details><summary>The same as a table</summary>")
        .append(RelationTables.months(relation))
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
    body.append("<h2>Newest events</h2>")
        .append(Pages.later(address + "/events" + Html.query(days), "Show them"));
    return body.toString();
  }
}
