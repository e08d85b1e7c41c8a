package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.Facets;
import org.chancery.store.FigureRow;
import org.chancery.store.LinkedEvent;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.chancery.store.Reviews;
import org.chancery.store.StoredDocument;
import org.chancery.store.Tellings;

/** The pages of events: the table with its facets, one event, and the document that tells it. */
final class EventPages {
  private static final int ROWS = 50;
  private static final int TELLINGS = 12;

  private final Records records;
  private final Guard guard;

  EventPages(Records records, Guard guard) {
    this.records = records;
    this.guard = guard;
  }

  void on(Javalin javalin) {
    javalin.get("/events", c -> show(c, "Events", events(c)));
    javalin.get("/events/{id}", c -> show(c, "Event", event(c.pathParam("id"))));
    javalin.get("/documents/{id}", this::document);
  }

  private void show(Context context, String title, String body) {
    Pages.show(context, records, title, body);
  }

  private String events(Context context) {
    EventFilter filter = Pages.filter(context);
    String cursor = context.queryParam("cursor");
    return records.ask(
        "/events" + filter.parts() + cursor,
        String.class,
        store -> {
          EventFilter.Page page = filter.page(store, cursor, ROWS);
          String query = Html.query(filter.parts());
          StringBuilder body = new StringBuilder(Forms.filter(filter));
          body.append("<div class=\"facets\">");
          Facets.of(store, filter)
              .forEach((facet, values) -> body.append(Tables.facet(filter, facet, values)));
          body.append("</div><p class=\"downloads\">Download exactly these: ");
          for (String format : Downloads.KEYS) {
            String mark = query.isEmpty() ? "?" : "&";
            body.append(Html.link("/api/v1/events" + query + mark + "format=" + format, format))
                .append(' ');
          }
          Map<String, String> grouped = new TreeMap<>(filter.parts());
          boolean group = grouped.remove("group") == null;
          if (group) {
            grouped.put("group", "event");
          }
          body.append(
                  Html.link(
                      "/events" + Html.query(grouped),
                      group ? "One row an event" : "One row a mention"))
              .append("</p>")
              .append(Tables.events(page.rows()));
          if (page.next() != null) {
            Map<String, String> next = new TreeMap<>(filter.parts());
            next.put("cursor", page.next());
            body.append("<p>")
                .append(Html.link("/events" + Html.query(next), "More"))
                .append("</p>");
          }
          return body.toString();
        });
  }

  private String event(String asked) {
    return records.ask(
        store -> {
          String id = // an event is shown by the first of its mentions
              asked.startsWith("ev-")
                  ? LinkedEvent.find(store, asked)
                      .map(event -> event.tellings().get(0).text("mention"))
                      .orElse(asked)
                  : asked;
          List<Questions.Answer> found = new Questions(store).mention(id);
          if (found.isEmpty()) {
            return Imported.event(store, id, guard.secret());
          }
          Questions.Answer mention = found.get(0);
          EventRow row =
              org.chancery.store.EventQuery.ofDocument(mention.text("document")).run(store).stream()
                  .filter(r -> r.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> new NotFoundResponse("the record has no event " + id));
          StringBuilder body = new StringBuilder();
          body.append(Tables.events(List.of(row)));
          body.append("<h2>Evidence</h2><blockquote class=\"evidence\">")
              .append("<span class=\"context\">")
              .append(Html.text(mention.text("before")))
              .append("</span><span class=\"sentence\">")
              .append(trigger(mention))
              .append("</span><span class=\"context\">")
              .append(Html.text(mention.text("after")))
              .append("</span></blockquote><p>Said by <b>")
              .append(Html.text(row.saidBy()))
              .append("</b> in ")
              .append(Html.link("/documents/" + Html.part(row.document()), row.document()))
              .append(".</p><h2>Why coded so</h2>")
              .append(Tables.pairsOf(why(row, mention)));
          body.append(LinkedPart.of(store, id));
          tellings(store, id, body);
          body.append("<h2>Reviews</h2>").append(Tables.answers(Reviews.history(store, id)));
          body.append(Forms.review(row, Reviews.history(store, id).size(), guard.secret()));
          return body.toString();
        });
  }

  private static Map<String, String> why(EventRow row, Questions.Answer mention) {
    Map<String, String> why = new java.util.LinkedHashMap<>();
    why.put("coded by", row.codedBy());
    why.put("confidence", String.valueOf(row.confidence()));
    why.put("CAMEO", row.cameo() == null ? "none" : row.cameo());
    why.put("Goldstein", String.valueOf(row.goldstein()));
    why.put("contexts", mention.text("contexts"));
    why.put("within", mention.text("within"));
    return why;
  }

  private static String trigger(Questions.Answer mention) {
    String sentence = mention.text("sentence");
    int from = (int) (mention.number("trigger_begin") - mention.number("sentence_begin"));
    int to = (int) (mention.number("trigger_end") - mention.number("sentence_begin"));
    if (from < 0 || to > sentence.length() || from > to) {
      return Html.text(sentence);
    }
    return Html.text(sentence.substring(0, from))
        + "<mark>"
        + Html.text(sentence.substring(from, to))
        + "</mark>"
        + Html.text(sentence.substring(to));
  }

  private static void tellings(RecordStore store, String id, StringBuilder body) {
    List<Tellings.Telling> tellings = Tellings.of(store, id, TELLINGS);
    if (tellings.size() < 2) {
      return;
    }
    body.append("<h2>Tellings side by side</h2><div class=\"tellings\">");
    for (Tellings.Telling telling : tellings) {
      body.append("<article><h3>")
          .append(Html.text(telling.publisher() == null ? telling.document() : telling.publisher()))
          .append("</h3><p class=\"day\">")
          .append(Html.text(telling.published() == null ? "" : telling.published()))
          .append("</p>");
      for (String sentence : telling.sentences()) {
        body.append("<blockquote>").append(Html.text(sentence)).append("</blockquote>");
      }
      for (Tellings.Framed framed : telling.framings()) {
        body.append("<p class=\"framing\">&ldquo;")
            .append(Html.text(framed.text()))
            .append("&rdquo;, words of ")
            .append(Html.text(framed.saidBy()))
            .append("</p>");
      }
      for (FigureRow figure : telling.figures()) {
        body.append("<p class=\"figure\">")
            .append(Html.text(figure.counts() + ": " + figure.text() + ", says " + figure.saidBy()))
            .append("</p>");
      }
      body.append("</article>");
    }
    body.append("</div>");
  }

  private void document(Context context) {
    String id = context.pathParam("id");
    records.ask(
        store -> {
          StoredDocument document = StoredDocument.find(store, id);
          if (document == null) {
            show(context, id, Imported.document(store, id));
            return "";
          }
          String title = document.title() == null ? id : document.title();
          StringBuilder body = new StringBuilder("<p class=\"day\">");
          body.append(
              Html.text(
                  String.join(
                      " - ",
                      java.util.stream.Stream.of(document.publisher(), document.published(), id)
                          .filter(java.util.Objects::nonNull)
                          .toList())));
          body.append("</p>").append(Forms.layers());
          body.append("<div class=\"report\" id=\"report\">")
              .append(Layers.marked(document.text(), new Questions(store).spans(id)))
              .append("</div><h2>Events</h2>")
              .append(Tables.events(org.chancery.store.EventQuery.ofDocument(id).run(store)));
          show(context, title, body.toString());
          return "";
        });
  }
}
