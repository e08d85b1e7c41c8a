package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/**
 * How several reports tell one happening: mentions of the same type with parties in common on both
 * sides, at most {@link #DAYS} days apart, and what each report says there in loaded words and
 * figures.
 */
public final class Tellings {
  /** Days between two datings of one happening. */
  public static final int DAYS = 3;

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
    EventRow seed = seed(store, id);
    if (seed == null) {
      return List.of();
    }
    Map<String, List<EventRow>> byDocument = new LinkedHashMap<>();
    EventQuery same =
        new EventQuery(null, seed.type(), null, null, null, null, null, null, Integer.MAX_VALUE);
    byDocument.put(seed.document(), new ArrayList<>());
    for (EventRow row : same.run(store)) {
      if (row.id().equals(seed.id()) || alike(seed, row)) {
        byDocument.computeIfAbsent(row.document(), k -> new ArrayList<>()).add(row);
      }
    }
    List<Telling> tellings = new ArrayList<>();
    byDocument.forEach((document, rows) -> tellings.add(telling(store, document, rows)));
    return tellings;
  }

  private static @Nullable EventRow seed(RecordStore store, String id) {
    String sql =
        "SELECT m.id, m.document FROM event_mentions m WHERE starts_with(m.id, ?) OR EXISTS (SELECT"
            + " 1 FROM events e WHERE e.document = m.document AND starts_with(e.id, ?) AND"
            + " list_contains(e.mentions, m.id)) ORDER BY m.document, m.position LIMIT 1";
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      query.setString(1, id);
      query.setString(2, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        String mention = row.getString(1);
        return EventQuery.ofDocument(row.getString(2)).run(store).stream()
            .filter(r -> r.id().equals(mention))
            .findFirst()
            .orElse(null);
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
    if (one == null || other == null) {
      return true;
    }
    try {
      LocalDate a = LocalDate.parse(one.substring(0, Math.min(10, one.length())));
      LocalDate b = LocalDate.parse(other.substring(0, Math.min(10, other.length())));
      return Math.abs(ChronoUnit.DAYS.between(a, b)) <= DAYS;
    } catch (DateTimeException e) {
      // a month or a year: the same as far as the shorter says
      int length = Math.min(one.length(), other.length());
      return one.substring(0, length).equals(other.substring(0, length));
    }
  }

  private static Telling telling(RecordStore store, String document, List<EventRow> rows) {
    List<String> sentences = new ArrayList<>();
    List<Framed> framings = new ArrayList<>();
    EventRow first = rows.get(0);
    String sql =
        "SELECT substring(d.text, m.sentence_begin + 1, m.sentence_end - m.sentence_begin) FROM"
            + " event_mentions m JOIN documents d ON d.id = m.document WHERE m.document = ? AND"
            + " m.id = ?";
    try (PreparedStatement sentence = store.connection().prepareStatement(sql);
        PreparedStatement framed =
            store
                .connection()
                .prepareStatement(
                    "SELECT text, term, said_by FROM framing_rows WHERE document = ? ORDER BY span_begin")) {
      for (EventRow row : rows) {
        sentence.setString(1, document);
        sentence.setString(2, row.id());
        try (ResultSet result = sentence.executeQuery()) {
          if (result.next() && !sentences.contains(result.getString(1))) {
            sentences.add(result.getString(1));
          }
        }
      }
      framed.setString(1, document);
      try (ResultSet result = framed.executeQuery()) {
        while (result.next()) {
          framings.add(new Framed(result.getString(1), result.getString(2), result.getString(3)));
        }
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
    List<FigureRow> figures = FigureRow.find(store, null, null, null, document, Integer.MAX_VALUE);
    return new Telling(
        document, first.publisher(), first.published(), rows, sentences, framings, figures);
  }
}
