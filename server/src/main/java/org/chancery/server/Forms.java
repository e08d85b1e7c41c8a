package org.chancery.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chancery.core.Modality;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.Reviews;
import org.jspecify.annotations.Nullable;

/** The forms of the pages. */
final class Forms {
  private static final List<String> MODALITIES =
      Arrays.stream(Modality.values()).map(Modality::key).toList();
  private static final List<String> ORIGINS =
      List.of("all", EventRow.OWN, "gdelt", "icews", "phoenix", "polecat");
  static final List<String> LAYERS =
      List.of("event", "actor", "place", "time", "said", "figure", "framing");

  private Forms() {}

  /** The filter of events; its names are those of the address. */
  static String filter(EventFilter filter) {
    Map<String, String> parts = filter.parts();
    StringBuilder form = new StringBuilder("<form class=\"filter\" method=\"get\">");
    form.append(choice("type", Reviews.TYPES, parts));
    form.append(choice("quad", List.of("1", "2", "3", "4"), parts));
    form.append(choice("modality", MODALITIES, parts));
    for (String name : List.of("actor", "recipient", "country", "from", "to", "outlet", "words")) {
      form.append(field(name, parts.getOrDefault(name, "")));
    }
    form.append(choice("origin", ORIGINS, parts));
    form.append(choice("review", List.of("none", "accept", "correct", "reject"), parts));
    return form.append("<button>Filter</button> <a href=\"?\">Clear</a></form>").toString();
  }

  private static String choice(String name, List<String> values, Map<String, String> parts) {
    StringBuilder select =
        new StringBuilder(
            "<label>" + name + " <select name=\"" + name + "\"><option value=\"\">any</option>");
    for (String value : values) {
      select
          .append("<option")
          .append(value.equals(parts.get(name)) ? " selected" : "")
          .append(">")
          .append(value)
          .append("</option>");
    }
    return select.append("</select></label> ").toString();
  }

  private static String field(String name, String value) {
    return "<label>"
        + name
        + " <input name=\""
        + name
        + "\" value=\""
        + Html.text(value)
        + "\" maxlength=\"200\"></label> ";
  }

  static String figures(@Nullable String counts, @Nullable String by) {
    return "<form class=\"filter\" method=\"get\">"
        + field("counts", counts == null ? "" : counts)
        + field("by", by == null ? "" : by)
        + "<button>Filter</button></form>";
  }

  /** The form of the search page. */
  static String search(Map<String, String> parts, List<String> fields) {
    return "<form class=\"filter\" method=\"get\" role=\"search\"><label class=\"query\">words <input"
        + " name=\"q\" type=\"search\" maxlength=\"500\" value=\""
        + Html.text(parts.getOrDefault("q", ""))
        + "\"></label> "
        + choice("in", List.of("documents", "events", "statements"), parts)
        + choice("type", Reviews.TYPES, parts)
        + field("actor", parts.getOrDefault("actor", ""))
        + field("from", parts.getOrDefault("from", ""))
        + field("to", parts.getOrDefault("to", ""))
        + field("outlet", parts.getOrDefault("outlet", ""))
        + "<button>Search</button></form><details><summary>How to ask</summary><p>All words have to be"
        + " there. <code>&quot;a phrase&quot;</code>, <code>peace OR truce</code>, <code>NOT"
        + " grain</code>, <code>Pashinian~</code> for spellings like it, <code>minist*</code>,"
        + " <code>actor:FRA</code>, <code>date:[2024-01 TO 2024-03]</code>. Fields: "
        + Html.text(String.join(", ", fields))
        + ".</p></details>";
  }

  /** Switches of a document's layers. */
  static String layers() {
    StringBuilder form = new StringBuilder("<fieldset class=\"layers\"><legend>Show</legend>");
    for (String layer : LAYERS) {
      form.append("<label><input type=\"checkbox\" data-layer=\"")
          .append(layer)
          .append("\" checked> ")
          .append(layer.equals("said") ? "what sources say" : layer)
          .append("</label> ");
    }
    return form.append("</fieldset>").toString();
  }

  /** A review of one event; the version seen goes with it. */
  static String review(EventRow row, int version, String secret) {
    StringBuilder form =
        new StringBuilder("<form class=\"review\" method=\"post\" action=\"/review\">");
    hidden(form, "secret", secret);
    hidden(form, "document", row.document());
    hidden(form, "mention", row.id());
    hidden(form, "version", String.valueOf(version));
    form.append(field("reviewer", ""));
    form.append(
        "<label>verdict <select name=\"verdict\"><option>accept</option><option>correct</option><option>reject</option></select></label> ");
    form.append(choice("type", Reviews.TYPES, Map.of("type", row.type())));
    form.append(choice("modality", MODALITIES, Map.of("modality", row.modality())));
    form.append(field("actors", String.join("; ", row.actors())));
    form.append(field("recipients", String.join("; ", row.recipients())));
    form.append(field("date", row.date() == null ? "" : row.date()));
    form.append(field("place", row.place() == null ? "" : row.place()));
    form.append(field("said_by", row.saidBy()));
    form.append(
        "<label>reason <textarea name=\"reason\" maxlength=\"2000\" rows=\"2\"></textarea></label> ");
    return form.append("<button>Save review</button></form>").toString();
  }

  static void hidden(StringBuilder form, String name, String value) {
    form.append("<input type=\"hidden\" name=\"")
        .append(name)
        .append("\" value=\"")
        .append(Html.text(value))
        .append("\">");
  }
}
