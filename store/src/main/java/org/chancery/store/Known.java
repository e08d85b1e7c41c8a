package org.chancery.store;

/**
 * What a record that is served decides of many questions, for as long as nobody writes to it: the
 * origin that is kept to, whether rows of others are there, and whether any was rejected. Asked for
 * in each question, it costs as much as looking through a column of all rows.
 *
 * @param origin of letters, digits, dots and hyphens
 */
record Known(String origin, boolean others, boolean rejected) {
  private static final String NAME = "[\\p{L}\\p{N}._-]+";

  static Known of(RecordStore store) {
    Questions ask = new Questions(store);
    String origin = ask.ask("SELECT " + EventFilter.OWN_OR_FIRST + " AS o").get(0).text("o");
    return new Known(
        origin,
        !ask.ask("SELECT 1 FROM event_rows WHERE origin <> ? LIMIT 1", origin).isEmpty(),
        !ask.ask("SELECT 1 FROM event_rows WHERE review = 'reject' LIMIT 1").isEmpty());
  }

  /** A question that asks for nothing that is known. */
  String in(String sql) {
    String asked = rejected ? sql : sql.replace(Conditions.NOT_REJECTED, "true");
    if (!others) {
      return asked.replace(EventFilter.ONE_ORIGIN, "true");
    }
    return origin.matches(NAME)
        ? asked.replace(EventFilter.ONE_ORIGIN, "origin = '" + origin + "'")
        : asked;
  }
}
