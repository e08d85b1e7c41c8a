package org.chancery.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for: the same names in the addresses of pages, in the API and in
 * downloads. Events that a reviewer rejected are left out unless {@code review=reject} asks for
 * them. So are those read from other systems, unless {@code origin} names one of these or {@code
 * all}, or the record has no reports of its own.
 */
public final class EventFilter {
  /** The names that a filter may hold. */
  public static final Set<String> NAMES =
      Set.of(
          "type",
          "quad",
          "modality",
          "actor",
          "recipient",
          "party",
          "country",
          "from",
          "to",
          "outlet",
          "document",
          "least",
          "most",
          "origin",
          "review",
          "words",
          "group");

  /**
   * The one origin that is kept to, so that no two systems' events are ever counted together
   * unasked: the record's own, else the first that was read in.
   */
  static final String OWN_OR_FIRST =
      "coalesce((SELECT 'chancery' FROM documents LIMIT 1), (SELECT min(origin) FROM"
          + " imported_files), 'chancery')";

  static final String ONE_ORIGIN = "origin = " + OWN_OR_FIRST;

  private static final int LONGEST = 200;

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Conditions conditions = new Conditions();
  private boolean once;

  private EventFilter() {}

  /**
   * A filter from names and values; other names are passed over, empty values ask for nothing.
   *
   * @throws IllegalArgumentException where a value cannot be meant, saying what to write
   */
  public static EventFilter of(Map<String, String> given) {
    EventFilter filter = new EventFilter();
    for (String name : NAMES.stream().sorted().toList()) {
      String value = given.getOrDefault(name, "").strip();
      if (value.length() > LONGEST) {
        throw new IllegalArgumentException(name + " is longer than " + LONGEST + " characters");
      }
      if (!value.isEmpty()) {
        filter.parts.put(name, value);
        filter.add(name, value);
      }
    }
    if (!filter.parts.containsKey("origin") && !filter.parts.containsKey("document")) {
      filter.conditions.and(ONE_ORIGIN);
    }
    if (!filter.parts.containsKey("review")) {
      filter.conditions.and(Conditions.NOT_REJECTED);
    }
    return filter;
  }

  private void add(String name, String value) {
    switch (name) {
      case "type" -> conditions.equal("type", value.toUpperCase(Locale.ROOT));
      case "quad" -> {
        if (!value.matches("[1-4]")) {
          throw new IllegalArgumentException("quad is a number from 1 to 4");
        }
        conditions.equal("quad_class", Integer.valueOf(value));
      }
      case "modality" -> conditions.equal("modality", value.toLowerCase(Locale.ROOT));
      case "actor", "recipient" -> conditions.side(name, value);
      case "party" -> conditions.party(value);
      case "country" -> conditions.equal("place_country", value.toUpperCase(Locale.ROOT));
      case "from" -> conditions.from(value);
      case "to" -> conditions.to(value);
      case "origin" -> {
        if (!value.equals("all")) {
          conditions.equal("origin", value.toLowerCase(Locale.ROOT));
        }
      }
      case "outlet" -> conditions.equal("publisher", value);
      case "document" -> conditions.equal("document", value);
      case "least" -> conditions.and("confidence >= ?", number(name, value));
      case "most" -> conditions.and("confidence < ?", number(name, value));
      case "review" -> {
        if (value.equals("none")) {
          conditions.and("review IS NULL");
        } else {
          conditions.equal("review", value);
        }
      }
      case "group" -> {
        if (!value.equals("event")) {
          throw new IllegalArgumentException("group is event, or left out");
        }
      }
      default -> conditions.and("contains(words, ?)", value.toLowerCase(Locale.ROOT));
    }
  }

  private static Double number(String name, String value) {
    try {
      return Double.valueOf(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a number from 0 to 1", e);
    }
  }

  /** The parts that were given, in the order of their names. */
  public Map<String, String> parts() {
    return Map.copyOf(parts);
  }

  /** The conditions as SQL after WHERE, with a question mark for each of {@link #values}. */
  public String where() {
    return conditions.sql();
  }

  /** The values of {@link #where}, in its order. */
  public List<Object> values() {
    return conditions.values();
  }

  /** The same filter over the events of every origin. */
  EventFilter ofAnyOrigin() {
    Map<String, String> all = new LinkedHashMap<>(parts);
    all.put("origin", "all");
    return of(all);
  }

  /** A page of rows, and where the next begins (null after the last). */
  public record Page(List<EventRow> rows, @Nullable String next) {
    /** Copies the rows. */
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** Rows, newest first, from a cursor on that an earlier page gave. */
  public Page page(RecordStore store, @Nullable String cursor, int size) {
    return new NewestFirst(store, this, size).from(cursor == null ? "" : cursor);
  }

  /** Whether events are asked for, each once, and not their mentions. */
  boolean grouped() {
    return parts.containsKey("group") && !once;
  }

  /**
   * The same filter for what reads rows as they are: where events are asked for, the newest mention
   * of each alone. It holds for this connection.
   */
  public EventFilter once(RecordStore store) {
    if (!grouped()) {
      return this;
    }
    EventFilter newest = of(parts);
    newest.once = true;
    newest.conditions.and("rowid IN (SELECT nth FROM " + store.grouped().newest(this) + ")");
    return newest;
  }

  /** What counts rows: events where they are grouped ({@link Grouped}), else mentions. */
  String count() {
    return grouped() ? "count(DISTINCT counted)" : "count(*)";
  }
}
