package org.chancery.analysis.codebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Ids;
import org.chancery.core.Modality;
import org.chancery.core.Span;

/**
 * A labelled sentence of the codebook: plain text, marks with offsets into it, and its events (none
 * for {@code NONE}).
 *
 * @param where file:line
 */
public record Example(String where, String text, List<Mark> marks, List<Labelled> events) {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)([0-9]*)>");

  /** Copies the lists. */
  public Example {
    marks = List.copyOf(marks);
    events = List.copyOf(events);
  }

  /**
   * A marked span: {@code a r t per org loc p d s c q}, and the number of its event (1 where none
   * is given).
   */
  public record Mark(String tag, int event, Span span) {}

  /** One labelled event; {@code mode} is empty where none applies. */
  public record Labelled(
      String type,
      String mode,
      Modality modality,
      List<Span> actors,
      List<Span> recipients,
      Span trigger) {}

  /** The spans of a mark of an event. */
  public List<Span> spans(String tag, int event) {
    return marks.stream()
        .filter(m -> m.tag().equals(tag) && m.event() == event)
        .map(Mark::span)
        .sorted()
        .toList();
  }

  /** Whether the example is kept aside from training: a fifth, by hash of its text. */
  public boolean heldOut() {
    return Integer.parseInt(Ids.sha256(text).substring(0, 4), 16) % 5 == 0;
  }

  /** Reads a row of an examples file; every fault names file and line. */
  public static Example of(Row row) {
    String marked = row.get("text");
    StringBuilder plain = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Deque<Integer> begins = new ArrayDeque<>();
    Matcher tag = TAG.matcher(marked);
    int at = 0;
    while (tag.find()) {
      plain.append(marked, at, tag.start());
      at = tag.end();
      String name = tag.group(2) + tag.group(3);
      if (tag.group(1).isEmpty()) {
        open.push(name);
        begins.push(plain.length());
      } else {
        if (open.isEmpty() || !open.pop().equals(name)) {
          throw row.fault("mark </" + name + "> closes nothing or crosses another; mend the marks");
        }
        int event = tag.group(3).isEmpty() ? 1 : Integer.parseInt(tag.group(3));
        marks.add(new Mark(tag.group(2), event, new Span(begins.pop(), plain.length())));
      }
    }
    plain.append(marked, at, marked.length());
    if (!open.isEmpty()) {
      throw row.fault("mark <" + open.pop() + "> is not closed; add </...>");
    }
    Example bare = new Example(row.file() + ":" + row.line(), plain.toString(), marks, List.of());
    return new Example(bare.where(), bare.text(), marks, events(row, bare));
  }

  private static List<Labelled> events(Row row, Example bare) {
    if (row.get("type").equals("NONE") || row.get("type").equals("?")) {
      return List.of();
    }
    List<String> types = row.list("type");
    List<String> modalities = row.list("modality");
    String[] modes = Arrays.copyOf(row.get("mode").split("\\|", -1), types.size());
    if (modalities.size() != types.size()) {
      throw row.fault("has " + types.size() + " types and " + modalities.size() + " modalities");
    }
    List<Labelled> events = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      List<Span> triggers = bare.spans("t", i + 1);
      List<Span> actors = bare.spans("a", i + 1);
      List<Span> recipients = bare.spans("r", i + 1);
      if (triggers.size() != 1) {
        throw row.fault("event " + (i + 1) + " needs one <t>, it has " + triggers.size());
      }
      if (actors.isEmpty() && recipients.isEmpty()) {
        throw row.fault("event " + (i + 1) + " marks neither <a> nor <r>");
      }
      Modality modality;
      try {
        modality = Modality.of(modalities.get(i));
      } catch (IllegalArgumentException e) {
        throw row.fault("unknown modality '" + modalities.get(i) + "'");
      }
      String mode = modes[i] == null ? "" : modes[i];
      events.add(new Labelled(types.get(i), mode, modality, actors, recipients, triggers.get(0)));
    }
    return events;
  }
}
