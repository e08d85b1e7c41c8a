package org.chancery.store;

import java.util.List;
import java.util.Map;
import org.chancery.core.Attribution;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.Framing;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Statement;
import org.chancery.core.Versions;
import org.jspecify.annotations.Nullable;

/** Small coded reports for tests. */
public final class Reports {
  public static final Versions VERSIONS = new Versions("test", "hash", Map.of());

  private Reports() {}

  /** A report whose sentence tells that Peru did something to Chile, with all that can be told. */
  public static DocumentRecord report(
      String id, String title, String lead, String sentence, String type, String date) {
    String text = lead + sentence;
    Span all = new Span(lead.length(), text.length());
    EventMention mention =
        new EventMention(
            "em-" + id,
            type,
            null,
            List.of("military"),
            "040",
            1,
            1,
            Modality.HAPPENED,
            List.of(participant(text, "Peru", "PER GOV")),
            List.of(participant(text, "Chile", "CHL GOV")),
            false,
            new EventMention.Trigger(word(text, "met"), "met"),
            all,
            null,
            "pl",
            "at",
            null,
            0.9,
            "model:m");
    Attribution said =
        new Attribution(
            "at",
            new Attribution.Source(List.of(all), "the \u00d3rgano", null),
            List.of(),
            List.of(all),
            Attribution.Form.INDIRECT,
            null);
    return new DocumentRecord(
        new Document(id, null, "Wire of " + id, date, "en", title, text, "test"),
        new Outcome.Coded(),
        List.of(),
        List.of(place(all)),
        List.of(),
        List.of(mention),
        List.of(),
        List.of(said),
        List.of(new Statement("st-" + id, "at", "border-dispute", "for", "position", all)),
        List.of(
            new Figure(
                "fi-" + id,
                all,
                "=40",
                "killed",
                40L,
                null,
                null,
                "men",
                null,
                null,
                null,
                null,
                "at")),
        List.of(new Framing("fr-" + id, all, "regime", "regime", null, "narrator")),
        VERSIONS);
  }

  private static PlaceMention place(Span span) {
    return new PlaceMention(
        "pl", span, "Lima", "Lima", "PER", null, -12.0, -77.0, null, null, "city", "test", 1);
  }

  private static EventMention.Participant participant(String text, String name, String code) {
    return new EventMention.Participant(null, word(text, name), name, code);
  }

  private static Span word(String text, String word) {
    int at = Math.max(0, text.indexOf(word));
    return new Span(at, at + word.length());
  }

  /** Writes reports as one run. */
  public static void write(RecordStore store, @Nullable DocumentRecord... reports) {
    store.begin(VERSIONS, List.of("test"));
    for (DocumentRecord report : reports) {
      if (report != null) {
        store.write(report);
      }
    }
    store.end(reports.length, 0, 0, 0, 0);
  }

  /** A review of the event of a report. */
  public static Reviews.Review review(String id, String verdict, int seen, @Nullable String type) {
    return new Reviews.Review(
        id, "em-" + id, "Mara", verdict, "why", seen, type, null, null, null, null, null, null);
  }
}
