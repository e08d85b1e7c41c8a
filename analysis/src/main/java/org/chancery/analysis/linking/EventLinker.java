package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.Analysis;
import org.chancery.core.Attribution;
import org.chancery.core.Event;
import org.chancery.core.EventMention;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Links the mentions of one report that have the same type, parties, modality, and no different
 * place or day.
 */
public final class EventLinker implements Stage {
  private final Series series;

  /** Uses the words of {@code linking/series.tsv}. */
  public EventLinker(Codebook codebook) {
    series = new Series(codebook);
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.EVENT_MENTIONS, Layer.ATTRIBUTIONS, Layer.PLACES);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.EVENTS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    Map<String, String> places = new HashMap<>();
    analysis
        .get(Layer.PLACES)
        .forEach(p -> places.put(p.id(), p.name() + " " + p.country() + " " + p.admin1()));
    Map<String, List<EventMention>> groups = new LinkedHashMap<>();
    for (EventMention mention : analysis.get(Layer.EVENT_MENTIONS)) {
      boolean several = series.in(mention.sentence().of(analysis.text()));
      String parties =
          mention.symmetric()
              ? new TreeSet<>(union(codes(mention.actors()), codes(mention.recipients())))
                  .toString()
              : codes(mention.actors()) + ">" + codes(mention.recipients());
      String day =
          mention.time() == null || mention.time().span() == null ? "" : mention.time().value();
      String key =
          String.join(
              "|",
              mention.type(),
              parties,
              mention.modality().key(),
              places.getOrDefault(String.valueOf(mention.place()), ""),
              day,
              String.valueOf(several));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(mention);
    }
    List<Event> events = new ArrayList<>();
    groups.forEach((key, mentions) -> events.add(event(analysis, mentions, key.endsWith("true"))));
    return analysis.with(Layer.EVENTS, events);
  }

  private static Event event(Analysis analysis, List<EventMention> mentions, boolean series) {
    EventMention first = mentions.get(0);
    Set<String> sources = new LinkedHashSet<>();
    mentions.forEach(m -> sources.add(source(analysis, m.attribution())));
    return new Event(
        Ids.of("event", analysis.document().id(), first.id()),
        first.type(),
        mentions.stream().map(EventMention::id).toList(),
        List.copyOf(codes(first.actors())),
        List.copyOf(codes(first.recipients())),
        day(first),
        first.place(),
        first.modality(),
        List.copyOf(sources),
        series ? "series" : "one");
  }

  private static @Nullable String day(EventMention mention) {
    return mention.time() == null ? null : mention.time().value();
  }

  private static String source(Analysis analysis, String id) {
    for (Attribution attribution : analysis.get(Layer.ATTRIBUTIONS)) {
      if (attribution.id().equals(id) && attribution.source() != null) {
        return attribution.source().text();
      }
    }
    return EventMention.NARRATOR;
  }

  private static Set<String> codes(List<EventMention.Participant> participants) {
    Set<String> codes = new LinkedHashSet<>();
    participants.forEach(p -> codes.add(p.code()));
    return codes;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }
}
