package org.chancery.analysis.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.Analysis;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.chancery.core.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Finds time expressions by the rules of {@code times/} and works out their values as TIMEX3 (ISO
 * 8601), anchored to the day of publication; inside a quotation, to the day on which it was said.
 */
public final class DateResolver implements Stage {
  private static final Pattern THEN_DAY =
      Pattern.compile(",? ?(?:\\([^()]*\\),? )?(?:on |of )?(?:the )?");
  private static final Pattern THEN_HOUR = Pattern.compile("[,:]? ?(?:\\p{Ll}+ ){0,2}");
  private static final Pattern MIDNIGHT = Pattern.compile("^(?!after|.past).*[Mm]idnight$");
  private static final Set<String> DAYS =
      Set.of("date", "weekday", "holiday", "relative", "constant");
  private static final int WEEK = 7;

  static final Pattern LIST = Pattern.compile(",? ?(?:and |or |to |through )?(?:on )?");

  /** An hour belongs to a day so many days from the report at most; others are background. */
  private static final int NEAR = 60;

  private final TimeWords words;
  private final List<TimeRules.Rule> rules;
  private final Tense.Finder tenses;
  private final TimeFinder finder;

  /** Reads the rules; a fault names file and rule. */
  public DateResolver(Codebook codebook) {
    words = new TimeWords(codebook);
    rules = TimeRules.read(codebook, words);
    tenses = new Tense.Finder(words, TimeRules.tenses(codebook, words));
    finder = new TimeFinder(rules, words.finder(rules));
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.TIMES);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    LocalDate published = day(analysis.document().day());
    List<TimeMention> times = new ArrayList<>();
    Told told = Told.NOTHING;
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      List<TimeFinder.Found> found = finder.find(analysis.text(), sentence);
      boolean begun = false; // a day was told in this sentence
      for (TimeFinder.Found one : found) {
        TimeValue value = read(analysis.text(), sentence, one, found, published, told);
        if (value == null) {
          continue;
        }
        value =
            switch (rules.get(one.rule()).op()) {
              case "weekday" ->
                  TimeNights.after(
                      analysis.text(),
                      sentence,
                      times,
                      one.span(),
                      TimeNights.overnight(
                          analysis.text(),
                          times,
                          one.span(),
                          TimeOrder.listed(analysis.text(), times, one.span(), value)),
                      published);
              case "clock" ->
                  TimeNights.after(
                      analysis.text(),
                      sentence,
                      times,
                      one.span(),
                      TimeNights.overnight(
                          analysis.text(),
                          times,
                          one.span(),
                          TimeNights.late(analysis.text(), times, one.span(), value)),
                      published);
              case "date" -> TimeOrder.apposed(analysis.text(), times, one.span(), value);
              default -> value;
            };
        TimeRules.Rule rule = rules.get(one.rule());
        boolean compared =
            value.value().contains("-Q")
                && (!rule.op().equals("quarter") || rule.settings().containsKey("dir"));
        Span span = one.span();
        boolean aside =
            compared
                || Surroundings.isAside(analysis.text(), sentence, span)
                || Surroundings.isBackground(
                    analysis.text(), rules.get(one.rule()), sentence, span, begun);
        begun = begun || (!aside && value.day() != null);
        told = aside ? told : told.and(value); // "a year earlier" is beside what is told
        TimeOrder.put(analysis.text(), times, span, value);
        times.add(
            new TimeMention(
                Ids.of("time", analysis.document().id(), span.begin(), span.end()),
                span,
                span.of(analysis.text()),
                value.value(),
                value.type(),
                value.precision()));
      }
    }
    return analysis.with(Layer.TIMES, times);
  }

  private @Nullable TimeValue read(
      String text,
      Span sentence,
      TimeFinder.Found one,
      List<TimeFinder.Found> all,
      @Nullable LocalDate published,
      Told told) {
    Tense tense = tense(text, one, all);
    LocalDate anchor = published;
    if (published != null && Surroundings.isQuoted(text, sentence, one.span())) {
      LocalDate said = saidOn(text, sentence, all, published);
      anchor = said == null ? published : said;
    }
    TimeRules.Rule rule = rules.get(one.rule());
    if (rule.op().equals("clock")) {
      told = beside(text, one, all, published, told, tense);
    } else if (rule.settings().getOrDefault("dir", "").equals("told")) {
      told = onDay(text, one, all, published, told);
    }
    boolean possessive = one.span().of(text).matches(".*['\u2019]s?");
    Map<String, String> groups =
        tense == Tense.PAST ? YearBefore.groups(rules, text, one, all) : one.groups();
    return new TimeReader(words, rule, groups, anchor, told, tense, possessive).read();
  }

  /** The tense around an expression; in a list ("Monday, Tuesday and Friday") that of its first. */
  private Tense tense(String text, TimeFinder.Found one, List<TimeFinder.Found> all) {
    int at = all.indexOf(one);
    while (at > 0
        && LIST.matcher(text.substring(all.get(at - 1).span().end(), all.get(at).span().begin()))
            .matches()) {
      at--;
    }
    return tenses.at(text, all.get(at).span().begin(), all.get(at).span().end());
  }

  /**
   * An hour belongs to the day that is named beside it ("at 9 a.m. on May 3"), else to one named
   * before it in its sentence, else to the day that is spoken of, when that is near.
   */
  private Told beside(
      String text,
      TimeFinder.Found clock,
      List<TimeFinder.Found> all,
      @Nullable LocalDate published,
      Told told,
      Tense around) {
    LocalDate before = null;
    boolean ends = false; // midnight ends the day that it names
    for (TimeFinder.Found other : all) {
      boolean after = other.span().begin() >= clock.span().end();
      boolean touches = touches(text, clock.span(), other.span());
      if (other.equals(clock)
          || (after && !touches)
          || !DAYS.contains(rules.get(other.rule()).op())) {
        continue;
      }
      LocalDate day = valueOf(text, other, published, told).map(TimeValue::day).orElse(null);
      if (day != null && (touches || isNear(day, published))) {
        before = day;
        ends =
            touches
                && MIDNIGHT
                    .matcher(text)
                    .region(Math.max(0, clock.span().begin() - 6), clock.span().end())
                    .find();
      }
    }
    if (before != null) {
      return told.on(ends ? before.plusDays(1) : before);
    }
    LocalDate day = told.day();
    boolean runsOn =
        day != null
            && published != null
            && (around == Tense.FUTURE
                ? !day.isBefore(published)
                : around == Tense.PAST && !day.isAfter(published))
            && Math.abs(ChronoUnit.DAYS.between(day, published)) <= WEEK;
    return runsOn ? told : told.on(published);
  }

  /** "At dawn on Sunday": the part of the day that is named right after it. */
  private Told onDay(
      String text,
      TimeFinder.Found part,
      List<TimeFinder.Found> all,
      @Nullable LocalDate published,
      Told told) {
    for (TimeFinder.Found other : all) {
      if (other.span().begin() > part.span().end()
          && touches(text, part.span(), other.span())
          && DAYS.contains(rules.get(other.rule()).op())) {
        return valueOf(text, other, published, told).map(told::and).orElse(told);
      }
    }
    return told;
  }

  private Optional<TimeValue> valueOf(
      String text, TimeFinder.Found one, @Nullable LocalDate published, Told told) {
    Tense tense = tenses.at(text, one.span().begin(), one.span().end());
    return Optional.ofNullable(
        new TimeReader(words, rules.get(one.rule()), one.groups(), published, told, tense, false)
            .read());
  }

  private static boolean touches(String text, Span clock, Span day) {
    return day.begin() >= clock.end()
        ? THEN_DAY.matcher(text.substring(clock.end(), day.begin())).matches()
        : day.end() <= clock.begin()
            && THEN_HOUR.matcher(text.substring(day.end(), clock.begin())).matches();
  }

  private static boolean isNear(LocalDate day, @Nullable LocalDate published) {
    return published == null || Math.abs(ChronoUnit.DAYS.between(day, published)) <= NEAR;
  }

  /** The day, outside the quotation, on which the words of the sentence were said. */
  private @Nullable LocalDate saidOn(
      String text, Span sentence, List<TimeFinder.Found> all, LocalDate published) {
    for (TimeFinder.Found other : all) {
      if (!Surroundings.isQuoted(text, sentence, other.span())) {
        TimeRules.Rule rule = rules.get(other.rule());
        if (rule.op().equals("weekday") || rule.op().equals("date")) {
          TimeValue value =
              new TimeReader(
                      words, rule, other.groups(), published, Told.NOTHING, Tense.PAST, false)
                  .read();
          if (value != null && value.day() != null) {
            return value.day();
          }
        }
      }
    }
    return null;
  }

  private static @Nullable LocalDate day(@Nullable String published) {
    if (published == null) {
      return null;
    }
    try {
      return LocalDate.parse(published);
    } catch (DateTimeParseException e) {
      return null; // a partial or broken date anchors nothing
    }
  }
}
