package org.chancery.store.exchange;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chancery.store.EventFilter;
import org.chancery.store.RecordStore;

/** Rows of the mentions of GDELT 2.0: where each report tells an event. */
final class MentionLines {
  private final RecordStore store;
  private final EventFilter filter;

  MentionLines(RecordStore store, EventFilter filter) {
    this.store = store;
    this.filter = filter;
  }

  void write(LayoutWriter.Counts counts) throws SQLException, IOException {
    String sql = Landing.resource("mentions.sql").replace("WHERE true", "WHERE " + filter.where());
    try (PreparedStatement query = store.connection().prepareStatement(sql)) {
      int at = 1;
      for (Object value : filter.values()) {
        query.setObject(at++, value);
      }
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          String original = found.getString("original");
          if (original != null) {
            counts.line(original);
          } else if (!Outgoing.startsWithDay(found.getString("date"))) {
            counts.leave("has no day");
          } else {
            own(found, counts);
          }
        }
      }
    }
  }

  private static void own(ResultSet m, LayoutWriter.Counts counts)
      throws SQLException, IOException {
    String stamp = Outgoing.stamp(m.getString("published"));
    String url = m.getString("url");
    String address = url == null ? m.getString("document") : url;
    for (int pair = 0; pair < m.getInt("pairs"); pair++) {
      String number =
          Outgoing.number(m.getString("document") + " " + m.getString("happening") + " " + pair);
      counts.line(
          String.join(
              "\t",
              number,
              stamp,
              stamp,
              address.startsWith("http") ? "1" : "2",
              Outgoing.name(m.getString("publisher"), ""),
              Outgoing.name(address, ""),
              "",
              offset(m, "actor_at"),
              offset(m, "recipient_at"),
              String.valueOf(m.getInt("trigger_begin")),
              m.getBoolean("referred") ? "0" : "1",
              String.valueOf(Math.max(1, Math.round(m.getDouble("confidence") * 10)) * 10),
              String.valueOf(m.getInt("length")),
              "",
              "",
              ""));
    }
  }

  private static String offset(ResultSet m, String column) throws SQLException {
    int at = m.getInt(column);
    return m.wasNull() ? "-1" : String.valueOf(at);
  }
}
