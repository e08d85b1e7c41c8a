package org.chancery.analysis.lexicon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a known name may stand for.
 *
 * @param country ISO 3166-1 alpha-3 or PLOVER country-slot code
 * @param sectors PLOVER sectors
 * @param office office key of a person, with the first and last day (ISO, possibly partial)
 */
public record Name(
    Kind kind,
    String id,
    String name,
    @Nullable String country,
    List<String> sectors,
    @Nullable String office,
    @Nullable String from,
    @Nullable String to) {
  /** Copies the sectors. */
  public Name {
    sectors = List.copyOf(sectors);
  }

  /** Whether it holds on an ISO day. */
  public boolean on(String day) {
    return (from == null || from.compareTo(day) <= 0) && (to == null || day.compareTo(to) <= 0);
  }

  /** The kinds of name, each with the placeholder word that hides it from the encoder. */
  public enum Kind {
    COUNTRY("[unused1]"),
    METONYM("[unused2]"),
    ADJECTIVE("[unused3]"),
    PERSON("[unused4]"),
    ORGANISATION("[unused5]"),
    GROUP("[unused6]"),
    PLACE("[unused7]"),
    PEOPLE("[unused3]");

    private final String placeholder;

    Kind(String placeholder) {
      this.placeholder = placeholder;
    }

    /** Vocabulary token that stands for every name of the kind. */
    public String placeholder() {
      return placeholder;
    }
  }
}
