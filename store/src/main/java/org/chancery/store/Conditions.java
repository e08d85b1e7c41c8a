package org.chancery.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on {@code event_rows} as SQL and the values of its question marks. A null value asks
 * for anything. Three capital letters, or such words in a row, are a code ({@code FRA}, {@code FRA
 * GOV}); anything else that is asked of a side is words of its text.
 */
final class Conditions {
  /**
   * That no reviewer rejected a row. Of nearly all rows the review is null, and to look for the few
   * rejected ones costs next to nothing; to compare that column in each row costs more than all
   * else that is asked.
   */
  static final String NOT_REJECTED =
      "rowid NOT IN (SELECT rowid FROM event_rows WHERE review = 'reject')";

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}([ +][A-Z]{3})*");

  private final StringBuilder sql = new StringBuilder("true");
  private final List<Object> values = new ArrayList<>();

  String sql() {
    return sql.toString();
  }

  List<Object> values() {
    return List.copyOf(values);
  }

  /** Gives a query its values, from the first question mark on; gives the number of the next. */
  int set(PreparedStatement query) throws SQLException {
    int at = 1;
    for (Object value : values) {
      query.setObject(at++, value);
    }
    return at;
  }

  /** Adds a condition that holds its own question marks. */
  void and(String condition, Object... given) {
    sql.append(" AND ").append(condition);
    values.addAll(List.of(given));
  }

  void equal(String column, @Nullable Object value) {
    if (value != null) {
      and(column + " = ?", value);
    }
  }

  /** From the first day of a day, month or year on. */
  void from(@Nullable String value) {
    if (value != null) {
      and("first_day >= ?", DayRange.bound("from", value).first());
    }
  }

  /** To the last day of a day, month or year, by the day on which an event can have begun. */
  void to(@Nullable String value) {
    if (value != null) {
      and("first_day <= ?", DayRange.bound("to", value).last());
    }
  }

  /** What one side is: a code or its beginning, or words of its text. */
  void side(String side, @Nullable String value) {
    if (value != null) {
      and(of(side, value, values));
    }
  }

  /** What one of the two sides is. */
  void party(@Nullable String value) {
    if (value != null) {
      String actor = of("actor", value, values);
      and("(" + actor + " OR " + of("recipient", value, values) + ")");
    }
  }

  /**
   * Parties of a pair, from one to the other; where both act together, as in a meeting, it is of
   * either.
   */
  void pair(String one, String other) {
    and(
        "(contains(actor_heads, ?) AND contains(recipient_heads, ?) OR \"symmetric\" AND"
            + " contains(actor_heads || recipient_heads, ?) AND contains(actor_heads ||"
            + " recipient_heads, ?))",
        head(one),
        head(other),
        head(one),
        head(other));
  }

  /**
   * Parties of a pair, whoever acts; columns are never joined, which would take most of the time.
   */
  void between(String one, String other) {
    String each = "(contains(actor_heads, ?) OR contains(recipient_heads, ?))";
    and(
        each
            + " AND "
            + each
            + " AND (contains(actor_heads, ?) AND contains(recipient_heads, ?) OR"
            + " contains(actor_heads, ?) AND contains(recipient_heads, ?) OR \"symmetric\")",
        head(one),
        head(one),
        head(other),
        head(other),
        head(one),
        head(other),
        head(other),
        head(one));
  }

  /** A country or group as it stands in the columns of heads. */
  static String head(String code) {
    return ' ' + code.strip().split(" ")[0] + ' ';
  }

  private static String of(String side, String value, List<Object> values) {
    if (!CODE.matcher(value).matches()) {
      String words = value.toLowerCase(Locale.ROOT);
      values.add(words);
      values.add(words);
      return "(contains(words, ?) AND len(list_filter("
          + side
          + "_texts, t -> contains(lower(t), ?))) > 0)";
    }
    values.add(head(value.split("\\+")[0]));
    String head = "contains(" + side + "_heads, ?)";
    if (value.length() == 3) {
      return head;
    }
    values.add(value);
    values.add(value);
    return "("
        + head
        + " AND len(list_filter("
        + side
        + "s, c -> c = ? OR starts_with(c, ? || ' '))) > 0)";
  }
}
