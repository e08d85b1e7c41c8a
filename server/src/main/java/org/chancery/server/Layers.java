package org.chancery.server;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.chancery.store.Questions;

/** A document's text with the spans of its layers. */
final class Layers {
  private Layers() {}

  /** The text cut at every span's ends; each piece carries the layers that cover it. */
  static String marked(String text, List<Questions.Answer> spans) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    List<Questions.Answer> inside = new ArrayList<>();
    for (Questions.Answer span : spans) {
      int begin = (int) span.number("b");
      int end = (int) span.number("e");
      if (begin >= 0 && begin < end && end <= text.length()) {
        cuts.add(begin);
        cuts.add(end);
        inside.add(span);
      }
    }
    StringBuilder out = new StringBuilder();
    Integer from = null;
    List<Questions.Answer> open = new ArrayList<>();
    int next = 0;
    for (int cut : cuts) {
      if (from != null) {
        piece(out, text, from, cut, open);
      }
      from = cut;
      int at = cut;
      open.removeIf(span -> span.number("e") <= at);
      while (next < inside.size() && inside.get(next).number("b") <= at) {
        open.add(inside.get(next++));
      }
    }
    return out.toString();
  }

  private static void piece(
      StringBuilder out, String text, int from, int to, List<Questions.Answer> open) {
    String words = Html.text(text.substring(from, to)).replace("\n", "<br>");
    if (open.isEmpty()) {
      out.append(words);
      return;
    }
    TreeSet<String> layers = new TreeSet<>();
    List<String> notes = new ArrayList<>();
    String link = "";
    for (Questions.Answer span : open) {
      layers.add("on-" + span.text("layer"));
      notes.add(span.text("layer") + ": " + span.text("note"));
      String target = span.text("link");
      if (!target.isEmpty()) {
        link =
            span.text("layer").equals("event")
                ? "/events/" + Html.part(target)
                : link.isEmpty() ? "/actors/" + Html.part(target.split("[:-]")[0]) : link;
      }
    }
    String attributes =
        " class=\""
            + String.join(" ", layers)
            + "\" title=\""
            + Html.text(String.join("; ", notes))
            + "\"";
    if (link.isEmpty()) {
      out.append("<span").append(attributes).append('>').append(words).append("</span>");
    } else {
      out.append("<a href=\"")
          .append(Html.text(link))
          .append('"')
          .append(attributes)
          .append('>')
          .append(words)
          .append("</a>");
    }
  }
}
