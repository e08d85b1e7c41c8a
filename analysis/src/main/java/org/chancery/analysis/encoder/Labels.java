package org.chancery.analysis.encoder;

import java.util.List;

/**
 * The label sets of the heads, in the order of their outputs. A model stores them and refuses
 * others.
 */
public final class Labels {
  private Labels() {}

  /** Role tags (BIO): actor, recipient, trigger. */
  public static final List<String> ROLES = List.of("O", "B-a", "I-a", "B-r", "I-r", "B-t", "I-t");

  /** Name tags (BIO): person, organisation, place. */
  public static final List<String> NAMES =
      List.of("O", "B-per", "I-per", "B-org", "I-org", "B-loc", "I-loc");

  /** Setting tags (BIO): the place where the event happens, the expression that dates it. */
  public static final List<String> SETTINGS = List.of("O", "B-p", "I-p", "B-d", "I-d");

  /** Cue tags (BIO): the words that say that something is said. */
  public static final List<String> CUES = List.of("O", "B-c", "I-c");

  /** What a piece is to a given cue: nothing, its source, its content. */
  public static final List<String> PARTS = List.of("O", "s", "q");

  /** Whether a sentence holds an event. */
  public static final List<String> RELEVANCE = List.of("none", "event");

  /** The encoder's second output: for each piece what the heads of {@link #PIECE_HEADS} say. */
  public static final String PIECES = "pieces";

  /** Heads that are asked of every piece, in the order in which their outputs stand beside. */
  public static final List<String> PIECE_HEADS =
      List.of("roles", "names", "settings", "cues", "piece");

  /** Types of a triple; the last is none. */
  public static final List<String> TYPES =
      List.of(
          "AGREE",
          "CONSULT",
          "SUPPORT",
          "CONCEDE",
          "COOPERATE",
          "AID",
          "RETREAT",
          "REQUEST",
          "ACCUSE",
          "REJECT",
          "THREATEN",
          "PROTEST",
          "SANCTION",
          "MOBILIZE",
          "COERCE",
          "ASSAULT",
          "NONE");

  /** Modalities of a triple, in the order of {@link org.chancery.core.Modality}. */
  public static final List<String> MODALITIES =
      List.of("happened", "ongoing", "planned", "offered", "called_for", "possible", "denied");

  /** Vocabulary tokens that open and close a marked actor, recipient and trigger. */
  public static final List<String> MARKERS =
      List.of("[unused10]", "[unused11]", "[unused12]", "[unused13]", "[unused14]", "[unused15]");

  /** Reserved vocabulary tokens that training gives a meaning: placeholders and markers. */
  public static final int FIRST_RESERVED = 1;

  /** One past the last reserved vocabulary id. */
  public static final int END_RESERVED = 24;
}
