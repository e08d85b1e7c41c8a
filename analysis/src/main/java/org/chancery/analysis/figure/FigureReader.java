package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.attribution.Speakers;
import org.chancery.analysis.codebook.Codebook;
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
  private static final Pattern PART =
      Pattern.compile(
          "(?is).*\\b(?:including|among (?:them|whom|the \\w+)|of (?:whom|them|which|those|the \\w+)|some of them|counting|with) ?$");
  private static final Pattern PART_AFTER =
      Pattern.compile(
          " of (?:whom|them|which|these|those|the dead|the victims|its|their number)\\b");
  private static final Pattern JOINED =
      Pattern.compile(
          "(?is)^\\s*,?\\s*(?:and|or|as well as|plus|along with|together with|,)?\\s*(?:another|a further)?\\s*$");
  private static final Pattern SINCE =
      Pattern.compile("(?i)\\b(?:since|from|began (?:on|in)|started (?:on|in)) (?:the )?$");
  private static final Pattern UNTIL =
      Pattern.compile("(?i)\\b(?:until|till|through|up to|as of|by|between .* and) (?:the )?$");
  private static final int NEAR = 12;

  private final QuantityReader quantities;
  private final CountWords words;

  /** Takes the lists under {@code figures/}. */
  public FigureReader(Codebook codebook) {
    quantities = new QuantityReader(codebook);
    words = new CountWords(codebook);
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
    List<Quantity> found =
        quantities.read(text, sentence, times.stream().map(TimeMention::span).toList());
    if (found.isEmpty()) {
      return last;
    }
    List<Counted.@Nullable Count> counts =
        counts(text, new Counted(words, text, sentence, found), found, last);
    Counted.Count latest = last;
    Figure whole = null;
    for (int i = 0; i < found.size(); i++) {
      Counted.Count count = counts.get(i);
      if (count == null) {
        continue;
      }
      boolean part = whole != null && isPart(text, found, i);
      Figure figure =
          figure(
              analysis,
              sentence,
              found.get(i),
              count,
              times,
              part && whole != null ? whole.id() : null);
      figures.add(figure);
      whole = part ? whole : figure;
      latest = part ? latest : count;
    }
    return latest;
  }

  /**
   * What each quantity counts: by the words beside it, else by the quantity that it is joined with
   * or a part of.
   */
  private static List<Counted.@Nullable Count> counts(
      String text, Counted counted, List<Quantity> found, Counted.@Nullable Count last) {
    List<Counted.@Nullable Count> counts = new ArrayList<>();
    for (Quantity quantity : found) {
      Counted.Count count = counted.of(quantity);
      counts.add(quantity.unit().equals("percent") ? null : count);
    }
    for (int i = found.size() - 2; i >= 0; i--) {
      Counted.Count next = counts.get(i + 1);
      Counted.Count own = counts.get(i);
      boolean open = (own == null || own.weak()) && found.get(i).unit().isEmpty();
      if (open
          && next != null
          && next.after()
          && JOINED.matcher(gap(text, counted, found, i + 1)).matches()) {
        counts.set(i, counted.like(next, found.get(i)));
      }
    }
    Counted.Count whole = last;
    for (int i = 0; i < found.size(); i++) {
      Counted.Count own = counts.get(i);
      Quantity quantity = found.get(i);
      boolean part = whole != null && isPart(text, found, i);
      boolean joined = i > 0 && joined(text, counted, found, i, whole);
      if (whole != null && part && quantity.unit().equals("percent")) {
        counts.set(
            i, new Counted.Count("share", "percent", counted.noun(quantity), null, false, false));
      } else if (whole != null
          && (part || joined)
          && quantity.unit().isEmpty()
          && (own == null || (part && own.weak()))) {
        counts.set(i, counted.like(whole, quantity));
      }
      boolean bare = own == null && counts.get(i) == null && quantity.unit().isEmpty();
      if (bare && whole != null && counted.noun(quantity) == null && counted.again(quantity)) {
        counts.set(i, counted.like(whole, quantity));
      }
      whole = part || counts.get(i) == null ? whole : counts.get(i);
    }
    return counts;
  }

  /** "12 men and 3 women"; of votes "84 votes to 30" too. */
  private static boolean joined(
      String text, Counted counted, List<Quantity> found, int i, Counted.@Nullable Count whole) {
    String gap = gap(text, counted, found, i);
    boolean votes = whole != null && whole.counts().equals("votes");
    return JOINED.matcher(gap).matches() || (votes && gap.equals(" to "));
  }

  /** The words between a quantity's noun and the next quantity. */
  private static String gap(String text, Counted counted, List<Quantity> found, int i) {
    Quantity before = found.get(i - 1);
    Span noun = counted.noun(before);
    int end = noun == null ? before.span().end() : Math.max(noun.end(), before.span().end());
    int begin = found.get(i).span().begin();
    return text.substring(Math.min(end, begin), begin);
  }

  private static boolean isPart(String text, List<Quantity> found, int i) {
    if (i == 0) {
      return false;
    }
    Span span = found.get(i).span();
    int end =
        Math.min(found.get(i - 1).span().end(), span.begin()); // both may take a hedge between
    String before = text.substring(end, span.begin());
    return PART.matcher(before).matches()
        || PART_AFTER.matcher(text).region(span.end(), text.length()).lookingAt();
  }

  private static Figure figure(
      Analysis analysis,
      Span sentence,
      Quantity quantity,
      Counted.Count count,
      List<TimeMention> times,
      @Nullable String whole) {
    String text = analysis.text();
    Span span = quantity.span();
    Span noun = count.noun();
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
        whole,
        Speakers.of(analysis, span));
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
        return event.actors().get(0).text();
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
