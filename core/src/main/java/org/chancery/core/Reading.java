package org.chancery.core;

/** What a reader yields: a document, a reject with file and reason, or a note. */
public sealed interface Reading {
  /** A document read. */
  record Read(Document document) implements Reading {}

  /**
   * Something that could not be read.
   *
   * @param origin file, or file:line
   * @param reason key such as {@code empty}, {@code binary}, {@code syntax}, {@code too-long}
   * @param detail what is wrong and what to do
   */
  record Reject(String origin, String reason, String detail) implements Reading {}

  /**
   * Something to say about an input that is no fault of it: parts left out on purpose, or a value
   * that could not be taken over.
   *
   * @param origin file or address
   * @param reason key such as {@code revisit}, {@code bad-date}, {@code duplicate}
   * @param detail what was left out or not taken, and why
   * @param skipped how many possible documents were left out; 0 where none was
   */
  record Note(String origin, String reason, String detail, long skipped) implements Reading {}
}
