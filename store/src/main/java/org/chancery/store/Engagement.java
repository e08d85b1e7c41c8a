package org.chancery.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A chain of contacts between the same two parties, over any number of reports: meetings,
 * agreements and common work that are said to have happened. Each step is one linked event, on the
 * day that most of its mentions say; contacts that linking has not seen are one step where they are
 * of one day and place. A step goes on with the chain when it comes at most {@link #GAP_DAYS} days
 * after the one before, or when its sentence says so ("builds on their previous discussions").
 */
public record Engagement(List<Step> steps) {
  /** Longest silence within a chain, in days. */
  public static final int GAP_DAYS = 180;

  private static final int MOST_STEPS = 2_000;
  private static final int SENTENCES = 10;

  /** Copies the steps. */
  public Engagement {
    steps = List.copyOf(steps);
  }

  /**
   * One contact.
   *
   * @param event id of one event mention that tells it
   * @param reports how many reports tell it
   * @param outlets how many publishers do
   * @param continues the words that say that it goes on from earlier contacts, where these bridge a
   *     longer silence
   */
  public record Step(
      LocalDate day,
      @Nullable String place,
      @Nullable String country,
      List<String> types,
      String event,
      long reports,
      long outlets,
      @Nullable String continues) {
    /** Copies the types. */
    public Step {
      types = List.copyOf(types);
    }

    private Step continuing(String words) {
      return new Step(day, place, country, types, event, reports, outlets, words);
    }
  }

  /**
   * The engagements of a pair between two days (each a day, month or year, null for open), newest
   * first.
   *
   * @param hints gives the words of a sentence that say that a contact goes on from earlier ones,
   *     or null
   */
  public static List<Engagement> of(
      RecordStore store,
      String one,
      String other,
      @Nullable String first,
      @Nullable String last,
      Function<String, @Nullable String> hints) {
    List<Engagement> chains = new ArrayList<>();
    List<Step> chain = new ArrayList<>();
    LocalDate before = null;
    for (Step step : steps(store, one, other, first, last)) {
      Step next = step;
      if (before != null && before.plusDays(GAP_DAYS).isBefore(step.day())) {
        String words = continues(store, step, hints);
        if (words == null) {
          chains.add(new Engagement(chain));
          chain.clear();
        } else {
          next = step.continuing(words);
        }
      }
      chain.add(next);
      before = step.day();
    }
    if (!chain.isEmpty()) {
      chains.add(new Engagement(chain));
    }
    Collections.reverse(chains);
    return chains;
  }

  /** Steps, oldest first; contacts without a place stand with those of their day that have one. */
  private static List<Step> steps(
      RecordStore store, String one, String other, @Nullable String first, @Nullable String last) {
    Conditions conditions = Relation.conditions(one, other, first, last, true);
    String sql =
        "WITH found AS MATERIALIZED (SELECT first_day, place, place_country, type, id, document,"
            + " publisher FROM event_rows WHERE "
            + conditions.sql()
            + " AND "
            + Relation.REAL
            + " AND "
            + Relation.CONTACT
            + " AND first_day = last_day), contacts AS (SELECT f.*, l.event, CASE WHEN l.event IS NULL"
            + " THEN coalesce(place, arg_max(place, document) FILTER (place IS NOT NULL) OVER"
            + " (PARTITION BY first_day)) ELSE place END AS site FROM found f LEFT JOIN (SELECT"
            + " mention, event FROM linked_mentions) l ON l.mention = f.id) SELECT mode(first_day ORDER"
            + " BY first_day) AS day, mode(site ORDER BY site) AS site, max(place_country) AS country,"
            + " list_sort(list(DISTINCT type)) AS types, min(id) AS event, count(DISTINCT document) AS"
            + " reports, count(DISTINCT publisher) AS outlets FROM contacts GROUP BY coalesce(event,"
            + " first_day || ' ' || coalesce(site, '')) ORDER BY day DESC, site DESC NULLS LAST, event"
            + " LIMIT "
            + MOST_STEPS;
    List<Step> steps = new ArrayList<>();
    for (Questions.Answer row : new Questions(store).ask(sql, conditions.values().toArray())) {
      steps.add(
          new Step(
              LocalDate.parse(row.text("day")),
              none(row.text("site")),
              none(row.text("country")),
              row.values().get("types") instanceof List<?> types
                  ? types.stream().map(String::valueOf).toList()
                  : List.of(),
              row.text("event"),
              row.number("reports"),
              row.number("outlets"),
              null));
    }
    Collections.reverse(steps);
    return steps;
  }

  private static @Nullable String none(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Looks for the hint in the sentences around that event, and no further: reports are long. */
  private static @Nullable String continues(
      RecordStore store, Step step, Function<String, @Nullable String> hints) {
    Questions ask = new Questions(store);
    for (Questions.Answer mention : ask.mention(step.event())) {
      for (Questions.Answer row :
          ask.ask(
              "SELECT substring(d.text, m.b + 1, m.e - m.b) AS sentence FROM (SELECT DISTINCT"
                  + " sentence_begin AS b, sentence_end AS e FROM event_mentions WHERE document = ?"
                  + " ORDER BY b LIMIT "
                  + SENTENCES
                  + ") m, (SELECT text FROM documents WHERE id = ?) d",
              mention.text("document"),
              mention.text("document"))) {
        String words = hints.apply(row.text("sentence"));
        if (words != null) {
          return words;
        }
      }
    }
    return null;
  }
}
