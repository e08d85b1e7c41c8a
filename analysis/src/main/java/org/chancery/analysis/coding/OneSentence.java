package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Span;

/** What the mentions of one sentence are to each other: the same, one within the other, or two. */
final class OneSentence {
  /** Recipients that take up those of the deed before: "killing nine of them". */
  private static final Pattern TAKEN_UP =
      Pattern.compile("(?:.* )?(?:of )?(?:them|it|him|her)", Pattern.CASE_INSENSITIVE);

  private OneSentence() {}

  /** The mentions to keep, content of speech tied to the speech. */
  static List<EventMention> of(List<EventMention> mentions, Set<String> speech) {
    return within(once(distinct(mentions)), speech);
  }

  /** Of mentions with the same type and parties, the surest. */
  private static List<EventMention> distinct(List<EventMention> mentions) {
    Map<List<Object>, EventMention> kept = new LinkedHashMap<>();
    for (EventMention mention : mentions) {
      kept.merge(
          List.of(
              mention.type(),
              spans(mention.actors()),
              spans(mention.recipients()),
              String.valueOf(mention.place())),
          mention,
          (a, b) -> b.confidence() > a.confidence() ? b : a);
    }
    return List.copyOf(kept.values());
  }

  private static List<Span> spans(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::span).toList();
  }

  /**
   * Without what is told a second time with less: the same deed of the same actors to nobody named
   * ("shelled the troops, killing nine of them").
   */
  private static List<EventMention> once(List<EventMention> mentions) {
    List<EventMention> kept = new ArrayList<>();
    for (EventMention mention : mentions) {
      boolean nobody =
          mention.recipients().stream().allMatch(p -> TAKEN_UP.matcher(p.text()).matches());
      boolean again =
          nobody
              && mentions.stream()
                  .anyMatch(
                      other ->
                          other.type().equals(mention.type())
                              && other.modality() == mention.modality()
                              && codes(other.actors()).equals(codes(mention.actors()))
                              && !other.recipients().isEmpty()
                              && other.trigger().span().begin() < mention.trigger().span().begin());
      if (!again) {
        kept.add(mention);
      }
    }
    return kept;
  }

  private static Set<String> codes(List<EventMention.Participant> side) {
    Set<String> codes = new TreeSet<>();
    side.forEach(party -> codes.add(party.code()));
    return codes;
  }

  /** Content of a speech act that did not happen stands within the speech act before it. */
  private static List<EventMention> within(List<EventMention> mentions, Set<String> kinds) {
    List<EventMention> tied = new ArrayList<>();
    EventMention speech = null;
    for (EventMention m : mentions) {
      boolean content = m.modality() != Modality.HAPPENED && m.modality() != Modality.ONGOING;
      if (speech != null && content) {
        tied.add(m.within(speech.id()));
      } else {
        tied.add(m);
        speech = kinds.contains(m.type()) ? m : speech;
      }
    }
    return tied;
  }
}
