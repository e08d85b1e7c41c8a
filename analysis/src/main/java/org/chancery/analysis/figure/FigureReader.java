package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.chancery.core.TimeMention;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a report: how many, of what, whom, by whom, since when, who says so. */
public final class FigureReader implements Stage {
  private static final Pattern SINCE =
      Pattern.compile("(?i)\\b(?:since|from|began (?:on|in)|started (?:on|in)) (?:the )?$");
  private static final Pattern UNTIL =
      Pattern.compile("(?i)\\b(?:until|till|through|up to|as of|by|between .* and) (?:the )?$");
  private static final int NEAR = 12;

  /** More than these march and demand rather than say. */
  private static final long SPEAKERS = 12;

  /** The least that "several" means. */
  private static final long VAGUE = 3;

  private final QuantityReader quantities;
  private final CountWords words;
  private final Map<String, Row> happened;

  /** Takes the lists under {@code figures/}. */
  public FigureReader(Codebook codebook) {
    quantities = new QuantityReader(codebook);
    words = new CountWords(codebook);
    happened = Happened.rows(codebook);
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(
        Layer.SENTENCES, Layer.ACTORS, Layer.TIMES, Layer.EVENT_MENTIONS, Layer.ATTRIBUTIONS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.FIGURES);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Figure> figures = new ArrayList<>();
    Counted.Count last = null;
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      last = read(analysis, sentence, last, figures);
    }
    return analysis.with(Layer.FIGURES, figures);
  }

  /**
   * Adds the figures of a sentence; gives the last thing counted, which the next may count again.
   */
  private Counted.@Nullable Count read(
      Analysis analysis, Span sentence, Counted.@Nullable Count last, List<Figure> figures) {
    String text = analysis.text();
    List<TimeMention> times = sentence.among(analysis.get(Layer.TIMES), TimeMention::span);
    List<Span> dates = times.stream().map(TimeMention::span).toList();
    List<Quantity> found = quantities.read(text, sentence, dates);
    found.removeIf(quantity -> speaks(analysis, sentence, quantity));
    if (found.isEmpty()) {
      return last;
    }
    Counted counted = new Counted(words, text, sentence, found, dates);
    Happened parts =
        new Happened(
            happened, sentence.among(analysis.get(Layer.EVENT_MENTIONS), EventMention::sentence));
    List<Joins.Joined> counts = new Joins(text, words, counted, found, parts).counts(last);
    Counted.Count latest = last;
    Figure whole = null;
    Told told = null;
    for (int i = 0; i < found.size(); i++) {
      Counted.Count count = counts.get(i).count();
      if (count == null || (vague(found.get(i), text) && (count.weak() || count.cue() == null))) {
        continue;
      }
      boolean part = whole != null && counts.get(i).part();
      Figure figure = figure(analysis, sentence, found.get(i), count, times, part ? whole : null);
      boolean joined = text.startsWith(" and ", figure.span().begin() - " and ".length());
      if (joined && told != null && told.goesOn(count, figure)) {
        figure = saidBy(figure, told.figure().attribution());
      }
      told = new Told(figure, count);
      figures.add(figure);
      whole = part ? whole : figure;
      latest = part ? latest : count;
    }
    return latest;
  }

  /** Whether a number is of those who say something: "two diplomats said". */
  private static boolean speaks(Analysis analysis, Span sentence, Quantity quantity) {
    Long number = quantity.low();
    return quantity.unit().isEmpty()
        && number != null
        && number <= SPEAKERS
        && analysis.get(Layer.ATTRIBUTIONS).stream() // in no order
            .filter(a -> sentence.contains(a.cue().get(0)))
            .flatMap(a -> a.source() == null ? Stream.<Span>empty() : a.source().spans().stream())
            .anyMatch(
                source ->
                    source.contains(quantity.span())
                        && quantity.span().begin() == source.begin()
                        && source.length() > quantity.span().length());
  }

  /** The figure before, with what it counts. */
  private record Told(Figure figure, Counted.Count count) {
    /** "Nine died, they say, and 140 since Friday": the same verb, told by the same. */
    boolean goesOn(Counted.Count next, Figure other) {
      return count.cue() != null
          && count.cue().equals(next.cue())
          && other.attribution().equals(EventMention.NARRATOR);
    }
  }

  private static Figure saidBy(Figure f, String attribution) {
    return new Figure(
        f.id(),
        f.span(),
        f.text(),
        f.counts(),
        f.low(),
        f.high(),
        f.unit(),
        f.ofWhom(),
        f.byWhom(),
        f.since(),
        f.until(),
        f.partOf(),
        attribution);
  }

  /** "Several", "various": less than any number says. */
  private static boolean vague(Quantity quantity, String text) {
    Long low = quantity.low();
    return low != null
        && low == VAGUE
        && quantity.high() == null
        && !quantity.span().of(text).matches("(?is).*(?:\\d|\\bthree\\b).*");
  }

  private static Figure figure(
      Analysis analysis,
      Span sentence,
      Quantity quantity,
      Counted.Count count,
      List<TimeMention> times,
      @Nullable Figure whole) {
    String text = analysis.text();
    Span span = quantity.span();
    Span noun = count.noun();
    String giver = Givers.of(analysis, sentence, span);
    return new Figure(
        Ids.of("figure", analysis.document().id(), span.begin(), span.end()),
        span,
        span.of(text),
        count.counts(),
        quantity.low(),
        quantity.high(),
        count.unit().isEmpty() ? null : count.unit(),
        noun == null ? null : noun.of(text),
        byWhom(analysis, sentence, quantity, count),
        bound(text, times, SINCE),
        bound(text, times, UNTIL),
        whole == null ? null : whole.id(),
        giver.equals(EventMention.NARRATOR) && whole != null ? whole.attribution() : giver);
  }

  private static @Nullable String bound(String text, List<TimeMention> times, Pattern before) {
    for (TimeMention time : times) {
      if (time.type().equals("DATE") || time.type().equals("TIME")) {
        String head = text.substring(Math.max(0, time.span().begin() - 20), time.span().begin());
        String own = time.text().toLowerCase(Locale.ROOT);
        boolean inside = before == SINCE ? own.startsWith("since ") : own.startsWith("until ");
        if (inside || before.matcher(head).find()) {
          String value = time.value();
          int slash = value.indexOf('/');
          return slash > 0 ? value.substring(0, slash) : value;
        }
      }
    }
    return null;
  }

  /** The party of an event whose trigger is the figure's verb; else "by X" after it. */
  private static @Nullable String byWhom(
      Analysis analysis, Span sentence, Quantity quantity, Counted.Count count) {
    Span cue = count.cue();
    for (EventMention event :
        sentence.among(analysis.get(Layer.EVENT_MENTIONS), EventMention::sentence)) {
      boolean same = cue != null && event.trigger().span().overlaps(cue);
      boolean about =
          event.recipients().stream()
              .anyMatch(
                  r ->
                      r.span().overlaps(quantity.span())
                          || (count.noun() != null && r.span().overlaps(count.noun())));
      if ((same || about) && !event.actors().isEmpty()) {
        Span actor = event.actors().get(0).span();
        boolean counted =
            actor.overlaps(quantity.span())
                || (count.noun() != null && actor.overlaps(count.noun()));
        if (!counted) { // "4,000 people have fled": by nobody
          return event.actors().get(0).text();
        }
      }
    }
    int from = Math.max(quantity.span().end(), cue == null ? 0 : cue.end());
    int by = analysis.text().indexOf(" by ", from);
    if (by >= 0 && by - from < 60 && by < sentence.end()) {
      return sentence.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
          .filter(m -> m.span().begin() >= by && m.span().begin() <= by + NEAR)
          .min(Comparator.comparing(ActorMention::span))
          .map(ActorMention::text)
          .orElse(null);
    }
    return null;
  }
}
