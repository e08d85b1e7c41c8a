package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention.EventTime;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Where and when the events of one sentence happened: by the encoder's tags of event place and
 * date, then by the words of the sentence, then by the dateline and the day of publication. The
 * country of a party is never a place.
 */
final class Circumstances {
  private static final double LEAST_TAG = 0.5;
  private static final int NEAR = 48;

  /** The dateline says where the first sentences happen; further down a report goes elsewhere. */
  private static final int LEAD = 2;

  private static final Pattern LOCAL =
      Pattern.compile(
          "(?s).*\\b(?:in|at|near|outside|inside|around|across|throughout|off|on the sidelines of|visited|visits|visiting|reached|arrived in|into|over|along)\\s+(?:the\\s+)?(?:(?:town|city|village|capital|district|province|port|region|state|outskirts|suburb|camp|coast) of\\s+)?(?:(?:\\p{Ll}+ern|central|downtown|nearby|rural|capital)\\s+)?(?:\\p{Ll}+\\s+)?$");
  private static final Pattern IN_A_NOUN =
      Pattern.compile("(?s).*\\b(?:the|a|an|its|their|this)\\s+$");
  private static final Pattern GOES_ON = Pattern.compile("(?s) \\p{L}.*");
  private static final Pattern AND = Pattern.compile(",? and (?:in |at |near )?|, ");
  private static final Pattern TO = Pattern.compile(" ?(?:to|until|through|till|-|\u2013) ?");

  private final Analysis analysis;
  private final Span sentence;
  private final Encoded encoded;

  Circumstances(Analysis analysis, Span sentence, Encoded encoded) {
    this.analysis = analysis;
    this.sentence = sentence;
    this.encoded = encoded;
  }

  /**
   * The place of an event, null where nothing says it. Behind the verb of a speech act stands what
   * it speaks of, not where it was uttered.
   */
  @Nullable PlaceMention place(Span trigger, List<Span> doers, List<Span> others, boolean speech) {
    List<PlaceMention> places = sentence.among(analysis.get(Layer.PLACES), PlaceMention::span);
    PlaceMention best = null;
    for (Encoded.Tagged tag : encoded.settings()) {
      if (tag.label().equals("p") && tag.probability() >= LEAST_TAG) {
        for (PlaceMention place : places) {
          boolean nearer = best == null || gap(place.span(), trigger) < gap(best.span(), trigger);
          if (place.span().overlaps(tag.span()) && nearer) {
            best = inner(place, places);
          }
        }
      }
    }
    if (best != null) {
      return best;
    }
    for (PlaceMention place : places) {
      boolean party =
          doers.stream().anyMatch(place.span()::overlaps)
              || others.stream().anyMatch(place.span()::overlaps);
      boolean after = place.span().begin() >= trigger.end();
      boolean content = speech && after; // what is said of happens elsewhere
      if (!party && !content && isLocal(place.span())) {
        if (best == null || (best.span().end() <= trigger.begin() && after)) {
          best = place;
        }
      }
    }
    return best != null ? inner(best, places) : dateline();
  }

  /**
   * Further places that stand beside the place of an event and are as exact as it ("in Geneva and
   * New York"): there it happened too, another time.
   */
  List<PlaceMention> others(@Nullable PlaceMention first) {
    List<PlaceMention> others = new ArrayList<>();
    PlaceMention last = first;
    for (PlaceMention place : sentence.among(analysis.get(Layer.PLACES), PlaceMention::span)) {
      boolean next =
          last != null
              && place.span().begin() > last.span().end()
              && place.precision().equals(last.precision())
              && AND.matcher(analysis.text().substring(last.span().end(), place.span().begin()))
                  .matches();
      if (next) {
        others.add(place);
        last = place;
      }
    }
    return others;
  }

  /** "Banjul, Gambia" is in Banjul: of places side by side, the first and smaller one. */
  private PlaceMention inner(PlaceMention place, List<PlaceMention> places) {
    for (PlaceMention other : places) {
      boolean before =
          other.span().end() + 2 == place.span().begin()
              && analysis.text().startsWith(", ", other.span().end());
      if (before && !other.precision().equals("country")) {
        return other;
      }
    }
    return place;
  }

  private boolean isLocal(Span span) {
    int from = Math.max(sentence.begin(), span.begin() - NEAR);
    return LOCAL.matcher(analysis.text().substring(from, span.begin())).matches();
  }

  private @Nullable PlaceMention dateline() {
    List<PlaceMention> places = analysis.get(Layer.PLACES);
    List<Span> sentences = analysis.get(Layer.SENTENCES);
    boolean lead = sentences.size() <= LEAD || sentence.begin() < sentences.get(LEAD).begin();
    if (!lead || places.isEmpty() || places.get(0).span().begin() > 2) {
      return null;
    }
    PlaceMention first = places.get(0);
    int to = Math.min(analysis.text().length(), first.span().end() + NEAR);
    String after = analysis.text().substring(first.span().end(), to);
    return after.matches(
            "(?s)(?:, [\\p{Lu}][^\u2014\u2013]{0,24}?)?,? ?(?:\\([^)]{1,30}\\) ?)?(?:--|\u2014|\u2013| - ).*")
        ? first
        : null;
  }

  private static int gap(Span one, Span other) {
    return Math.max(0, Math.max(one.begin() - other.end(), other.begin() - one.end()));
  }

  /**
   * When an event happened: a date or range, at least "before publication"; null without either.
   */
  @Nullable EventTime time(Span trigger) {
    List<TimeMention> times =
        sentence.among(analysis.get(Layer.TIMES), TimeMention::span).stream()
            .filter(t -> t.type().equals("DATE") || t.type().equals("TIME"))
            .toList();
    TimeMention best = null;
    for (Encoded.Tagged tag : encoded.settings()) {
      if (tag.label().equals("d") && tag.probability() >= LEAST_TAG) {
        for (TimeMention time : times) {
          boolean nearer = best == null || gap(time.span(), trigger) < gap(best.span(), trigger);
          if (time.span().overlaps(tag.span()) && nearer) {
            best = time;
          }
        }
      }
    }
    for (TimeMention time : times) {
      boolean nearer = best == null || gap(time.span(), trigger) < gap(best.span(), trigger);
      if (best == null
          ? !isPartOfName(time)
          : nearer && encoded.settings().isEmpty() && !isPartOfName(time)) {
        best = time;
      }
    }
    String day = analysis.document().day();
    if (best == null || best.value().endsWith("_REF")) {
      boolean ahead = best != null && best.value().startsWith("FUTURE");
      return day == null
          ? null
          : new EventTime(
              day,
              ahead ? "after-publication" : "before-publication",
              best == null ? null : best.span());
    }
    return ranged(best, times);
  }

  /** "The 2015 deal": the year belongs to the deal, not to what is said of it. */
  private boolean isPartOfName(TimeMention time) {
    String text = analysis.text();
    int from = Math.max(sentence.begin(), time.span().begin() - NEAR);
    boolean determined = IN_A_NOUN.matcher(text.substring(from, time.span().begin())).matches();
    String rest =
        text.substring(time.span().end(), Math.min(sentence.end(), time.span().end() + 3));
    return determined && time.precision().equals("year") && GOES_ON.matcher(rest).matches();
  }

  private EventTime ranged(TimeMention best, List<TimeMention> times) {
    String text = analysis.text();
    for (TimeMention other : times) {
      if (other.span().begin() >= best.span().end()
          && TO.matcher(text.substring(best.span().end(), other.span().begin())).matches()) {
        return new EventTime(
            best.value() + "/" + other.value(), "range", best.span().union(other.span()));
      }
      if (best.span().begin() >= other.span().end()
          && TO.matcher(text.substring(other.span().end(), best.span().begin())).matches()) {
        return new EventTime(
            other.value() + "/" + best.value(), "range", other.span().union(best.span()));
      }
    }
    int from = Math.max(sentence.begin(), best.span().begin() - 6);
    boolean since = text.substring(from, best.span().begin()).matches("(?is).*\\bsince ");
    return since
        ? new EventTime(best.value() + "/..", "range", best.span())
        : new EventTime(best.value(), best.precision(), best.span());
  }
}
