package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.Span;
import org.chancery.store.search.Hit;
import org.chancery.store.search.In;
import org.chancery.store.search.SearchIndex;
import org.chancery.store.search.SearchQuery;
import org.chancery.store.search.SearchResults;
import org.jspecify.annotations.Nullable;

/** Search as a page and in the API. */
final class SearchPages {
  private static final int PAGE = 20;
  private static final List<String> FILTERS = List.of("type", "actor", "from", "to", "outlet");

  private final Records records;
  private final Searches searches;

  SearchPages(Records records, Searches searches) {
    this.records = records;
    this.searches = searches;
  }

  void on(Javalin javalin) {
    javalin.get("/search", this::page);
    javalin.get("/api/v1/search", this::api);
  }

  private void api(Context context) {
    SearchResults results = searches.find(query(context));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("hits", results.hits().stream().map(Hit::values).toList());
    body.put("total", results.total());
    body.put("exact", results.exact());
    body.put("next", results.next());
    Api.send(context, "application/json", Api.json(body));
  }

  private static SearchQuery query(Context context) {
    List<In> in = new ArrayList<>();
    for (String given : context.queryParams("in")) {
      for (String key : given.split(",")) {
        if (!key.isBlank()) {
          in.add(In.of(key.strip()));
        }
      }
    }
    String words = context.queryParam("q");
    return new SearchQuery(
        words == null ? "" : words,
        in,
        part(context, "type"),
        part(context, "actor"),
        part(context, "from"),
        part(context, "to"),
        part(context, "outlet"),
        part(context, "cursor"),
        Api.size(context.queryParam("limit"), PAGE, SearchQuery.MOST));
  }

  private static @Nullable String part(Context context, String name) {
    return Pages.blank(context.queryParam(name));
  }

  private void page(Context context) {
    Map<String, String> parts = parts(context);
    StringBuilder body = new StringBuilder(Forms.search(parts, SearchIndex.fields()));
    try {
      if (!parts.isEmpty()) {
        results(body, searches.find(query(context)), parts);
      }
    } catch (IllegalArgumentException e) { // the form stays, with what was written
      context.status(400);
      body.append("<p class=\"fault\" role=\"alert\">")
          .append(Html.text(String.valueOf(e.getMessage())))
          .append("</p>");
    }
    context.html(Html.page("Search", body.toString(), records.taken()));
  }

  private static Map<String, String> parts(Context context) {
    Map<String, String> parts = new TreeMap<>();
    List<String> names = new ArrayList<>(FILTERS);
    names.addAll(List.of("q", "in"));
    for (String name : names) {
      String value = part(context, name);
      if (value != null) {
        parts.put(name, value);
      }
    }
    return parts;
  }

  private static void results(
      StringBuilder body, SearchResults results, Map<String, String> parts) {
    body.append("<p role=\"status\">")
        .append(results.exact() ? "" : "More than ")
        .append(results.total())
        .append(" found.</p><ol class=\"hits\">");
    results.hits().forEach(hit -> hit(body, hit));
    body.append("</ol>");
    if (results.next() != null) {
      Map<String, String> next = new TreeMap<>(parts);
      next.put("cursor", results.next());
      body.append("<p>").append(Html.link("/search" + Html.query(next), "More")).append("</p>");
    }
  }

  private static void hit(StringBuilder body, Hit hit) {
    String report = "/documents/" + Html.part(hit.document());
    String title = hit.title() == null ? hit.document() : hit.title();
    body.append("<li><p class=\"day\">")
        .append(Html.text(hit.date() == null ? "" : hit.date()))
        .append(" - ");
    switch (hit.in()) {
      case DOCUMENTS -> body.append("report ");
      case EVENTS ->
          body.append("event ")
              .append(
                  Html.link(
                      "/events/" + Html.part(hit.id()),
                      hit.about().get("type")
                          + " "
                          + side(hit.about().get("actors"))
                          + " - "
                          + side(hit.about().get("recipients"))))
              .append(" in ");
      case STATEMENTS ->
          body.append("statement of ")
              .append(Html.text(String.valueOf(hit.about().get("said_by"))))
              .append(", ")
              .append(Html.text(hit.about().get("stance") + " " + hit.about().get("issue")))
              .append(", in ");
    }
    body.append(Html.link(report, title))
        .append(Html.text(hit.publisher() == null ? "" : " - " + hit.publisher()))
        .append("</p><blockquote>")
        .append(marked(hit))
        .append("</blockquote></li>");
  }

  private static String side(@Nullable Object codes) {
    return codes instanceof List<?> list && !list.isEmpty()
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : "unknown";
  }

  /** The words of a hit, escaped piece by piece, with what was asked for marked. */
  private static String marked(Hit hit) {
    StringBuilder out = new StringBuilder();
    int last = 0;
    for (Span mark : hit.marks()) {
      out.append(Html.text(hit.words().substring(last, mark.begin())))
          .append("<mark>")
          .append(Html.text(hit.words().substring(mark.begin(), mark.end())))
          .append("</mark>");
      last = mark.end();
    }
    return out.append(Html.text(hit.words().substring(last))).toString();
  }
}
