package org.chancery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.analysis.codebook.Codebook;
import picocli.CommandLine.Option;

/** Which codebook to use. */
final class CodebookOptions {
  @Option(
      names = "--codebook",
      paramLabel = "DIR",
      description = "A codebook of your own, laid over the built-in one; may be repeated.")
  List<Path> layers = new ArrayList<>();

  /** The built-in codebook with these layers over it. */
  Codebook codebook() {
    List<Path> all = new ArrayList<>(List.of(Codebook.builtIn()));
    all.addAll(layers);
    return Codebook.of(all);
  }
}
