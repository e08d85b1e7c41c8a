package org.chancery.spark;

import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.chancery.core.Document;
import org.chancery.core.Reading;

/** Readings as rows of strings, so that they can travel between machines. */
final class ReadingRows {
  private static final String REJECTED = "rejected";
  private static final String NOTE = "note";

  private ReadingRows() {}

  static Row row(Reading reading) {
    if (reading instanceof Reading.Reject reject) {
      return RowFactory.create(REJECTED, reject.origin(), reject.reason(), reject.detail());
    }
    if (reading instanceof Reading.Note note) {
      return RowFactory.create(NOTE, note.origin(), note.reason(), note.detail(), note.skipped());
    }
    Document d = ((Reading.Read) reading).document();
    return RowFactory.create(
        "read",
        d.origin(),
        d.id(),
        d.url(),
        d.publisher(),
        d.published(),
        d.language(),
        d.title(),
        d.text());
  }

  static Reading reading(Row row) {
    if (row.getString(0).equals(REJECTED)) {
      return new Reading.Reject(row.getString(1), row.getString(2), row.getString(3));
    }
    if (row.getString(0).equals(NOTE)) {
      return new Reading.Note(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
    }
    return new Reading.Read(
        new Document(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            Objects.requireNonNull(row.getString(8)),
            row.getString(1)));
  }
}
