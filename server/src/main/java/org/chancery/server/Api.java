package org.chancery.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.FigureRow;
import org.chancery.store.Questions;
import org.chancery.store.export.ExportFormat;
import org.jspecify.annotations.Nullable;

/** The REST API: the pages' queries as JSON, and events as files (see {@link Downloads}). */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Records records;
  private final Downloads downloads;

  Api(Records records) {
    this.records = records;
    this.downloads = new Downloads(records);
  }

  void on(Javalin javalin) {
    javalin.get("/api/v1/openapi.json", c -> send(c, "application/json", openApi()));
    javalin.get("/api/v1/events", this::events);
    javalin.get("/api/v1/events/{id}", this::event);
    javalin.get("/api/v1/months", c -> answers(c, ask -> ask.months(Pages.filter(c))));
    javalin.get("/api/v1/pairs", c -> answers(c, ask -> ask.pairs(Pages.filter(c), 500)));
    javalin.get("/api/v1/points", c -> answers(c, ask -> ask.points(Pages.filter(c))));
    javalin.get("/api/v1/counts", c -> answers(c, Questions::counts));
    javalin.get("/api/v1/figures", this::figures);
    javalin.get(
        "/api/v1/documents/{id}/spans", c -> answers(c, ask -> ask.spans(c.pathParam("id"))));
  }

  private void answers(
      Context context, java.util.function.Function<Questions, List<Questions.Answer>> question) {
    String asked = context.path() + Pages.filter(context).parts();
    String body =
        records.ask(
            asked,
            String.class,
            store ->
                json(
                    Map.of(
                        "rows",
                        question.apply(new Questions(store)).stream()
                            .map(Questions.Answer::values)
                            .toList())));
    send(context, "application/json", body);
  }

  private void events(Context context) {
    EventFilter filter = Pages.filter(context);
    ExportFormat format = Downloads.format(context);
    if (format != null) {
      downloads.send(context, format, filter);
      return;
    }
    int size = size(context.queryParam("limit"));
    String cursor = context.queryParam("cursor");
    EventFilter.Page page = records.ask(store -> filter.page(store, cursor, size));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("events", page.rows().stream().map(Api::values).toList());
    body.put("next", page.next());
    send(context, "application/json", json(body));
  }

  private static int size(@Nullable String limit) {
    return size(limit, PAGE, LARGEST_PAGE);
  }

  /** How many rows a page is to have. */
  static int size(@Nullable String limit, int usual, int most) {
    if (limit == null || limit.isBlank()) {
      return usual;
    }
    try {
      int size = Integer.parseInt(limit);
      if (size >= 1 && size <= most) {
        return size;
      }
    } catch (NumberFormatException e) {
      // falls through to the message
    }
    throw new IllegalArgumentException("limit is a number from 1 to " + most);
  }

  private void event(Context context) {
    List<Questions.Answer> found =
        records.ask(store -> new Questions(store).mention(context.pathParam("id")));
    if (found.isEmpty()) { // of another system: its row as it was given
      found = records.ask(store -> new Questions(store).imported(context.pathParam("id")));
    }
    if (found.isEmpty()) {
      throw new NotFoundResponse("the record has no event " + context.pathParam("id"));
    }
    send(context, "application/json", json(found.get(0).values()));
  }

  private void figures(Context context) {
    String counts = Pages.blank(context.queryParam("counts"));
    String by = Pages.blank(context.queryParam("by"));
    int size = size(context.queryParam("limit"));
    List<FigureRow> rows =
        records.ask(store -> FigureRow.find(store, counts, null, by, null, size));
    send(context, "application/json", json(Map.of("figures", rows)));
  }

  private static Map<String, @Nullable Object> values(EventRow r) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", r.id());
    values.put("document", r.document());
    values.put("publisher", r.publisher());
    values.put("published", r.published());
    values.put("type", r.type());
    values.put("mode", r.mode());
    values.put("cameo", r.cameo());
    values.put("quad_class", r.quadClass());
    values.put("goldstein", r.goldstein());
    values.put("modality", r.modality());
    values.put("actors", r.actors());
    values.put("actor_texts", r.actorTexts());
    values.put("recipients", r.recipients());
    values.put("recipient_texts", r.recipientTexts());
    values.put("trigger", r.trigger());
    values.put("date", r.date());
    values.put("place", r.place());
    values.put("place_country", r.placeCountry());
    values.put("lat", r.lat());
    values.put("lon", r.lon());
    values.put("said_by", r.saidBy());
    values.put("confidence", r.confidence());
    values.put("coded_by", r.codedBy());
    values.put("review", r.review());
    values.put("origin", r.origin());
    return values;
  }

  /** Sends a body with its ETag, or says that the asker has it already. */
  static void send(Context context, String type, String body) {
    CRC32 sum = new CRC32();
    sum.update(body.getBytes(StandardCharsets.UTF_8));
    if (isKnown(context, Long.toHexString(sum.getValue()) + "-" + body.length())) {
      return;
    }
    context.contentType(type);
    context.result(body);
  }

  /** Sets the ETag; whether the asker has just this already, and was told so. */
  static boolean isKnown(Context context, String content) {
    String tag = '"' + content + '"';
    context.header("ETag", tag);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return true;
    }
    return false;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String openApi() {
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
