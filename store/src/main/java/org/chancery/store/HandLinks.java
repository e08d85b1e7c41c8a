package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.chancery.core.ChanceryException;
import org.chancery.core.Link;

/**
 * Pairs of mentions that a person linked or held apart. They stand by the mentions' ids, so they
 * outlive a new coding and a new linking; the last word on a pair wins, older ones are history.
 */
public final class HandLinks {
  private static final int LONGEST = 2_000;

  private final RecordStore store;

  /** Those of this record. */
  public HandLinks(RecordStore store) {
    this.store = store;
  }

  /** What a person says of a pair. */
  public enum Verdict {
    LINK,
    UNLINK
  }

  /**
   * Writes a verdict and lets both mentions' events wait to be looked at again.
   *
   * @throws IllegalArgumentException where a mention is not in the record or no reason is given
   */
  public void write(String one, String other, Verdict verdict, String reason, String by) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new IllegalArgumentException("say why, in at most " + LONGEST + " characters");
    }
    if (one.equals(other)) {
      throw new IllegalArgumentException("give two mentions, not one twice");
    }
    for (String mention : List.of(one, other)) {
      if (new Questions(store)
          .ask("SELECT id FROM event_mentions WHERE id = ?", mention)
          .isEmpty()) {
        throw new IllegalArgumentException("the record has no event mention " + mention);
      }
    }
    Link pair = new Link(one, other, 1, List.of());
    LinkTables tables = new LinkTables(store);
    tables.atomically(
        () -> {
          insert(pair, verdict, reason.strip(), by.strip());
          tables
              .placed(List.of(one, other))
              .forEach(placed -> tables.wait("component", placed.component()));
        });
  }

  private void insert(Link pair, Verdict verdict, String reason, String by) {
    try (PreparedStatement insert =
        store
            .connection()
            .prepareStatement(
                "INSERT INTO hand_links SELECT ?, ?, ?, ?, ?, now()::TIMESTAMP, (SELECT"
                    + " coalesce(max(number), 0) + 1 FROM hand_links)")) {
      int at = 1;
      for (String value :
          List.of(
              pair.one(),
              pair.other(),
              verdict.name().toLowerCase(java.util.Locale.ROOT),
              reason,
              by)) {
        insert.setString(at++, value);
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new ChanceryException("record", "the link could not be kept: " + e.getMessage(), e);
    }
  }

  /** The last word on each pair that one of these mentions is in: score 1 linked, 0 held apart. */
  public List<Link> of(Collection<String> mentions) {
    List<Link> found = new ArrayList<>();
    for (Questions.Answer row :
        new Questions(store)
            .ask("SELECT one, other, verdict, reason, made_by FROM last_hand_links")) {
      if (mentions.contains(row.text("one")) || mentions.contains(row.text("other"))) {
        found.add(
            new Link(
                row.text("one"),
                row.text("other"),
                row.text("verdict").equals("link") ? 1 : 0,
                List.of("by hand: " + row.text("reason"))));
      }
    }
    return found;
  }
}
