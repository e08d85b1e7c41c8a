package org.chancery.core;

/** A fault with a reason key and a message that says what, where and what to do. */
public class ChanceryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  /** A fault of its own. */
  public ChanceryException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A fault with the one that caused it. */
  public ChanceryException(String reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Key such as {@code codebook} or {@code record}. */
  public String reason() {
    return reason;
  }
}
