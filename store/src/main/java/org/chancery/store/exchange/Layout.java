package org.chancery.store.exchange;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column layout of other event data. Its columns stand in {@code exchange/layouts.tsv}. */
public enum Layout {
  GDELT("gdelt", "GLOBALEVENTID", false, ""),
  GDELT_MENTIONS("gdelt-mentions", "GLOBALEVENTID", false, ""),
  ICEWS("icews", "Event ID", true, ""),
  PHOENIX("phoenix", "EventID", false, ""),
  POLECAT("polecat", "Event ID", true, "None");

  private final String key;
  private final String firstColumn;
  private final boolean header;
  private final String none;

  Layout(String key, String firstColumn, boolean header, String none) {
    this.key = key;
    this.firstColumn = firstColumn;
    this.header = header;
    this.none = none;
  }

  /** The name on the command line and in the tables of the codebook. */
  public String key() {
    return key;
  }

  /** The system whose events the rows are; mentions of GDELT belong to its events. */
  public String origin() {
    return this == GDELT_MENTIONS ? GDELT.key : key;
  }

  /** Whether files begin with a row of column names. */
  boolean header() {
    return header;
  }

  /** Whether a first line is a row of column names; some files of any layout have one. */
  boolean isHeader(String line) {
    return line.startsWith(firstColumn + "\t");
  }

  /** A cell; the layout's word for nothing where there is nothing. */
  String cell(@Nullable String value) {
    return value == null || value.isEmpty() ? none : value;
  }

  /** The layout of this name. */
  public static Optional<Layout> of(String key) {
    return Arrays.stream(values()).filter(layout -> layout.key.equals(key)).findFirst();
  }
}
