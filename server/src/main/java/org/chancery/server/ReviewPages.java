package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.chancery.store.EventFilter;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.Questions;
import org.chancery.store.Reviews;
import org.jspecify.annotations.Nullable;

/** The pages that write or compute: the queue of reviews, and a pasted report coded at once. */
final class ReviewPages {
  private static final int QUEUE = 50;
  private static final int LONGEST_REPORT = 100_000;

  private final Records records;
  private final Guard guard;
  private final @Nullable Function<String, Server.Pasted> coder;

  /** Pasted reports are coded one or two at a time; more wait their turn. */
  private final Semaphore coding = new Semaphore(2, true);

  ReviewPages(Records records, Guard guard, @Nullable Function<String, Server.Pasted> coder) {
    this.records = records;
    this.guard = guard;
    this.coder = coder;
  }

  void on(Javalin javalin) {
    javalin.get("/review", this::queue);
    javalin.post("/review", this::write);
    javalin.get("/paste", c -> c.html(Html.page("Paste a report", form(""), records.taken())));
    javalin.post("/paste", this::paste);
  }

  private void queue(Context context) {
    String most = Objects.requireNonNullElse(Pages.blank(context.queryParam("most")), "0.7");
    EventFilter filter = EventFilter.of(Map.of("most", most, "review", "none"));
    String body =
        records.ask(
            store -> {
              Double agreement = Reviews.agreement(store);
              return "<p>Events with a confidence under "
                  + Html.text(most)
                  + " that nobody has reviewed. Open one to accept, correct or reject it.</p><p>Agreement of"
                  + " reviewers (Krippendorff's alpha): "
                  + (agreement == null
                      ? "no event has two reviewers yet"
                      : String.format(java.util.Locale.ROOT, "%.3f", agreement))
                  + "</p>"
                  + Tables.events(filter.page(store, context.queryParam("cursor"), QUEUE).rows());
            });
    context.html(Html.page("Review", body, records.taken()));
  }

  private void write(Context context) {
    String mention = field(context, "mention");
    String document = field(context, "document");
    EventRow row =
        records.ask(
            store ->
                EventQuery.ofDocument(document).run(store).stream()
                    .filter(r -> r.id().equals(mention))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundResponse("the record has no such event")));
    boolean corrects = field(context, "verdict").equals("correct");
    int version;
    try {
      version = Integer.parseInt(field(context, "version"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("version is the number of reviews that you saw", e);
    }
    Reviews.Review review =
        new Reviews.Review(
            document,
            mention,
            field(context, "reviewer"),
            field(context, "verdict"),
            field(context, "reason"),
            version,
            corrects ? changed(context, "type", row.type()) : null,
            corrects ? changed(context, "modality", row.modality()) : null,
            corrects ? codes(context, "actors", row.actors()) : null,
            corrects ? codes(context, "recipients", row.recipients()) : null,
            corrects ? changed(context, "date", row.date()) : null,
            corrects ? changed(context, "place", row.place()) : null,
            corrects ? changed(context, "said_by", row.saidBy()) : null);
    try {
      records.write(review);
      context.redirect("/events/" + Html.part(mention), HttpStatus.SEE_OTHER);
    } catch (Reviews.StaleException e) {
      context.status(409);
      context.html(
          Html.page(
              "Somebody was quicker",
              "<p class=\"fault\">"
                  + Html.text(String.valueOf(e.getMessage()))
                  + "</p><h2>Yours</h2>"
                  + Tables.pairsOf(shown(review))
                  + "<h2>What is there</h2>"
                  + records.ask(store -> Tables.answers(Reviews.history(store, mention)))
                  + "<p>"
                  + Html.link("/events/" + Html.part(mention), "Look at it and review again")
                  + "</p>",
              records.taken()));
    }
  }

  private static Map<String, String> shown(Reviews.Review review) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("verdict", review.verdict());
    shown.put("reviewer", review.reviewer());
    shown.put("reason", review.reason());
    shown.put("type", String.valueOf(review.type()));
    shown.put("modality", String.valueOf(review.modality()));
    return shown;
  }

  private static String field(Context context, String name) {
    return Objects.requireNonNullElse(context.formParam(name), "").strip();
  }

  private static @Nullable String changed(Context context, String name, @Nullable String before) {
    String value = field(context, name);
    return value.isEmpty() || value.equals(before) ? null : value;
  }

  private static @Nullable List<String> codes(Context context, String name, List<String> before) {
    List<String> codes =
        new ArrayList<>(Arrays.stream(field(context, name).split(";")).map(String::strip).toList());
    codes.removeIf(String::isEmpty);
    return codes.equals(before) ? null : codes;
  }

  private String form(String text) {
    StringBuilder form =
        new StringBuilder("<form class=\"paste\" method=\"post\" action=\"/paste\">");
    Forms.hidden(form, "secret", guard.secret());
    return form.append("<label>Report <textarea name=\"text\" rows=\"12\" required maxlength=\"")
        .append(LONGEST_REPORT)
        .append("\">")
        .append(Html.text(text))
        .append(
            "</textarea></label><button>Code it</button></form><p>It is coded here and kept nowhere.</p>")
        .toString();
  }

  private void paste(Context context) {
    String text = Objects.requireNonNullElse(context.formParam("text"), "");
    Function<String, Server.Pasted> own = coder;
    if (own == null) {
      throw new IllegalArgumentException("this server was started without a coder");
    }
    if (text.isBlank() || text.length() > LONGEST_REPORT) {
      throw new IllegalArgumentException("paste a text of 1 to " + LONGEST_REPORT + " characters");
    }
    coding.acquireUninterruptibly();
    Server.Pasted pasted;
    try {
      pasted = own.apply(text);
    } finally {
      coding.release();
    }
    List<Questions.Answer> spans = new ArrayList<>();
    pasted.marks().stream()
        .sorted(java.util.Comparator.comparingInt(Server.Mark::begin))
        .forEach(
            mark -> {
              Map<String, @Nullable Object> values = new LinkedHashMap<>();
              values.put("layer", mark.layer());
              values.put("b", mark.begin());
              values.put("e", mark.end());
              values.put("note", mark.note());
              spans.add(new Questions.Answer(values));
            });
    StringBuilder body = new StringBuilder(form(text));
    body.append("<h2>As read</h2>")
        .append(Forms.layers())
        .append("<div class=\"report\" id=\"report\">")
        .append(Layers.marked(pasted.text(), spans))
        .append("</div><h2>Events</h2>");
    if (pasted.events().isEmpty()) {
      body.append("<p>No events.</p>");
    }
    for (Server.Coded event : pasted.events()) {
      body.append("<h3>")
          .append(Html.text(event.line()))
          .append("</h3><details><summary>Why</summary><pre>")
          .append(Html.text(event.why()))
          .append("</pre></details>");
    }
    context.html(Html.page("Paste a report", body.toString(), records.taken()));
  }
}
