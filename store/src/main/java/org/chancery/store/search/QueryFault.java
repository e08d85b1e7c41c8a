package org.chancery.store.search;

/** Thrown where a query cannot be meant: what is wrong, and where. */
public final class QueryFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final int position;

  QueryFault(String what, int position) {
    super("the query cannot be read at character " + (position + 1) + ": " + what);
    this.position = position;
  }

  /** Where, as an offset into the query, from 0. */
  public int position() {
    return position;
  }
}
