package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import org.chancery.store.EventFilter;
import org.chancery.store.Questions;

/** The pages that draw many events at once: map and network. */
final class MapPages {
  private static final int PAIRS = 200;
  private static final int POINTS = 200;

  private final Records records;

  MapPages(Records records) {
    this.records = records;
  }

  void on(Javalin javalin) {
    javalin.get("/map", c -> Pages.show(c, records, "Map", map(c)));
    javalin.get("/network", c -> Pages.show(c, records, "Network", network(c)));
  }

  private String map(Context context) {
    EventFilter filter = Pages.filter(context);
    String address = "/api/v1/points" + Html.query(filter.parts());
    List<Questions.Answer> points = records.ask(store -> new Questions(store).points(filter));
    return Forms.filter(filter)
        + "<p><label for=\"month\">Up to</label> <input id=\"month\" type=\"range\" min=\"0\" max=\"0\" value=\"0\">"
        + " <output for=\"month\" id=\"month-name\"></output></p><div id=\"map\" data-points=\""
        + Html.text(address)
        + "\" role=\"application\" aria-label=\"Map of events\"></div><p>"
        + drawn(points)
        + "Circles of towns are small, those of"
        + " regions and countries wide: the place is no better known than that.</p><details><summary>The"
        + " same as a table</summary>"
        + Tables.answers(points.subList(0, Math.min(POINTS, points.size())))
        + "</details>";
  }

  /** Says so where not all events are drawn. */
  private static String drawn(List<Questions.Answer> points) {
    long drawn = points.stream().mapToLong(point -> point.number("events")).sum();
    long all = points.isEmpty() ? 0 : points.get(0).number("events_of_all");
    return drawn == all
        ? ""
        : "Drawn are " + drawn + " of " + all + " events, those of the places with most. ";
  }

  private String network(Context context) {
    EventFilter filter = Pages.filter(context);
    List<Questions.Answer> pairs = records.ask(store -> new Questions(store).pairs(filter, PAIRS));
    return Forms.filter(filter)
        + "<div id=\"network\" data-pairs=\""
        + Html.text("/api/v1/pairs" + Html.query(filter.parts()))
        + "\" role=\"application\" aria-label=\"Network of who acts on whom\"></div><h2>The same as a"
        + " table</h2>"
        + Tables.pairs(pairs);
  }
}
