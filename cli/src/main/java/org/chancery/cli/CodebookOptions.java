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
  private List<Path> own = new ArrayList<>();

  @Option(
      names = "--fast",
      description =
          "Read with the small encoder (codebook/fast): more than half as many reports again in"
              + " the same time, and somewhat less is found.")
  boolean fast;

  /** What lies over the built-in codebook, in order. */
  List<Path> layers() {
    List<Path> layers = new ArrayList<>();
    if (fast) {
      layers.add(Codebook.fast());
    }
    layers.addAll(own);
    return layers;
  }

  /** Folders of the user's alone. */
  List<Path> own() {
    return List.copyOf(own);
  }

  /** The built-in codebook with these layers over it. */
  Codebook codebook() {
    List<Path> all = new ArrayList<>(List.of(Codebook.builtIn()));
    all.addAll(layers());
    return Codebook.of(all);
  }
}
