package org.chancery.spark;

import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.chancery.core.Document;
import org.chancery.core.Reading;

/** Readings as rows of strings, so that they can travel between machines. */
final class ReadingRows {
  private static final String REJECTED = "rejected";

  private ReadingRows() {}

  static Row row(Reading reading) {
    if (reading instanceof Reading.Reject reject) {
      return RowFactory.create(REJECTED, reject.origin(), reject.reason(), reject.detail());
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
