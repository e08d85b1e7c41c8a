package org.chancery.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.core.Actor;
import org.chancery.core.Attribution;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** The rows of one document's record, a method a table where they are more than a line. */
final class DocumentRows {
  private final Rows rows;
  private final String id;

  private DocumentRows(Rows rows, String id) {
    this.rows = rows;
    this.id = id;
  }

  /** Adds all rows of one document. */
  static void add(Rows rows, DocumentRecord record, String versions, String run) {
    new DocumentRows(rows, record.document().id()).all(record, versions, run);
  }

  private void all(DocumentRecord record, String versions, String run) {
    var d = record.document();
    var outcome = record.outcome();
    row(
        "documents",
        id,
        d.contentHash(),
        d.url(),
        d.publisher(),
        d.published(),
        d.language(),
        d.title(),
        d.text(),
        d.origin(),
        RecordJson.status(outcome),
        RecordJson.reason(outcome),
        RecordJson.detail(outcome),
        versions,
        run);
    if (outcome instanceof org.chancery.core.Outcome.Coded) {
      row("link_pending", "document", id);
    }
    record
        .actors()
        .forEach(
            m -> {
              Actor a = m.actor();
              Actor.Office office = a == null ? null : a.office();
              row(
                  "actor_mentions",
                  id,
                  m.id(),
                  m.span().begin(),
                  m.span().end(),
                  m.text(),
                  lower(m.form()),
                  a == null ? null : a.id(),
                  a == null ? null : a.name(),
                  a == null ? null : a.country(),
                  a == null ? List.of() : a.sectors(),
                  office == null ? null : office.title(),
                  office == null ? null : office.from(),
                  office == null ? null : office.to(),
                  m.antecedent(),
                  a == null ? List.of() : a.members().stream().map(Actor::id).toList(),
                  m.resolvedBy(),
                  m.confidence());
            });
    record
        .places()
        .forEach(
            p ->
                row(
                    "place_mentions",
                    id,
                    p.id(),
                    p.span().begin(),
                    p.span().end(),
                    p.text(),
                    p.name(),
                    p.country(),
                    p.admin1(),
                    p.lat(),
                    p.lon(),
                    p.geonameid(),
                    p.feature(),
                    p.precision(),
                    p.resolvedBy(),
                    p.confidence()));
    record
        .times()
        .forEach(
            t ->
                row(
                    "time_mentions",
                    id,
                    t.id(),
                    t.span().begin(),
                    t.span().end(),
                    t.text(),
                    t.value(),
                    t.type(),
                    t.precision()));
    record.attributions().forEach(a -> attribution(id, a));
    int position = 0;
    for (EventMention m : record.eventMentions()) {
      mention(id, m, position++);
    }
    record
        .events()
        .forEach(
            e ->
                row(
                    "events",
                    id,
                    e.id(),
                    e.type(),
                    e.mentions(),
                    e.actors(),
                    e.recipients(),
                    e.date(),
                    e.place(),
                    lower(e.modality()),
                    e.sources(),
                    e.count()));
    Map<String, String> speakers = EventRow.speakingCountries(record);
    record
        .statements()
        .forEach(
            s ->
                row(
                    "statements",
                    id,
                    s.id(),
                    s.attribution(),
                    s.issue(),
                    s.stance(),
                    s.act(),
                    s.span().begin(),
                    s.span().end(),
                    speakers.get(s.attribution())));
    record
        .figures()
        .forEach(
            f ->
                row(
                    "figures",
                    id,
                    f.id(),
                    f.span().begin(),
                    f.span().end(),
                    f.text(),
                    f.counts(),
                    f.low(),
                    f.high(),
                    f.unit(),
                    f.ofWhom(),
                    f.byWhom(),
                    f.since(),
                    f.until(),
                    f.attribution(),
                    f.partOf()));
    record
        .framings()
        .forEach(
            f ->
                row(
                    "framings",
                    id,
                    f.id(),
                    f.span().begin(),
                    f.span().end(),
                    f.text(),
                    f.term(),
                    f.referent(),
                    f.attribution()));
    FlatRows.add(rows, record);
  }

  private void row(String table, @Nullable Object... values) {
    rows.row(table, values);
  }

  private void attribution(String document, Attribution a) {
    Attribution.Source source = a.source();
    row(
        "attributions",
        document,
        a.id(),
        source == null ? null : source.text(),
        source == null ? List.of() : flat(source.spans()),
        source == null ? null : source.actor(),
        flat(a.cue()),
        flat(a.content()),
        lower(a.form()),
        a.parent());
  }

  private void mention(String document, EventMention m, int position) {
    EventMention.EventTime time = m.time();
    Span when = time == null ? null : time.span();
    row(
        "event_mentions",
        document,
        m.id(),
        position,
        m.type(),
        m.mode(),
        m.contexts(),
        m.cameo(),
        m.quadClass(),
        m.goldstein(),
        lower(m.modality()),
        m.symmetric(),
        m.trigger().span().begin(),
        m.trigger().span().end(),
        m.trigger().text(),
        m.sentence().begin(),
        m.sentence().end(),
        time == null ? null : time.value(),
        time == null ? null : time.precision(),
        when == null ? null : when.begin(),
        when == null ? null : when.end(),
        m.place(),
        m.attribution(),
        m.within(),
        m.confidence(),
        m.codedBy());
    participants(document, m.id(), "actor", m.actors());
    participants(document, m.id(), "recipient", m.recipients());
  }

  private void participants(
      String document, String mention, String side, List<EventMention.Participant> parts) {
    int position = 0;
    for (EventMention.Participant p : parts) {
      row(
          "participants",
          document,
          mention,
          side,
          position++,
          p.mention(),
          p.span().begin(),
          p.span().end(),
          p.text(),
          p.code());
    }
  }

  private static List<Integer> flat(List<Span> spans) {
    List<Integer> flat = new ArrayList<>();
    spans.forEach(
        span -> {
          flat.add(span.begin());
          flat.add(span.end());
        });
    return flat;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
