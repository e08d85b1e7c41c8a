package org.chancery.store.exchange;

import java.util.List;

/** Makes the cells of a layout's row. */
interface Lines {
  /** The cells in the order of the columns; empty where there is nothing. */
  List<String> cells(Outgoing outgoing);

  /** The lines of a layout. */
  static Lines of(Layout layout, Codes codes) {
    return switch (layout) {
      case GDELT -> new GdeltLines(codes);
      case ICEWS -> new IcewsLines(codes);
      case PHOENIX -> new PhoenixLines(codes);
      case POLECAT -> new PolecatLines(codes);
      case GDELT_MENTIONS ->
          throw new IllegalArgumentException("mentions are written by MentionLines");
    };
  }
}
