package org.chancery.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.core.ChanceryException;
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
          "words");

  /**
   * Keeps to one origin, so that no two systems' events are ever counted together unasked: the
   * record's own, else the first that was read in.
   */
  static final String ONE_ORIGIN =
      " AND origin = coalesce((SELECT 'chancery' FROM documents LIMIT 1), (SELECT min(origin) FROM"
          + " imported_files), 'chancery')";

  private static final int LONGEST = 200;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder where = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

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
      filter.where.append(ONE_ORIGIN);
    }
    if (!filter.parts.containsKey("review")) {
      filter.where.append(" AND (review IS NULL OR review <> 'reject')");
    }
    return filter;
  }

  private void add(String name, String value) {
    switch (name) {
      case "type" -> equal("type", value.toUpperCase(Locale.ROOT));
      case "quad" -> {
        if (!value.matches("[1-4]")) {
          throw new IllegalArgumentException("quad is a number from 1 to 4");
        }
        where.append(" AND quad_class = ?");
        values.add(Integer.valueOf(value));
      }
      case "modality" -> equal("modality", value.toLowerCase(Locale.ROOT));
      case "actor" -> side("actor", value);
      case "recipient" -> side("recipient", value);
      case "party" -> {
        where.append(" AND (false");
        int at = where.length();
        side("actor", value);
        side("recipient", value);
        String both = where.substring(at).replace(" AND ", " OR ");
        where.setLength(at);
        where.append(both).append(")");
      }
      case "country" -> equal("place_country", value.toUpperCase(Locale.ROOT));
      case "from" -> day(" AND date >= ?", name, value);
      case "to" -> day(" AND date <= ?", name, value + "~");
      case "origin" -> {
        if (!value.equals("all")) {
          equal("origin", value.toLowerCase(Locale.ROOT));
        }
      }
      case "outlet" -> equal("publisher", value);
      case "document" -> equal("document", value);
      case "least" -> number(" AND confidence >= ?", name, value);
      case "most" -> number(" AND confidence < ?", name, value);
      case "review" -> {
        if (value.equals("none")) {
          where.append(" AND review IS NULL");
        } else {
          equal("review", value);
        }
      }
      default -> {
        where.append(
            " AND contains(lower(concat_ws(' ', trigger, place, title, array_to_string(actor_texts,"
                + " ' '), array_to_string(recipient_texts, ' '))), lower(?))");
        values.add(value);
      }
    }
  }

  private void equal(String column, String value) {
    where.append(" AND ").append(column).append(" = ?");
    values.add(value);
  }

  private void day(String clause, String name, String value) {
    if (!value.matches("\\d{4}(-\\d{2}(-\\d{2})?)?~?")) {
      throw new IllegalArgumentException(name + " is a day such as 2024-05-03, or a month or year");
    }
    where.append(clause);
    values.add(value);
  }

  private void number(String clause, String name, String value) {
    try {
      values.add(Double.valueOf(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a number from 0 to 1", e);
    }
    where.append(clause);
  }

  private void side(String side, String value) {
    where
        .append(" AND len(list_filter(")
        .append(side)
        .append("s, c -> c = ? OR starts_with(c, ? || ' '))) + len(list_filter(")
        .append(side)
        .append("_texts, t -> contains(lower(t), lower(?)))) > 0");
    values.add(value);
    values.add(value);
    values.add(value);
  }

  /** The parts that were given, in the order of their names. */
  public Map<String, String> parts() {
    return Map.copyOf(parts);
  }

  /**
   * The conditions on {@code event_rows} as SQL after WHERE, with a question mark for each of
   * {@link #values}.
   */
  public String where() {
    return "true" + where;
  }

  /** The values of {@link #where}. */
  public List<Object> values() {
    return List.copyOf(values);
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
    List<Object> all = new ArrayList<>(values);
    String after = "";
    if (cursor != null && !cursor.isEmpty()) {
      String[] parts = decoded(cursor);
      after = " AND (coalesce(date, ''), id) < (?, ?)";
      all.add(parts[0]);
      all.add(parts[1]);
    }
    String sql =
        "SELECT * FROM event_rows WHERE "
            + where()
            + after
            + " ORDER BY coalesce(date, '') DESC, id DESC LIMIT "
            + (size + 1);
    List<EventRow> rows = new ArrayList<>();
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      for (int i = 0; i < all.size(); i++) {
        query.setObject(i + 1, all.get(i));
      }
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(EventQuery.row(result));
        }
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
    String next = null;
    if (rows.size() > size) {
      rows.remove(size);
      EventRow last = rows.get(size - 1);
      String key = (last.date() == null ? "" : last.date()) + "\n" + last.id();
      next =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
    return new Page(rows, next);
  }

  private static String[] decoded(String cursor) {
    try {
      String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int cut = key.indexOf('\n');
      if (cut >= 0) {
        return new String[] {key.substring(0, cut), key.substring(cut + 1)};
      }
    } catch (IllegalArgumentException e) {
      // falls through to the message
    }
    throw new IllegalArgumentException("cursor is none that a page gave");
  }
}
