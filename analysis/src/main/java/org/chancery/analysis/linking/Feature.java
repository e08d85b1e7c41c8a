package org.chancery.analysis.linking;

/** What speaks for or against two mentions being of one happening; weights are in the codebook. */
enum Feature {
  /** Always 1. */
  BIAS(""),
  /** 1 less the strength of a listed pair of types. */
  OTHER_TYPE(""),
  /** Types not equal: strength of the pair. */
  LISTED_TYPE("types that go together"),
  SAME_PARTY("parties"),
  SAME_PARTIES("both sides"),
  SUPPORTED_PARTY("party named in the report"),
  /** Sides (0 to 2) of one sector where a country is not said. */
  SAME_KIND("same kind of party"),
  DIFFERENT_PARTY(""),
  /** Sides about which nothing is known in either. */
  UNKNOWN_PARTY(""),
  /** A person or body in common by id. */
  SAME_NAME("same person or body"),
  SAME_DAY("same day"),
  SAME_DAYS("days overlap"),
  DAY_APART(""),
  DAYS_APART(""),
  /** Neither says a day, published at most two days apart. */
  PUBLISHED_NEAR("published together"),
  /** One says a day on which or shortly after the other was published. */
  DAY_AS_PUBLISHED("day of publication fits"),
  DAY_NOT_AS_PUBLISHED(""),
  PUBLISHED_FAR(""),
  SAME_PLACE("same place"),
  PLACE_WITHIN("place within place"),
  DIFFERENT_PLACE(""),
  /** The name of one's place is among the words of the other's sentence. */
  PLACE_WORD("place named"),
  /** Cosine of the rareness-weighted words of the sentences. */
  WORDS("words"),
  /** Rareness in sum of the shared words, to 5. */
  RARE_WORDS("rare words"),
  /** The same for rare names and words of the reports. */
  REPORT("reports share names"),
  NUMBERS("numbers"),
  NO_NUMBERS(""),
  TRIGGER("trigger"),
  SAME_REPORT(""),
  SAME_SENTENCE("same sentence"),
  OTHER_MODALITY(""),
  /** Both days and places agree, no party differs. */
  DAY_AND_PLACE("day and place"),
  DAY_AND_PARTIES("day and parties");

  /** What a reader is told; empty for what only speaks against. */
  final String reason;

  Feature(String reason) {
    this.reason = reason;
  }
}
