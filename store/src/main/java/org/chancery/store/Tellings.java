package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/**
 * How several reports tell one happening: the mentions of its linked event, and what each report
 * says there in loaded words and figures. For a mention that linking has not seen (one read from
 * another system, or that still waits) those of the same type with parties in common on both sides,
 * at most {@link #DAYS} days apart.
 */
public final class Tellings {
  /** Days between two datings of one happening. */
  public static final int DAYS = 3;

  private static final int MOST = 5_000;

  private Tellings() {}

  /** A loaded expression and whose words it is. */
  public record Framed(String text, String term, String saidBy) {}

  /** One report's telling: its mentions of the happening, and its words and figures beside them. */
  public record Telling(
      String document,
      @Nullable String publisher,
      @Nullable String published,
      List<EventRow> mentions,
      List<String> sentences,
      List<Framed> framings,
      List<FigureRow> figures) {
    /** Copies the lists. */
    public Telling {
      mentions = List.copyOf(mentions);
      sentences = List.copyOf(sentences);
      framings = List.copyOf(framings);
      figures = List.copyOf(figures);
    }
  }

  /** The tellings of the happening that a mention or event (its id, or its beginning) speaks of. */
  public static List<Telling> of(RecordStore store, String id) {
    return of(store, id, MOST);
  }

  /** The same, of the first reports only. */
  public static List<Telling> of(RecordStore store, String id, int reports) {
    Map<String, List<EventRow>> byDocument = new LinkedHashMap<>();
    LinkTables tables = new LinkTables(store);
    EventRow seed = id.startsWith("ev-") ? null : seed(store, id);
    List<LinkTables.Placed> linked =
        tables.ofEvents(
            seed == null
                ? List.of(id)
                : tables.placed(List.of(seed.id())).stream()
                    .map(LinkTables.Placed::event)
                    .toList());
    if (!linked.isEmpty()) {
      linked(store, seed, linked)
          .forEach(
              row -> byDocument.computeIfAbsent(row.document(), k -> new ArrayList<>()).add(row));
    } else if (seed != null) {
      byDocument.put(seed.document(), new ArrayList<>(List.of(seed)));
      for (EventRow row : candidates(store, seed)) {
        if (!row.id().equals(seed.id()) && alike(seed, row)) {
          byDocument.computeIfAbsent(row.document(), k -> new ArrayList<>()).add(row);
        }
      }
    }
    Map<String, List<EventRow>> first = new LinkedHashMap<>();
    byDocument.entrySet().stream()
        .limit(reports)
        .forEach(of -> first.put(of.getKey(), of.getValue()));
    return new TellingRows(store, first.keySet()).of(first);
  }

  /** The rows of an event's mentions: of the report that was asked for first, then by day. */
  private static List<EventRow> linked(
      RecordStore store, @Nullable EventRow seed, List<LinkTables.Placed> linked) {
    List<EventRow> rows =
        new LinkAsk(store.connection())
            .among(
                EventQuery.ROWS + " WHERE id IN ",
                linked.stream().map(LinkTables.Placed::mention).toList(),
                EventQuery::row);
    String first = seed == null ? "" : seed.document();
    rows.sort(
        Comparator.comparing((EventRow row) -> !row.document().equals(first))
            .thenComparing(row -> row.published() == null ? "\uffff" : row.published())
            .thenComparing(EventRow::document));
    return rows;
  }

  /** Rows of the same type whose days touch those of the seed: no others can tell the same. */
  private static List<EventRow> candidates(RecordStore store, EventRow seed) {
    Conditions conditions = new Conditions();
    conditions.equal("type", seed.type());
    DayRange days = DayRange.of(seed.date());
    if (days == null) {
      conditions.and("first_day IS NULL");
    } else {
      conditions.and("first_day <= ?", days.last().plusDays(DAYS));
      conditions.and("last_day >= ?", days.first().minusDays(DAYS));
    }
    String sql =
        EventQuery.ROWS
            + " WHERE "
            + conditions.sql()
            + " ORDER BY first_day NULLS LAST, document, position LIMIT "
            + MOST;
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      conditions.set(query);
      List<EventRow> rows = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(EventQuery.row(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  private static @Nullable EventRow seed(RecordStore store, String id) {
    EventRow exact = first(store, EventQuery.ROWS + " WHERE id = ? LIMIT 1", id);
    if (exact != null) {
      return exact;
    }
    EventRow begins =
        first(
            store,
            EventQuery.ROWS + " WHERE starts_with(id, ?) ORDER BY document, position LIMIT 1",
            id);
    return begins != null
        ? begins
        : first(
            store,
            EventQuery.ROWS
                + " WHERE id IN (SELECT unnest(mentions) FROM events WHERE"
                + " starts_with(id, ?)) ORDER BY document, position LIMIT 1",
            id);
  }

  private static @Nullable EventRow first(RecordStore store, String sql, String id) {
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? EventQuery.row(row) : null;
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }

  private static boolean alike(EventRow one, EventRow other) {
    boolean straight =
        common(one.actors(), other.actors()) && common(one.recipients(), other.recipients());
    boolean turned =
        common(one.actors(), other.recipients()) && common(one.recipients(), other.actors());
    boolean symmetric = one.type().equals("CONSULT") || one.type().equals("COOPERATE");
    return (straight || (symmetric && turned)) && near(one.date(), other.date());
  }

  /** Whether two sides name one country or group; an unknown side fits any. */
  private static boolean common(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return true;
    }
    Set<String> heads = new HashSet<>();
    one.forEach(code -> heads.add(code.split(" ")[0]));
    return other.stream().anyMatch(code -> heads.contains(code.split(" ")[0]));
  }

  private static boolean near(@Nullable String one, @Nullable String other) {
    DayRange a = DayRange.of(one);
    DayRange b = DayRange.of(other);
    return a == null
        || b == null
        || (!a.first().isAfter(b.last().plusDays(DAYS))
            && !b.first().isAfter(a.last().plusDays(DAYS)));
  }
}
