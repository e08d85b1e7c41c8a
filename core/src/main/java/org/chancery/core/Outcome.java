package org.chancery.core;

/** How the coding of one document ended. */
public sealed interface Outcome {
  /** The document was read through. */
  record Coded() implements Outcome {}

  /** The document was left out on purpose; {@code reason} is a key such as {@code language}. */
  record Skipped(String reason, String detail) implements Outcome {}

  /** The document could not be coded; {@code reason} is a key, {@code detail} says where. */
  record Failed(String reason, String detail) implements Outcome {}
}
