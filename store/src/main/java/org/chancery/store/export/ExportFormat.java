package org.chancery.store.export;

/** The forms of an export. */
public enum ExportFormat {
  CSV("csv", "text/csv; charset=utf-8"),
  JSONL("jsonl", "application/x-ndjson"),
  PARQUET("parquet", "application/vnd.apache.parquet"),
  GEOJSON("geojson", "application/geo+json"),
  GRAPHML("graphml", "application/graphml+xml"),
  DUCKDB("duckdb", "application/vnd.duckdb");

  private final String key;
  private final String media;

  ExportFormat(String key, String media) {
    this.key = key;
    this.media = media;
  }

  /** The name in addresses, and the ending of file names. */
  public String key() {
    return key;
  }

  /** The media type. */
  public String media() {
    return media;
  }

  /** Whether the form holds one table that can be chosen. */
  public boolean holdsAnyTable() {
    return this == CSV || this == JSONL || this == PARQUET;
  }

  /** Whether it can be written to a stream as text. */
  public boolean isText() {
    return this != PARQUET && this != DUCKDB;
  }
}
