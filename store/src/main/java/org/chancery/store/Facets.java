package org.chancery.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chancery.store.Questions.Answer;

/** The values that the events of a filter have, with how many have each. */
public final class Facets {
  /** Facets that are counted together; the origin is apart: the others are of one origin. */
  private static final List<Facet> COUNTED =
      List.of(Facet.TYPE, Facet.MODALITY, Facet.QUAD, Facet.COUNTRY, Facet.OUTLET);

  private Facets() {}

  /** The values of a facet with their numbers of events, most first. */
  public static List<Questions.Answer> of(RecordStore store, EventFilter filter, Facet facet) {
    return of(store, filter).getOrDefault(facet, List.of());
  }

  /**
   * The values of all facets, from one reading of the rows, with their numbers of mentions, or of
   * events where the filter asks for these.
   */
  public static Map<Facet, List<Answer>> of(RecordStore store, EventFilter filter) {
    Questions ask = new Questions(store);
    boolean grouped = filter.grouped();
    String rows = grouped ? store.grouped().table(filter) : "event_rows WHERE " + filter.where();
    Object[] values = grouped ? new Object[0] : filter.values().toArray();
    List<String> columns = new ArrayList<>();
    StringBuilder names = new StringBuilder("CASE whose");
    for (Facet facet : COUNTED) {
      names
          .append(" WHEN ")
          .append(whose(columns.size()))
          .append(" THEN '")
          .append(facet)
          .append("'");
      columns.add(facet.column);
    }
    String all = String.join(", ", columns);
    String sql =
        "SELECT "
            + names
            + " END AS facet, value, events FROM (SELECT grouping("
            + all
            + ") AS whose, coalesce("
            + String.join("::VARCHAR, ", columns)
            + "::VARCHAR) AS value, "
            + filter.count()
            + " AS events FROM "
            + rows
            + " GROUP BY GROUPING SETS (("
            + String.join("), (", columns)
            + "))) WHERE value IS NOT NULL QUALIFY row_number() OVER (PARTITION BY whose ORDER BY events"
            + " DESC, value) <= 30 ORDER BY facet, events DESC, value";
    Map<Facet, List<Answer>> found = new EnumMap<>(Facet.class);
    for (Answer answer : ask.ask(sql, values)) {
      found
          .computeIfAbsent(Facet.valueOf(answer.text("facet")), f -> new ArrayList<>())
          .add(answer);
    }
    found.put(
        Facet.ORIGIN, origins(store, filter, rows, found.getOrDefault(Facet.TYPE, List.of())));
    return found;
  }

  /** What {@code grouping} gives a row that is grouped by one of the columns alone. */
  private static int whose(int column) {
    int last = COUNTED.size() - 1;
    return (1 << COUNTED.size()) - 1 - (1 << (last - column));
  }

  /** Of a record that has no other system's events the rows that were counted are all. */
  private static List<Answer> origins(
      RecordStore store, EventFilter filter, String rows, List<Answer> types) {
    Questions ask = new Questions(store);
    boolean own = ask.ask("SELECT 1 FROM imported_files LIMIT 1").isEmpty();
    if (own && !filter.grouped()) { // no need to read the rows again
      long events = types.stream().mapToLong(type -> type.number("events")).sum();
      return events == 0
          ? List.of()
          : List.of(new Answer(Map.of("value", EventRow.OWN, "events", events)));
    }
    EventFilter any = own ? filter : filter.ofAnyOrigin();
    String all =
        own ? rows : any.grouped() ? store.grouped().table(any) : "event_rows WHERE " + any.where();
    return ask.ask(
        "SELECT origin AS value, "
            + any.count()
            + " AS events FROM "
            + all
            + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30",
        any.grouped() ? new Object[0] : any.values().toArray());
  }

  /** What events can be counted by. */
  public enum Facet {
    TYPE("type"),
    MODALITY("modality"),
    QUAD("quad_class"),
    COUNTRY("place_country"),
    OUTLET("publisher"),
    ORIGIN("origin");

    private final String column;

    Facet(String column) {
      this.column = column;
    }
  }
}
