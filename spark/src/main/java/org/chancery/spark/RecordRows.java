package org.chancery.spark;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.store.RecordJson;
import org.jspecify.annotations.Nullable;

/**
 * What is written: a row a document with its whole record as the line of JSON that {@code chancery
 * code --format jsonl} prints, beside it what one selects by; a row without a record for each input
 * that could not be read, and for each note of documents left out.
 */
final class RecordRows {
  /** The column that the folders are named by: {@code 2024-05}, or {@code unknown}. */
  static final String MONTH = "published_month";

  static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("origin", DataTypes.StringType)
          .add("status", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("detail", DataTypes.StringType)
          .add("publisher", DataTypes.StringType)
          .add("published", DataTypes.StringType)
          .add("event_mentions", DataTypes.IntegerType)
          .add("left_out", DataTypes.LongType)
          .add("record", DataTypes.StringType)
          .add(MONTH, DataTypes.StringType);

  private static final Pattern MONTH_FIRST = Pattern.compile("\\d{4}-\\d{2}.*");
  private static final String UNKNOWN = "unknown";

  private RecordRows() {}

  static Row row(DocumentRecord record) {
    Document d = record.document();
    Outcome outcome = record.outcome();
    return RowFactory.create(
        d.id(),
        d.origin(),
        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        outcome instanceof Outcome.Skipped s
            ? s.reason()
            : outcome instanceof Outcome.Failed f ? f.reason() : null,
        outcome instanceof Outcome.Skipped s
            ? s.detail()
            : outcome instanceof Outcome.Failed f ? f.detail() : null,
        d.publisher(),
        d.published(),
        record.eventMentions().size(),
        0L,
        RecordJson.line(record),
        month(d.published()));
  }

  static Row row(Reading.Reject reject) {
    return without("rejected", reject.origin(), reject.reason(), reject.detail(), 0);
  }

  static Row row(Reading.Note note) {
    return without("note", note.origin(), note.reason(), note.detail(), note.skipped());
  }

  private static Row without(
      String status, String origin, String reason, String detail, long leftOut) {
    return RowFactory.create(
        null, origin, status, reason, detail, null, null, 0, leftOut, null, UNKNOWN);
  }

  private static String month(@Nullable String published) {
    return published != null && MONTH_FIRST.matcher(published).matches()
        ? published.substring(0, 7)
        : UNKNOWN;
  }
}
