package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.core.Document;
import org.chancery.core.Reading;
import org.chancery.ingest.Inputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate readers}: how much faster inputs are read than coded. */
@Command(
    name = "readers",
    mixinStandardHelpOptions = true,
    description =
        "Measures documents a second of the readers alone and of the pipeline over the same documents, one thread each.",
    footer = {"", "Example:", "  chancery evaluate readers --documents 200 archive.warc.gz"})
final class ReadersCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Inputs as for code.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--documents",
      description = "Most documents that the pipeline codes (default: ${DEFAULT-VALUE}).")
  private int most = 200;

  @Option(
      names = "--rounds",
      description = "Rounds of reading; the fastest counts (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @CommandLine.Mixin private MappingOptions mapping = new MappingOptions();
  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Document> kept = new ArrayList<>();
    double reading = 0;
    for (int round = 0; round < Math.max(1, rounds); round++) {
      reading = Math.max(reading, read(out, kept));
    }
    if (kept.isEmpty()) {
      out.println("no documents, nothing to compare");
      return 1;
    }
    Engine engine = new Engine(codebook.layers, true);
    kept.subList(0, Math.min(10, kept.size())).forEach(engine.pipeline::code); // warm-up
    long start = System.nanoTime();
    kept.forEach(engine.pipeline::code);
    double coding = kept.size() * 1e9 / (System.nanoTime() - start);
    out.printf(
        Locale.ROOT,
        "pipeline: %.1f documents/s over %d documents%nreaders are %.1f times as fast%n",
        coding,
        kept.size(),
        reading / coding);
    return 0;
  }

  /** Reads all once and keeps the first documents; gives documents a second. */
  private double read(PrintWriter out, List<Document> kept) throws IOException {
    kept.clear();
    long documents = 0;
    long others = 0;
    long bytes;
    long start = System.nanoTime();
    try (Inputs reader = new Inputs(inputs, mapping.mapping(), System.in)) {
      while (reader.hasNext()) {
        if (reader.next() instanceof Reading.Read read) {
          documents++;
          if (kept.size() < most) {
            kept.add(read.document());
          }
        } else {
          others++;
        }
      }
      bytes = reader.bytesRead();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "readers: %.1f documents/s, %.1f MB/s over %d documents (%d rejects and notes)%n",
        documents / seconds,
        bytes / 1e6 / seconds,
        documents,
        others);
    return documents / seconds;
  }
}
