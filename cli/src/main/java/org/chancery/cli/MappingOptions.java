package org.chancery.cli;

import org.chancery.core.ChanceryException;
import org.chancery.ingest.Mapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which field holds what, for every command that reads reports. */
final class MappingOptions {
  @Option(
      names = "--map",
      paramLabel = "KEY=FIELD,...",
      description =
          "Which JSON field or column of CSV or Parquet holds what, such as text=body,published=date.")
  private @Nullable String map;

  @Option(
      names = "--mapping",
      paramLabel = "NAME|FILE",
      description = {
        "How an archive names its fields: common-crawl-news, gdelt-doc, gdelt-gal, gdelt-gkg, lexisnexis, newscatcher,",
        "or a file of lines KEY<tab>FIELD. --map changes single fields of it."
      })
  private @Nullable String mapping;

  /** The single fields, for a program that knows no names of archives. */
  @Nullable String pairs() {
    if (mapping != null) {
      throw new ChanceryException("usage", "--engine knows --map, not --mapping; name the fields");
    }
    return map;
  }

  Mapping mapping() {
    Mapping named = mapping == null ? Mapping.DEFAULT : Mapping.named(mapping);
    return map == null ? named : named.with(map);
  }
}
