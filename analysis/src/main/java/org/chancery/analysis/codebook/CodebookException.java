package org.chancery.analysis.codebook;

import org.chancery.core.ChanceryException;

/** A fault of the codebook: {@code file:line: what, and what to do}. */
public final class CodebookException extends ChanceryException {
  private static final long serialVersionUID = 1L;

  /** A fault with its message. */
  public CodebookException(String message) {
    super("codebook", message);
  }
}
