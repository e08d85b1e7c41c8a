package org.chancery.store.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param document the report's id
 * @param id the id of the event mention or statement; of a report, its own
 * @param date of an event when it happened, else when the report was published
 * @param about what it is: of an event type, modality, sides and speaker; of a statement issue,
 *     stance, act and speaker
 * @param words its words, or those of a report around what was found
 * @param marks where the words that were asked for stand in {@code words}, in order
 * @param score how well it fits, higher is better; only comparable within one answer
 */
public record Hit(
    In in,
    String document,
    String id,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable String date,
    Map<String, @Nullable Object> about,
    String words,
    List<Span> marks,
    double score) {
  /** Copies the parts. */
  public Hit {
    about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    marks = List.copyOf(marks);
  }

  /** The hit as names and values, for JSON. */
  public Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("in", in.key());
    values.put("document", document);
    values.put("id", id);
    values.put("title", title);
    values.put("publisher", publisher);
    values.put("date", date);
    values.putAll(about);
    values.put("words", words);
    values.put("marks", marks.stream().map(m -> List.of(m.begin(), m.end())).toList());
    values.put("score", score);
    return values;
  }
}
