package org.chancery.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.Link;
import org.jspecify.annotations.Nullable;

/**
 * One happening over all reports: its mentions, how many reports tell it and how many of those are
 * no copies of one another. Each table is looked up by its own index, never joined: a join would
 * read the whole record.
 *
 * @param tellings the first {@value #MOST} mentions by day of publication, each with its sentence
 *     and why it is linked
 */
public record LinkedEvent(
    String id, long mentions, long reports, long independent, List<Questions.Answer> tellings) {
  private static final int MOST = 200;

  /** Characters of a sentence that are shown. */
  private static final int LONGEST = 400;

  /** Copies the list. */
  public LinkedEvent {
    tellings = List.copyOf(tellings);
  }

  /** The event of an id, or that a mention belongs to. */
  public static Optional<LinkedEvent> find(RecordStore store, String id) {
    LinkTables tables = new LinkTables(store);
    String event =
        tables.placed(List.of(id)).stream().findFirst().map(LinkTables.Placed::event).orElse(id);
    List<LinkTables.Placed> members = tables.ofEvents(List.of(event));
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> sources = sources(tables, members);
    return Optional.of(
        new LinkedEvent(
            event,
            members.size(),
            sources.size(),
            new HashSet<>(sources.values()).size(),
            tellings(store, tables, members, sources)));
  }

  /** The source of each document that the mentions are in. */
  private static Map<String, String> sources(
      LinkTables tables, Collection<LinkTables.Placed> members) {
    Map<String, String> sources = new TreeMap<>();
    tables
        .sketches(members.stream().map(LinkTables.Placed::document).toList())
        .forEach(document -> sources.put(document.document(), document.source()));
    return sources;
  }

  private static List<Questions.Answer> tellings(
      RecordStore store,
      LinkTables tables,
      List<LinkTables.Placed> members,
      Map<String, String> sources) {
    Set<String> ids = new HashSet<>();
    members.forEach(member -> ids.add(member.mention()));
    Map<String, String> why = why(store, tables, ids, members);
    LinkAsk ask = new LinkAsk(store.connection());
    Map<String, Told> reports = new HashMap<>();
    ask.among(
            "SELECT id, published, publisher, title, text FROM documents WHERE id IN ",
            sources.keySet(),
            r ->
                new Told(
                    r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5)))
        .forEach(report -> reports.put(report.id, report));
    List<Questions.Answer> rows =
        ask.among(
            "SELECT document, id, type, trigger_text, sentence_begin, sentence_end FROM event_mentions"
                + " WHERE document IN %1$s ORDER BY document, position",
            sources.keySet(),
            r -> {
              Told report = Objects.requireNonNull(reports.get(r.getString(1)));
              Map<String, @Nullable Object> values = new LinkedHashMap<>();
              values.put("mention", r.getString(2));
              values.put("document", report.id);
              values.put("published", report.published);
              values.put("publisher", report.publisher);
              values.put("title", report.title);
              values.put("type", r.getString(3));
              values.put("trigger", r.getString(4));
              values.put("sentence", report.words(r.getInt(5), r.getInt(6)));
              values.put("source", sources.get(report.id));
              values.put("why", why.getOrDefault(r.getString(2), ""));
              return new Questions.Answer(values);
            });
    rows.removeIf(row -> !ids.contains(row.text("mention")));
    rows.sort( // stable: documents stand in the order of their ids, mentions in that of the text
        Comparator.comparing(
            row -> row.text("published").isEmpty() ? "\uffff" : row.text("published")));
    return rows.subList(0, Math.min(MOST, rows.size()));
  }

  /** A report that tells an event. */
  private record Told(
      String id,
      @Nullable String published,
      @Nullable String publisher,
      @Nullable String title,
      String text) {
    private String words(int begin, int end) {
      return text.substring(begin, Math.min(text.length(), Math.min(begin + LONGEST, end)));
    }
  }

  /** Why each mention is linked: a person's words, or the reasons of its strongest link. */
  private static Map<String, String> why(
      RecordStore store,
      LinkTables tables,
      Set<String> ids,
      Collection<LinkTables.Placed> members) {
    Map<String, String> documents = new HashMap<>();
    members.forEach(member -> documents.put(member.mention(), member.document()));
    Map<String, String> why = new HashMap<>();
    List<Link> links = new ArrayList<>(tables.links(ids));
    links.removeIf(link -> !ids.contains(link.other()));
    links.sort(Comparator.comparingDouble((Link link) -> -link.score()).thenComparing(Link::one));
    for (Link link : links) {
      why.putIfAbsent(link.one(), reason(link, documents.get(link.other())));
      why.putIfAbsent(link.other(), reason(link, documents.get(link.one())));
    }
    for (Link link : new HandLinks(store).of(ids)) {
      if (link.score() > 0 && ids.contains(link.one()) && ids.contains(link.other())) {
        why.put(link.one(), link.reasons().get(0));
        why.put(link.other(), link.reasons().get(0));
      }
    }
    return why;
  }

  private static String reason(Link link, @Nullable String document) {
    return String.join("; ", link.reasons())
        + " ("
        + Math.round(link.score() * 100) / 100.0
        + ", with "
        + document
        + ")";
  }

  /** The events that a document tells, with their mentions in it, in the order of its text. */
  public static List<Questions.Answer> ofDocument(RecordStore store, String document) {
    LinkTables tables = new LinkTables(store);
    List<Questions.Answer> mentions =
        new Questions(store)
            .ask(
                "SELECT id AS mention, type, trigger_text AS trigger FROM event_mentions WHERE"
                    + " document = ? ORDER BY position",
                document);
    Map<String, String> events = new HashMap<>();
    tables
        .placed(mentions.stream().map(row -> row.text("mention")).toList())
        .forEach(placed -> events.put(placed.mention(), placed.event()));
    List<LinkTables.Placed> members = tables.ofEvents(events.values());
    Map<String, String> sources = sources(tables, members);
    Map<String, Set<String>> reports = new HashMap<>();
    Map<String, Set<String>> independent = new HashMap<>();
    for (LinkTables.Placed member : members) {
      reports.computeIfAbsent(member.event(), e -> new HashSet<>()).add(member.document());
      independent
          .computeIfAbsent(member.event(), e -> new HashSet<>())
          .add(sources.getOrDefault(member.document(), member.document()));
    }
    List<Questions.Answer> rows = new ArrayList<>();
    for (Questions.Answer row : mentions) {
      String event = events.get(row.text("mention"));
      if (event != null) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
        values.put("event", event);
        values.put("reports", (long) Objects.requireNonNull(reports.get(event)).size());
        values.put("independent", (long) Objects.requireNonNull(independent.get(event)).size());
        rows.add(new Questions.Answer(values));
      }
    }
    return rows;
  }
}
