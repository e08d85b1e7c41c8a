package org.chancery.store.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.ChanceryException;
import org.chancery.store.EventFilter;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes events of a record in a layout of other event data: a row a pair of actor and recipient,
 * one for all mentions of an event in a report. Rows that were read in that layout come out as they
 * came in, unless a reviewer corrected them.
 */
public final class LayoutWriter {
  private static final Set<String> REAL = Set.of("happened", "ongoing");
  private static final Set<String> POLECAT_TOO = Set.of("planned", "possible", "denied");
  private final RecordStore store;
  private final Codes codes;
  private final Layout layout;
  private final String engine;

  /**
   * What was written.
   *
   * @param rows rows, a header not counted
   * @param leftOut events that the layout cannot hold, by reason
   */
  public record Written(long rows, Map<String, Long> leftOut) {
    /** Copies the reasons. */
    public Written {
      leftOut = java.util.Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }
  }

  /**
   * Writes from this record.
   *
   * @param engine name and version of this program
   */
  public LayoutWriter(RecordStore store, Codes codes, Layout layout, String engine) {
    this.store = store;
    this.codes = codes;
    this.layout = layout;
    this.engine = engine;
  }

  /** Writes what a filter asks for, with LF line ends. */
  public Written write(EventFilter asked, Appendable out) {
    EventFilter filter = asked.once(store);
    Counts counts = new Counts(out, filter.parts().containsKey("modality"));
    try {
      if (layout.header()) {
        out.append(String.join("\t", codes.columns(layout))).append('\n');
      }
      if (layout == Layout.GDELT_MENTIONS) {
        new MentionLines(store, filter).write(counts);
      } else {
        events(filter, counts);
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Written(counts.rows, counts.leftOut);
  }

  /** Takes lines and counts them. */
  static final class Counts {
    private final Appendable out;
    private final boolean anyModality;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long rows;

    Counts(Appendable out, boolean anyModality) {
      this.out = out;
      this.anyModality = anyModality;
    }

    void line(String line) throws IOException {
      out.append(line).append('\n');
      rows++;
    }

    void leave(String reason) {
      leftOut.merge(reason, 1L, Long::sum);
    }
  }

  private void events(EventFilter filter, Counts counts) throws SQLException, IOException {
    Lines lines = Lines.of(layout, codes);
    String sql = Landing.resource("outgoing.sql").replace("WHERE true", "WHERE " + filter.where());
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      int at = 1;
      for (Object value : filter.values()) {
        query.setObject(at++, value);
      }
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          write(found, lines, counts);
        }
      }
    }
  }

  private void write(ResultSet found, Lines lines, Counts counts) throws SQLException, IOException {
    EventRow row = EventQuery.row(found);
    String original = found.getString("original");
    if (original != null && row.origin().equals(layout.key()) && !"correct".equals(row.review())) {
      counts.line(original);
      return;
    }
    String date = row.date();
    if (date == null || !Outgoing.startsWithDay(date)) {
      counts.leave("has no day");
    } else if (!counts.anyModality
        && !REAL.contains(row.modality())
        && !(layout == Layout.POLECAT && POLECAT_TOO.contains(row.modality()))) {
      counts.leave("is " + row.modality() + ", which the layout cannot say");
    } else if (layout == Layout.POLECAT && codes.quad(row.type()) == 0) {
      counts.leave("is no PLOVER type");
    } else {
      pairs(found, row, date.substring(0, 10), lines, counts);
    }
  }

  private void pairs(ResultSet found, EventRow row, String day, Lines lines, Counts counts)
      throws SQLException, IOException {
    String cameo = cameo(row);
    Codes.Event event = codes.event(cameo);
    if (event == null) {
      counts.leave("has no CAMEO code");
      return;
    }
    String url = found.getString("url");
    String happening = row.document() + " " + found.getString("happening");
    int pair = 0;
    for (int a = 0; a < Math.max(1, row.actors().size()); a++) {
      for (int r = 0; r < Math.max(1, row.recipients().size()); r++) {
        Outgoing outgoing =
            new Outgoing(
                row,
                Outgoing.number(happening + " " + pair++),
                at(row.actors(), a),
                at(row.actorTexts(), a),
                at(row.recipients(), r),
                at(row.recipientTexts(), r),
                day,
                event,
                cameo,
                strings(found.getArray("contexts")),
                found.getString("place_precision"),
                url == null ? row.document() : url,
                found.getString("language"),
                found.getLong("mentions"),
                engine);
        List<String> cells = new ArrayList<>();
        lines.cells(outgoing).forEach(cell -> cells.add(layout.cell(cell)));
        counts.line(String.join("\t", cells));
      }
    }
  }

  /** The code of the row; where a reviewer changed the type, the first code of the new type. */
  private String cameo(EventRow row) {
    String own = row.cameo();
    Codes.Event event = own == null ? null : codes.event(own);
    boolean stale =
        "correct".equals(row.review()) && event != null && !event.type().equals(row.type());
    return own == null || event == null || stale ? codes.cameoOf(row.type(), row.mode()) : own;
  }

  private static @Nullable String at(List<String> values, int index) {
    return index < values.size() ? values.get(index) : null;
  }

  private static List<String> strings(@Nullable Array array) throws SQLException {
    List<String> values = new ArrayList<>();
    if (array != null) {
      for (Object value : (Object[]) array.getArray()) {
        values.add(String.valueOf(value));
      }
    }
    return values;
  }
}
