package org.chancery.core;

import org.jspecify.annotations.Nullable;

/**
 * One report as read. The text is kept character by character as given; {@code published} is an ISO
 * date or instant.
 *
 * @param origin file (or "-") and position that it was read from, for messages
 */
public record Document(
    String id,
    @Nullable String url,
    @Nullable String publisher,
    @Nullable String published,
    @Nullable String language,
    @Nullable String title,
    String text,
    String origin) {

  /** SHA-256 of what a reader can change: text, title, publication, in hexadecimal. */
  public String contentHash() {
    return Ids.sha256(
        String.join(
            "\u0000",
            text,
            title == null ? "" : title,
            published == null ? "" : published,
            publisher == null ? "" : publisher,
            url == null ? "" : url,
            language == null ? "" : language));
  }

  /** The day of publication (ISO), or null when it is not known. */
  public @Nullable String day() {
    return published == null ? null : published.substring(0, Math.min(10, published.length()));
  }

  /** This document with another language. */
  public Document withLanguage(@Nullable String newLanguage) {
    return new Document(id, url, publisher, published, newLanguage, title, text, origin);
  }
}
