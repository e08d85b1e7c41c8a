package org.chancery.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What linking compares of one event mention; made from its document alone, so that whether two
 * mentions are of one happening never depends on a third.
 *
 * @param position place among the mentions of its document
 * @param series whether the words speak of several happenings at once, or of one that recurs
 * @param actors codes of the acting side, such as {@code IRN GOV}
 * @param recipients codes of the other side
 * @param parties ids of the persons and bodies of both sides
 * @param trigger the trigger's last word, stemmed
 * @param terms stemmed words of the sentence, each once
 * @param numbers numbers of the sentence but those of dates
 */
public record MentionProfile(
    String mention,
    int position,
    String type,
    Modality modality,
    boolean symmetric,
    boolean series,
    List<String> actors,
    List<String> recipients,
    List<String> parties,
    @Nullable Days days,
    @Nullable Where where,
    String trigger,
    List<String> terms,
    List<String> numbers,
    Report report) {
  /** Copies the lists. */
  public MentionProfile {
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
    parties = List.copyOf(parties);
    terms = List.copyOf(terms);
    numbers = List.copyOf(numbers);
  }

  /**
   * The days (counted from 1970-01-01, both inclusive) that the happening may have been on.
   *
   * @param said whether the words say them; else they are guessed from the day of publication
   */
  public record Days(int first, int last, boolean said) {
    /** Days that both leave open between the two; 0 where they overlap. */
    public int gap(Days other) {
      return Math.max(0, Math.max(first, other.first) - Math.min(last, other.last));
    }

    /** How many days there are. */
    public int length() {
      return last - first + 1;
    }
  }

  /** Where, as {@link PlaceMention} says it. */
  public record Where(
      String name,
      @Nullable String country,
      @Nullable String admin1,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String geonameid,
      String precision) {}

  /**
   * What all mentions of a document share.
   *
   * @param published day of publication counted from 1970-01-01, or null
   * @param countries countries of the parties and places that the report names
   * @param names the rarest names and words of the report, stemmed
   */
  public record Report(
      String document, @Nullable Integer published, List<String> countries, List<String> names) {
    /** Copies the lists. */
    public Report {
      countries = List.copyOf(countries);
      names = List.copyOf(names);
    }
  }
}
