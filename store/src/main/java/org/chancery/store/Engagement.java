package org.chancery.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private static final String CHOSEN_BY = "type, modality, first_day, last_day";

  /** So many contacts are looked up in the links one by one. */
  private static final int LOOKED_UP = 1_500;

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
   * Engagements, newest first, of the newest contacts.
   *
   * @param since the day from which on contacts were looked at; null where all were
   */
  public record Newest(List<Engagement> chains, @Nullable LocalDate since) {
    /** Copies the chains. */
    public Newest {
      chains = List.copyOf(chains);
    }
  }

  /**
   * The engagements of so many of a pair's newest contacts, and of those of the last one's day. Old
   * contacts lie all over a large record, and to read them takes most of the time.
   */
  public static Newest newest(Pair pair, Function<String, @Nullable String> hints, int contacts) {
    String rows = pair.rows(CHOSEN_BY);
    LocalDate since = since(pair, rows, contacts);
    return new Newest(chains(pair, rows, hints, since), since);
  }

  /** The day of the last of so many of the newest contacts; null where there are no more. */
  private static @Nullable LocalDate since(Pair pair, String rows, int contacts) {
    Conditions conditions = contacts(pair, null);
    List<Questions.Answer> days =
        new Questions(pair.store)
            .ask(
                "SELECT first_day AS day FROM "
                    + rows
                    + " WHERE "
                    + conditions.sql()
                    + " ORDER BY first_day DESC LIMIT "
                    + (contacts + 1),
                conditions.values().toArray());
    return days.size() > contacts ? LocalDate.parse(days.get(contacts - 1).text("day")) : null;
  }

  private static Conditions contacts(Pair pair, @Nullable LocalDate since) {
    Conditions conditions = pair.both();
    conditions.and(Relation.REAL + " AND " + Relation.CONTACT + " AND first_day = last_day");
    conditions.from(since == null ? null : since.toString());
    return conditions;
  }

  /**
   * The engagements of a pair, newest first.
   *
   * @param hints gives the words of a sentence that say that a contact goes on from earlier ones,
   *     or null
   */
  public static List<Engagement> of(Pair pair, Function<String, @Nullable String> hints) {
    return chains(pair, pair.rows(CHOSEN_BY), hints, null);
  }

  private static List<Engagement> chains(
      Pair pair, String rows, Function<String, @Nullable String> hints, @Nullable LocalDate since) {
    List<Told> steps = steps(pair, rows, since);
    List<Told> late = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      if (silent(steps.get(i - 1).step, steps.get(i).step)) {
        late.add(steps.get(i));
      }
    }
    Map<String, String> words = words(pair.store, late, hints);
    List<Engagement> chains = new ArrayList<>();
    List<Step> chain = new ArrayList<>();
    for (Told told : steps) {
      Step next = told.step;
      if (!chain.isEmpty() && silent(chain.get(chain.size() - 1), next)) {
        String continues = words.get(told.document);
        if (continues == null) {
          chains.add(new Engagement(chain));
          chain.clear();
        } else {
          next = next.continuing(continues);
        }
      }
      chain.add(next);
    }
    if (!chain.isEmpty()) {
      chains.add(new Engagement(chain));
    }
    Collections.reverse(chains);
    return chains;
  }

  private static boolean silent(Step before, Step next) {
    return before.day().plusDays(GAP_DAYS).isBefore(next.day());
  }

  /** A step with the report of its event. */
  private record Told(Step step, String document) {}

  /** Steps, oldest first; contacts without a place stand with those of their day that have one. */
  private static List<Told> steps(Pair pair, String rows, @Nullable LocalDate since) {
    Conditions conditions = contacts(pair, since);
    String contacts =
        pair.with(
            "first_day, place, place_country, type, id, document, publisher",
            "SELECT nth FROM " + rows + " WHERE " + conditions.sql(),
            conditions.values());
    Questions ask = new Questions(pair.store);
    List<String> ids =
        ask.ask("SELECT id FROM " + contacts).stream().map(row -> row.text("id")).toList();
    List<Object> values = new ArrayList<>();
    String links = "(SELECT mention, event FROM linked_mentions)";
    if (ids.size() <= LOOKED_UP) { // by their index; more of them are joined faster
      List<LinkTables.Placed> placed = new LinkTables(pair.store).placed(ids);
      links = "(SELECT unnest(split(?, chr(10))) AS mention, unnest(split(?, chr(10))) AS event)";
      values.add(placed.stream().map(LinkTables.Placed::mention).collect(Collectors.joining("\n")));
      values.add(placed.stream().map(LinkTables.Placed::event).collect(Collectors.joining("\n")));
    }
    String sql =
        "WITH contacts AS (SELECT f.*, l.event, CASE WHEN l.event IS NULL THEN coalesce(place,"
            + " arg_max(place, document) FILTER (place IS NOT NULL) OVER (PARTITION BY first_day)) ELSE"
            + " place END AS site FROM "
            + contacts
            + " f LEFT JOIN "
            + links
            + " l ON l.mention = f.id) SELECT mode(first_day ORDER BY first_day) AS day, mode(site"
            + " ORDER BY site) AS site, max(place_country) AS country, list_sort(list(DISTINCT type)) AS"
            + " types, min(id) AS event, arg_min(document, id) AS document, count(DISTINCT document) AS"
            + " reports, count(DISTINCT publisher) AS outlets FROM contacts GROUP BY coalesce(event,"
            + " first_day || ' ' || coalesce(site, '')) ORDER BY day DESC, site DESC NULLS LAST, event"
            + " LIMIT "
            + MOST_STEPS;
    List<Told> steps = new ArrayList<>();
    for (Questions.Answer row : ask.ask(sql, values.toArray())) {
      steps.add(
          new Told(
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
                  null),
              row.text("document")));
    }
    Collections.reverse(steps);
    return steps;
  }

  private static @Nullable String none(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The hint of each report that has one, looked for in its first sentences with events. */
  private static Map<String, String> words(
      RecordStore store, List<Told> late, Function<String, @Nullable String> hints) {
    Map<String, String> found = new HashMap<>();
    for (Map.Entry<String, String> sentence :
        new LinkAsk(store.connection())
            .among(
                "WITH m AS MATERIALIZED (SELECT DISTINCT document, sentence_begin AS b, sentence_end AS"
                    + " e FROM event_mentions WHERE document IN %1$s QUALIFY dense_rank() OVER"
                    + " (PARTITION BY document ORDER BY b) <= "
                    + SENTENCES
                    + "), d AS MATERIALIZED (SELECT id, text FROM documents WHERE id IN %1$s) SELECT"
                    + " m.document, substring(d.text, m.b + 1, m.e - m.b) FROM m JOIN d ON d.id ="
                    + " m.document ORDER BY m.document, m.b",
                late.stream().map(Told::document).toList(),
                r -> Map.entry(r.getString(1), r.getString(2)))) {
      String words = hints.apply(sentence.getValue());
      if (words != null) {
        found.putIfAbsent(sentence.getKey(), words);
      }
    }
    return found;
  }
}
