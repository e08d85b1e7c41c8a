package org.chancery.server;

import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.chancery.store.Reviews;

/** What pages show of events that were read from other systems: there is no text, but their row. */
final class Imported {
  private Imported() {}

  /** The files that were read, for the overview; nothing when there are none. */
  static String files(List<Questions.Answer> files) {
    return files.isEmpty()
        ? ""
        : "<h2>Read from other systems</h2><p>"
            + Html.link("/events?origin=all", "All events, of every origin")
            + "</p>"
            + Tables.answers(files);
  }

  /** One event with the row that it was read from, and a form to review it. */
  static String event(RecordStore store, String id, String secret) {
    Questions ask = new Questions(store);
    List<Questions.Answer> found = ask.imported(id);
    if (found.isEmpty()) {
      throw new NotFoundResponse("the record has no event " + id);
    }
    Questions.Answer event = found.get(0);
    EventRow row =
        EventQuery.ofDocument(event.text("document")).run(store).stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("the record has no event " + id));
    return Tables.events(List.of(row))
        + "<h2>Read from "
        + Html.text(event.text("origin"))
        + "</h2><p>Line "
        + Html.text(event.text("line"))
        + " of "
        + Html.text(event.text("origin_file"))
        + ". Chancery has not read the report; the row is what "
        + Html.text(event.text("origin"))
        + " says.</p>"
        + Tables.pairsOf(cells(event))
        + "<h2>Mentions</h2>"
        + Tables.answers(ask.importedMentions(id))
        + "<h2>Reviews</h2>"
        + Tables.answers(Reviews.history(store, id))
        + Forms.review(row, Reviews.history(store, id).size(), secret);
  }

  /** The cells of the row that hold something, by the names of their columns. */
  private static Map<String, String> cells(Questions.Answer event) {
    Map<String, String> named = new LinkedHashMap<>();
    if (event.values().get("columns") instanceof List<?> columns
        && event.values().get("cells") instanceof List<?> cells) {
      for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
        String cell = String.valueOf(cells.get(i));
        if (!cell.isEmpty()) {
          named.put(String.valueOf(columns.get(i)), cell);
        }
      }
    }
    return named;
  }

  /** The events that other systems have of a report which the record does not hold. */
  static String document(RecordStore store, String id) {
    List<EventRow> rows = EventQuery.ofDocument(id).run(store);
    if (rows.isEmpty()) {
      throw new NotFoundResponse("the record has no report " + id);
    }
    return "<p>The record does not hold this report. It is known from rows of "
        + Html.text(rows.get(0).origin())
        + ", which call it "
        + Html.text(id)
        + ".</p><h2>Events</h2>"
        + Tables.events(rows.subList(0, Math.min(rows.size(), 500)));
  }
}
