package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.core.ChanceryException;

/**
 * An event row with the words it was read from.
 *
 * @param begin UTF-16 offset of the trigger in the report's text
 */
public record EventEvidence(EventRow row, int begin, String sentence) {
  private static final String SPANS =
      "SELECT m.document, m.id, m.trigger_begin, m.sentence_begin, m.sentence_end, d.text"
          + " FROM event_mentions m JOIN documents d ON d.id = m.document";

  /** All events of a record, in the order of document and text. */
  public static List<EventEvidence> all(RecordStore store) {
    Map<String, EventRow> rows = new HashMap<>();
    EventQuery everything =
        new EventQuery(null, null, null, null, null, null, null, null, Integer.MAX_VALUE);
    for (EventRow row : everything.run(store)) {
      rows.put(row.document() + "\n" + row.id(), row);
    }
    List<EventEvidence> found = new ArrayList<>();
    try (PreparedStatement query =
            store.connection().prepareStatement(SPANS + " ORDER BY m.document, m.position");
        ResultSet result = query.executeQuery()) {
      while (result.next()) {
        String key = result.getString(1) + "\n" + result.getString(2);
        String sentence = result.getString(6).substring(result.getInt(4), result.getInt(5));
        EventRow row = Objects.requireNonNull(rows.get(key), key);
        found.add(new EventEvidence(row, result.getInt(3), sentence));
      }
      return found;
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
  }
}
