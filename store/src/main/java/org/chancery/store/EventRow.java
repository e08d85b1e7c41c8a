package org.chancery.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event mention as a reader of the record sees it: one row of tables, CSV and queries. */
public record EventRow(
    String document,
    @Nullable String publisher,
    @Nullable String published,
    String id,
    String type,
    @Nullable String mode,
    @Nullable String cameo,
    int quadClass,
    double goldstein,
    String modality,
    List<String> actors,
    List<String> actorTexts,
    List<String> recipients,
    List<String> recipientTexts,
    String trigger,
    @Nullable String date,
    @Nullable String place,
    @Nullable String placeCountry,
    @Nullable Double lat,
    @Nullable Double lon,
    String saidBy,
    double confidence,
    String codedBy) {
  /** Copies the lists. */
  public EventRow {
    actors = List.copyOf(actors);
    actorTexts = List.copyOf(actorTexts);
    recipients = List.copyOf(recipients);
    recipientTexts = List.copyOf(recipientTexts);
  }
}
