package org.chancery.analysis.time;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.chancery.core.TimeMention;
import org.jspecify.annotations.Nullable;

/** Hours and parts of the day that stand after others: the night runs on into the next morning. */
final class TimeNights {
  private static final Pattern TO =
      Pattern.compile(" (?:to|until|till|through|and) (?:about |around )?| ?[-\u2013] ?");
  private static final Pattern LATE = Pattern.compile(".{10}T(?:AF|EV|NI)");
  private static final Pattern PLAIN = Pattern.compile("(?:[5-9]|1[01]|[1-4])(?:[:.][0-5]\\d)?");
  private static final Pattern BESIDE = Pattern.compile(",? ?(?:\\p{Ll}+ ){0,3}");
  private static final Pattern HOUR =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T(?:\\d{2}:\\d{2}|MO|AF|EV|NI)");
  private static final Pattern CLOCK = Pattern.compile("[\\d:. ]+(?:[ap]\\.?m\\.?)?");
  private static final Pattern DAWN = Pattern.compile(".{10}T(?:MO|0[0-6]:.*)");
  private static final Pattern DARK = Pattern.compile(".{10}T(?:EV|NI|1[89]:.*|2[0-3]:.*)");
  private static final Pattern LATER = Pattern.compile(".{10}T(?:AF|EV|NI|1[2-9]:.*|2[0-3]:.*)");
  private static final Pattern MIDNIGHT = Pattern.compile(".{10}T00:.*");
  private static final Pattern DAYED =
      Pattern.compile("(?i)day\\b|\\b(?:this|that|same|tonight|tomorrow|next|last|\\p{L}{3,5}\\.)");
  private static final Pattern NAMED =
      Pattern.compile(
          ",? ?(?:\\(|on |of |the (?:same|next|previous|following|day|morning)\\b|th(?:is|at) |yesterday|today|tomorrow|last |next |\\p{Lu}\\p{L}+day\\b)");

  private TimeNights() {}

  /** "From 10 p.m. to 5 a.m.", "from dusk till dawn": the end lies on the next day. */
  static TimeValue overnight(String text, List<TimeMention> times, Span span, TimeValue value) {
    TimeMention first = times.isEmpty() ? null : times.get(times.size() - 1);
    if (first == null
        || value.day() == null
        || first.span().end() > span.begin()
        || !TO.matcher(text.substring(first.span().end(), span.begin())).matches()
        || !HOUR.matcher(first.value()).matches()
        || !HOUR.matcher(value.value()).matches()) {
      return value;
    }
    if (isPlain(text, times, first) && !value.day().toString().equals(day(first.value()))) {
      LocalDate from =
          hour(value.value()).compareTo(hour(first.value())) < 0
              ? value.day().minusDays(1)
              : value.day();
      times.set(times.size() - 1, on(first, from)); // "from 8 to 4 on Saturday"
      return value;
    }
    if ((day(value.value()) + hour(value.value()))
            .compareTo(day(first.value()) + hour(first.value()))
        >= 0) {
      return value;
    }
    LocalDate from = LocalDate.parse(day(first.value()));
    LocalDate next = value.day().equals(from) ? from.plusDays(1) : value.day().plusWeeks(1);
    if (next.isBefore(from)) {
      return value;
    }
    return new TimeValue(next + value.value().substring(10), value.type(), value.precision(), next);
  }

  /** "Friday night, beginning at 9:20": an hour without "p.m." after a late part of the day. */
  static TimeValue late(String text, List<TimeMention> times, Span span, TimeValue value) {
    TimeMention first = times.isEmpty() ? null : times.get(times.size() - 1);
    if (first == null
        || value.day() == null
        || first.span().end() > span.begin()
        || !LATE.matcher(first.value()).matches()
        || !first.value().startsWith(value.day().toString())
        || !PLAIN.matcher(span.of(text)).matches()
        || !BESIDE.matcher(text.substring(first.span().end(), span.begin())).matches()) {
      return value;
    }
    int hour = Integer.parseInt(value.value().substring(11, 13)) + 12;
    return new TimeValue(
        value.day() + "T" + hour + value.value().substring(13),
        value.type(),
        value.precision(),
        value.day());
  }

  /** "At 10 p.m. tanks rolled in. By 1 a.m. the radio fell silent": the morning after. */
  static TimeValue after(
      String text,
      Span sentence,
      List<TimeMention> times,
      Span span,
      TimeValue value,
      @Nullable LocalDate published) {
    TimeMention last = lastHour(times);
    LocalDate day = value.day();
    if (last == null
        || day == null
        || !(MIDNIGHT.matcher(value.value()).matches() ? LATER : DARK)
            .matcher(last.value())
            .matches()
        || !DAWN.matcher(value.value()).matches()
        || !day.toString().equals(day(last.value()))
        || (published != null && !day.isBefore(published))
        || DAYED.matcher(span.of(text)).find()
        || NAMED.matcher(text).region(span.end(), sentence.end()).lookingAt()
        || Surroundings.PLUPERFECT.matcher(text).region(sentence.begin(), span.begin()).find()) {
      return value;
    }
    LocalDate next = day.plusDays(1);
    return new TimeValue(next + value.value().substring(10), value.type(), value.precision(), next);
  }

  /** The hour or part of a day told last, unless another day or a set was told after it. */
  private static @Nullable TimeMention lastHour(List<TimeMention> times) {
    for (int i = times.size() - 1; i >= 0; i--) {
      TimeMention time = times.get(i);
      boolean ofHour = i > 0 && times.get(i - 1).value().startsWith(time.value() + "T");
      if (!time.type().equals("DURATION") && !ofHour) {
        return time.type().equals("TIME") ? time : null;
      }
    }
    return null;
  }

  /** An hour with no day beside it. */
  private static boolean isPlain(String text, List<TimeMention> times, TimeMention hour) {
    TimeMention before = times.size() < 2 ? null : times.get(times.size() - 2);
    return CLOCK.matcher(hour.text()).matches()
        && (before == null
            || before.span().end() > hour.span().begin()
            || !BESIDE.matcher(text.substring(before.span().end(), hour.span().begin())).matches());
  }

  private static TimeMention on(TimeMention hour, LocalDate day) {
    return new TimeMention(
        hour.id(),
        hour.span(),
        hour.text(),
        day + hour.value().substring(10),
        hour.type(),
        hour.precision());
  }

  private static String day(String value) {
    return value.substring(0, 10);
  }

  /** The hour of a clock, or one in the middle of a part of the day. */
  private static String hour(String value) {
    return switch (value.substring(11)) {
      case "MO" -> "07:00";
      case "AF" -> "15:00";
      case "EV" -> "19:00";
      case "NI" -> "23:00";
      default -> value.substring(11);
    };
  }
}
