package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.chancery.store.ActorQuestions;
import org.chancery.store.EventFilter;
import org.chancery.store.FigureRow;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;

/** The pages that sum up (overview, an actor, figures), and what all pages share. */
final class Pages {
  private final Records records;

  Pages(Records records) {
    this.records = records;
  }

  void on(Javalin javalin) {
    javalin.get("/", c -> show(c, "Overview", records.ask("/", String.class, Pages::overview)));
    javalin.get("/actors/{code}", this::actor);
    javalin.get("/actors/{code}/statements", this::statements);
    javalin.get("/actors/{code}/names", this::names);
    javalin.get("/figures", c -> show(c, "Figures", figures(c)));
  }

  private void show(Context context, String title, String body) {
    show(context, records, title, body);
  }

  /** Sends a page. */
  static void show(Context context, Records records, String title, String body) {
    context.html(Html.page(title, body, records.taken()));
  }

  /** The filter that an address asks for. */
  static EventFilter filter(Context context) {
    Map<String, String> given = new TreeMap<>();
    for (String name : EventFilter.NAMES) {
      String value = context.queryParam(name);
      if (value != null) {
        given.put(name, value);
      }
    }
    return EventFilter.of(given);
  }

  private static String overview(RecordStore store) {
    Questions ask = new Questions(store);
    EventFilter all = EventFilter.of(Map.of());
    StringBuilder body = new StringBuilder("<ul class=\"tiles\">");
    ask.counts()
        .get(0)
        .values()
        .forEach(
            (name, count) ->
                body.append("<li><b>")
                    .append(Html.text(String.valueOf(count)))
                    .append("</b> ")
                    .append(Html.text(name))
                    .append("</li>"));
    body.append("</ul>").append(chart("", "Events a month by quad class"));
    body.append("<h2>Newest events</h2>").append(Tables.events(all.page(store, null, 10).rows()));
    body.append("<h2>Most active pairs</h2>").append(Tables.pairs(ask.pairs(all, 10)));
    body.append(Imported.files(ask.imported()));
    body.append("<h2>Runs</h2>").append(Tables.answers(ask.runs()));
    List<Questions.Answer> rejects = ask.rejects();
    if (!rejects.isEmpty()) {
      body.append("<h2>Could not be read</h2>").append(Tables.answers(rejects));
    }
    return body.toString();
  }

  /** A chart that the script draws from the API; without a script, a link to its numbers. */
  private static String chart(String query, String title) {
    String address = "/api/v1/months" + query;
    return "<figure class=\"chart\" data-months=\""
        + Html.text(address)
        + "\"><figcaption>"
        + Html.text(title)
        + "</figcaption><p>"
        + Html.link(address, "The numbers")
        + "</p></figure>";
  }

  private void actor(Context context) {
    String code = context.pathParam("code");
    EventFilter filter = EventFilter.of(Map.of("party", code));
    String body =
        records.ask(
            "/actors/" + code,
            String.class,
            store -> {
              Questions ask = new Questions(store);
              return chart("?party=" + Html.part(code), "Events a month with " + code)
                  + "<h2>Counterparts</h2>"
                  + Tables.pairs(ask.pairs(filter, 20))
                  + "<h2>Offices and spellings</h2>"
                  + later("/actors/" + Html.part(code) + "/names", "Show them")
                  + "<h2>What its sources say</h2>"
                  + later("/actors/" + Html.part(code) + "/statements", "Show the statements")
                  + "<h2>Newest events</h2>"
                  + Tables.events(filter.page(store, null, 20).rows());
            });
    show(context, code, body);
  }

  /** A part of a page that takes longer: fetched when it comes into sight, or by its link. */
  static String later(String address, String words) {
    return "<div hx-get=\""
        + address
        + "\" hx-trigger=\"revealed\"><p>"
        + Html.link(address, words)
        + "</p></div>";
  }

  /** Sends such a part, or a page of its own to who follows the link. */
  static void part(Context context, Records records, String title, String body) {
    if (context.header("HX-Request") == null) {
      show(context, records, title, body);
    } else {
      context.html(body);
    }
  }

  private void statements(Context context) {
    part(context, "What its sources say", (ask, code) -> Tables.answers(ask.statements(code)));
  }

  private void names(Context context) {
    part(
        context,
        "Offices and spellings",
        (ask, code) ->
            "<h3>Offices</h3>"
                + Tables.answers(ask.offices(code))
                + "<h3>Spellings</h3>"
                + Tables.answers(ask.spellings(code)));
  }

  private void part(
      Context context, String title, BiFunction<ActorQuestions, String, String> question) {
    String code = context.pathParam("code");
    String body =
        records.ask(
            context.path(), String.class, store -> question.apply(new ActorQuestions(store), code));
    part(context, records, title + ": " + code, body);
  }

  private String figures(Context context) {
    String counts = blank(context.queryParam("counts"));
    String by = blank(context.queryParam("by"));
    List<FigureRow> rows = records.ask(store -> FigureRow.find(store, counts, null, by, null, 500));
    return Forms.figures(counts, by) + Tables.figures(rows);
  }

  static @org.jspecify.annotations.Nullable String blank(
      @org.jspecify.annotations.Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
