package org.chancery.cli;

import java.util.ArrayList;
import java.util.List;
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

  /** The options as they were given, for a program that takes the same. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (map != null) {
      arguments.addAll(List.of("--map", map));
    }
    if (mapping != null) {
      arguments.addAll(List.of("--mapping", mapping));
    }
    return arguments;
  }

  Mapping mapping() {
    Mapping named = mapping == null ? Mapping.DEFAULT : Mapping.named(mapping);
    return map == null ? named : named.with(map);
  }
}
