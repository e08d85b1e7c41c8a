package org.chancery.cli;

import java.util.List;
import org.chancery.store.EventRow;

/** Event rows as lines of a table for the terminal. */
final class EventTable {
  private EventTable() {}

  static String header() {
    return line(
            "date",
            "type",
            "actor",
            "recipient",
            "trigger",
            "modality",
            "place",
            "said by",
            "document")
        .stripTrailing();
  }

  static String line(EventRow row) {
    String date = row.date() == null ? "" : row.date();
    String place = row.place() == null ? "" : row.place();
    return line(
            date,
            row.type(),
            side(row.actors(), row.actorTexts()),
            side(row.recipients(), row.recipientTexts()),
            row.trigger(),
            row.modality(),
            place,
            row.saidBy(),
            row.document())
        .stripTrailing();
  }

  private static String side(List<String> codes, List<String> texts) {
    if (codes.isEmpty()) {
      return "unknown";
    }
    String more = codes.size() > 1 ? " +" + (codes.size() - 1) : "";
    return codes.get(0) + more + " \"" + texts.get(0) + "\"";
  }

  private static String line(
      String date,
      String type,
      String actor,
      String recipient,
      String trigger,
      String modality,
      String place,
      String by,
      String document) {
    return Terminal.cell(date, 10)
        + " "
        + Terminal.cell(type, 9)
        + " "
        + Terminal.cell(actor, 30)
        + " "
        + Terminal.cell(recipient, 30)
        + " "
        + Terminal.cell(trigger, 16)
        + " "
        + Terminal.cell(modality, 10)
        + " "
        + Terminal.cell(place, 14)
        + " "
        + Terminal.cell(by, 20)
        + " "
        + Terminal.plain(document);
  }
}
