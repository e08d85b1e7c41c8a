package org.chancery.core;

/** What a reader yields: a document, or a reject with file and reason. */
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
}
