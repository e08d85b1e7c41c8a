package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookException;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.chancery.core.Modality;
import org.jspecify.annotations.Nullable;

/**
 * How likely two mentions are of one happening: a logistic model over {@link Feature}s of the two
 * and of nothing else, with a few rules that forbid a link whatever else agrees.
 */
final class PairScorer {
  private static final int REASONS = 6;
  private static final int MOST_DAYS_APART = 2;

  /** A day that one report says and a guess from the other's day of publication are apart by. */
  private static final int MOST_DAYS_GUESSED = 10;

  /** Reports that say no day are apart by. */
  private static final int MOST_DAYS_PUBLISHED = 5;

  private static final Set<Modality> REAL = Set.of(Modality.HAPPENED, Modality.ONGOING);

  private final Words words;
  private final Parties parties;
  private final Map<String, Double> strengths = new HashMap<>();
  private final Map<Feature, Double> weights = new EnumMap<>(Feature.class);

  PairScorer(Codebook codebook, Words words, Parties parties) {
    this.words = words;
    this.parties = parties;
    for (Row row : codebook.table("linking/compatible.tsv")) {
      strengths.put(row.get("one") + " " + row.get("other"), row.number("strength"));
      strengths.put(row.get("other") + " " + row.get("one"), row.number("strength"));
    }
    for (Row row : codebook.table("linking/weights.tsv")) {
      try {
        weights.put(
            Feature.valueOf(row.get("feature").toUpperCase(Locale.ROOT)), row.number("weight"));
      } catch (IllegalArgumentException e) {
        throw new CodebookException(
            row.file() + ":" + row.line() + ": no feature is called '" + row.get("feature") + "'");
      }
    }
  }

  /** How usual it is that one happening is told by these types: 1 for equal ones, 0 for never. */
  double strength(String one, String other) {
    return one.equals(other) ? 1 : strengths.getOrDefault(one + " " + other, 0.0);
  }

  /** The link of two mentions with its score, or null where one may not be. */
  @Nullable Link link(MentionProfile one, MentionProfile other) {
    Map<Feature, Double> features = features(one, other);
    if (features == null) {
      return null;
    }
    double sum = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    double score = Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000.0;
    return new Link(one.mention(), other.mention(), score, reasons(features, one, other));
  }

  /** What the two have in common and what not, or null where they may not be linked. */
  @Nullable Map<Feature, Double> features(MentionProfile one, MentionProfile other) {
    double strength = strength(one.type(), other.type());
    if (strength == 0
        || one.series() != other.series()
        || !tookPlace(one, other)
        || parties.otherDoers(one, other)) {
      return null;
    }
    Map<Feature, Double> found = new EnumMap<>(Feature.class);
    found.put(Feature.BIAS, 1.0);
    if (strength < 1) {
      found.put(Feature.OTHER_TYPE, 1 - strength);
      found.put(Feature.LISTED_TYPE, 1.0);
    }
    if (!time(one, other, found)) {
      return null;
    }
    Parties.Match match = parties.match(one, other);
    put(found, Feature.SAME_PARTY, match.same() > 0 ? 1 : 0);
    put(found, Feature.SAME_PARTIES, match.same() > 1 ? 1 : 0);
    put(found, Feature.SUPPORTED_PARTY, match.supported());
    put(found, Feature.UNKNOWN_PARTY, match.unknown());
    put(found, Feature.SAME_KIND, parties.sameKinds(one, other));
    put(found, Feature.DIFFERENT_PARTY, match.different());
    put(found, Feature.SAME_NAME, meet(one.parties(), other.parties()) ? 1 : 0);
    place(one, other, found);
    text(one, other, found);
    boolean real = REAL.contains(one.modality()) == REAL.contains(other.modality());
    put(found, Feature.OTHER_MODALITY, real ? 0 : 1);
    boolean day = found.containsKey(Feature.SAME_DAY);
    if (day && found.containsKey(Feature.SAME_PLACE) && match.different() == 0) {
      found.put(Feature.DAY_AND_PLACE, 1.0);
    }
    if (day && match.same() > 1) {
      found.put(Feature.DAY_AND_PARTIES, 1.0);
    }
    return found;
  }

  /**
   * What was planned, offered, called for or thought possible and what took place are one only
   * where the report that says it took place is no older and its days are among those announced.
   * What is denied and what is said to have happened may be one.
   */
  private static boolean tookPlace(MentionProfile one, MentionProfile other) {
    if (ahead(one) == ahead(other)) {
      return true;
    }
    MentionProfile plan = ahead(one) ? one : other;
    MentionProfile told = ahead(one) ? other : one;
    Integer announced = plan.report().published();
    Integer published = told.report().published();
    MentionProfile.Days days = plan.days();
    MentionProfile.Days then = told.days();
    return announced != null
        && published != null
        && published >= announced
        && days != null
        && days.said()
        && then != null
        && days.gap(then) == 0;
  }

  private static boolean ahead(MentionProfile mention) {
    return !REAL.contains(mention.modality()) && mention.modality() != Modality.DENIED;
  }

  private static boolean time(
      MentionProfile one, MentionProfile other, Map<Feature, Double> found) {
    MentionProfile.Days a = one.days();
    MentionProfile.Days b = other.days();
    if (a == null || b == null) {
      return true;
    }
    int gap = a.gap(b);
    if (a.said() && b.said()) {
      if (gap > MOST_DAYS_APART) {
        return false;
      }
      boolean exact = a.length() == 1 && b.length() == 1;
      if (gap == 0) {
        found.put(exact ? Feature.SAME_DAY : Feature.SAME_DAYS, 1.0);
      } else {
        found.put(gap == 1 ? Feature.DAY_APART : Feature.DAYS_APART, 1.0);
      }
    } else if (!a.said() && !b.said()) {
      int apart = Math.abs(a.last() - b.last());
      if (apart > MOST_DAYS_PUBLISHED) {
        return false; // as likely the next meeting as a late report of the last
      }
      put(found, Feature.PUBLISHED_NEAR, apart <= 2 ? 1 : 0);
      put(found, Feature.PUBLISHED_FAR, apart <= 2 ? 0 : Math.min(1, apart / 14.0));
    } else {
      if (gap > MOST_DAYS_GUESSED) {
        return false; // background with its own date
      }
      put(
          found,
          gap == 0 ? Feature.DAY_AS_PUBLISHED : Feature.DAY_NOT_AS_PUBLISHED,
          gap == 0 ? 1 : Math.min(1, 0.3 + gap / 14.0));
    }
    return true;
  }

  private static void place(MentionProfile one, MentionProfile other, Map<Feature, Double> found) {
    switch (Places.of(one.where(), other.where())) {
      case SAME -> found.put(Feature.SAME_PLACE, 1.0);
      case WITHIN -> found.put(Feature.PLACE_WITHIN, 1.0);
      case DIFFERENT -> found.put(Feature.DIFFERENT_PLACE, 1.0);
      case UNKNOWN -> {
        MentionProfile known = one.where() == null ? other : one;
        MentionProfile silent = one.where() == null ? one : other;
        if (known.where() != null
            && silent.report().names().contains(known.where().name().toLowerCase(Locale.ROOT))) {
          found.put(Feature.PLACE_WORD, 1.0);
        }
      }
    }
  }

  private void text(MentionProfile one, MentionProfile other, Map<Feature, Double> found) {
    Set<String> shared = shared(one.terms(), other.terms());
    double common = weight(shared, 2);
    double length = Math.sqrt(weight(one.terms(), 2) * weight(other.terms(), 2));
    put(found, Feature.WORDS, length == 0 ? 0 : common / length);
    put(found, Feature.RARE_WORDS, Math.min(5, weight(shared, 2)));
    double names = weight(shared(one.report().names(), other.report().names()), 2);
    double fewer = Math.min(weight(one.report().names(), 2), weight(other.report().names(), 2));
    boolean sameReport = one.report().document().equals(other.report().document());
    put(found, Feature.REPORT, sameReport || fewer == 0 ? 0 : names / fewer);
    boolean numbers = meet(one.numbers(), other.numbers());
    put(found, Feature.NUMBERS, numbers ? 1 : 0);
    put(
        found,
        Feature.NO_NUMBERS,
        numbers || one.numbers().isEmpty() || other.numbers().isEmpty() ? 0 : 1);
    put(found, Feature.TRIGGER, one.trigger().equals(other.trigger()) ? 1 : 0);
    put(found, Feature.SAME_REPORT, sameReport ? 1 : 0);
    put(found, Feature.SAME_SENTENCE, sameReport && one.terms().equals(other.terms()) ? 1 : 0);
  }

  private double weight(Iterable<String> stems, int power) {
    double sum = 0;
    for (String stem : stems) {
      sum += Math.pow(words.rareness(stem), power);
    }
    return sum;
  }

  private List<String> reasons(
      Map<Feature, Double> features, MentionProfile one, MentionProfile other) {
    List<Feature> strongest = new ArrayList<>(features.keySet());
    strongest.removeIf(
        f ->
            f.reason.isEmpty()
                || weights.getOrDefault(f, 0.0) * features.getOrDefault(f, 0.0) <= 0.05);
    strongest.sort(
        Comparator.comparingDouble(
            (Feature f) -> -weights.getOrDefault(f, 0.0) * features.getOrDefault(f, 0.0)));
    return strongest.stream().limit(REASONS).map(f -> f.reason + detail(f, one, other)).toList();
  }

  private String detail(Feature feature, MentionProfile one, MentionProfile other) {
    return switch (feature) {
      case SAME_DAY, DAY_AND_PLACE, DAY_AND_PARTIES ->
          one.days() == null ? "" : " " + java.time.LocalDate.ofEpochDay(one.days().first());
      case SAME_PARTY, SAME_PARTIES ->
          " "
              + String.join(", ", parties.match(one, other).shared())
                  .replace("!", " (not the state)");
      case SAME_PLACE -> one.where() == null ? "" : " " + one.where().name();
      case WORDS, RARE_WORDS ->
          " " + String.join(", ", words.rarest(shared(one.terms(), other.terms()), 4));
      case REPORT ->
          " "
              + String.join(
                  ", ", words.rarest(shared(one.report().names(), other.report().names()), 4));
      case NUMBERS -> " " + String.join(", ", shared(one.numbers(), other.numbers()));
      case LISTED_TYPE -> " " + one.type() + ", " + other.type();
      default -> "";
    };
  }

  private static void put(Map<Feature, Double> found, Feature feature, double value) {
    if (value != 0) {
      found.put(feature, value);
    }
  }

  private static boolean meet(List<String> one, List<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private static Set<String> shared(List<String> one, List<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(new HashSet<>(other));
    return shared;
  }
}
