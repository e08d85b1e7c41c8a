package org.chancery.server;

import org.chancery.store.LinkedEvent;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;

/** The part of an event's page that says which reports tell the happening, and why linked. */
final class LinkedPart {
  private LinkedPart() {}

  /** Empty where the mention is not linked yet, or stands alone. */
  static String of(RecordStore store, String id) {
    LinkedEvent event = LinkedEvent.find(store, id).orElse(null);
    if (event == null || event.mentions() < 2) {
      return "";
    }
    String reports = event.reports() + (event.reports() == 1 ? " report" : " reports");
    StringBuilder part =
        new StringBuilder("<h2 id=\"linked\">One happening, " + reports)
            .append("</h2><p>")
            .append(event.mentions())
            .append(" mentions in ")
            .append(reports)
            .append(
                event.independent() == event.reports()
                    ? ""
                    : ", " + event.independent() + " of them independent (the others are copies)")
            .append(". Event ")
            .append(Html.link("/events/" + Html.part(event.id()), event.id()))
            .append(
                ".</p><div class=\"wide\" role=\"region\" aria-label=\"Linked mentions\""
                    + " tabindex=\"0\"><table><thead><tr><th scope=\"col\">Published</th><th"
                    + " scope=\"col\">Report</th><th scope=\"col\">Mention</th><th"
                    + " scope=\"col\">Sentence</th><th scope=\"col\">Why linked</th><th"
                    + " scope=\"col\">Source</th></tr></thead><tbody>");
    for (Questions.Answer row : event.tellings()) {
      String document = row.text("document");
      boolean copy = !row.text("source").equals(document);
      part.append("<tr><td>")
          .append(Html.text(row.text("published")))
          .append("</td><td>")
          .append(
              Html.link(
                  "/documents/" + Html.part(document),
                  row.text("publisher").isEmpty() ? document : row.text("publisher")))
          .append("</td><td>")
          .append(
              Html.link(
                  "/events/" + Html.part(row.text("mention")),
                  row.text("type") + " " + row.text("trigger")))
          .append("</td><td>")
          .append(Html.text(row.text("sentence")))
          .append("</td><td>")
          .append(Html.text(row.text("why")))
          .append("</td><td>")
          .append(
              copy
                  ? "as "
                      + Html.link("/documents/" + Html.part(row.text("source")), row.text("source"))
                  : "")
          .append("</td></tr>");
    }
    return part.append("</tbody></table></div>").toString();
  }
}
