package org.chancery.ingest.fetch;

import java.io.IOException;
import java.time.Duration;

/** A fetch that came to nothing, with a reason key and how long the server asked to wait. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String reason;
  private final int status;
  private final Duration retryAfter;

  FetchException(String reason, String message) {
    super(message);
    this.reason = reason;
    this.status = 0;
    this.retryAfter = Duration.ZERO;
  }

  /** A server answers with a status that is no success. */
  FetchException(String host, int status, Duration retryAfter) {
    super(host + " answers with status " + status);
    this.reason = "http-status";
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Key such as {@code private-address}, {@code robots}, {@code timeout}, {@code http-status}. */
  public String reason() {
    return reason;
  }

  /** The HTTP status, or 0 where there was no answer. */
  public int status() {
    return status;
  }

  /** How long the server asked to be left alone; zero where it did not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
