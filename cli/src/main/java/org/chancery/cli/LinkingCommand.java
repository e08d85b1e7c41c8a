package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.core.ChanceryException;
import org.chancery.core.DocumentRecord;
import org.chancery.store.RecordStore;
import org.chancery.store.StoredRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate linking}: measures linking on reports whose happenings are known. */
@Command(
    name = "linking",
    mixinStandardHelpOptions = true,
    description = {
      "Reads lines {\"id\", \"published\", \"title\", \"text\", \"copy_of\", \"happenings\": [{\"key\", \"type\", \"quote\"}]} and",
      "prints B-cubed precision, recall and F1 over the happenings named that have a coded mention in their quote",
      "(the one of the fittest type), of those coded with the very type, and of all, where one that the coder",
      "missed stands alone; and precision and recall of pairs of copies. \"dates moved together\" is the harder test",
      "in which all stories of the file begin on one day."
    },
    footer = {
      "",
      "Example:",
      "  chancery code --record gold.duckdb linking.jsonl",
      "  chancery evaluate linking linking.jsonl --record gold.duckdb"
    })
final class LinkingCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "JSONL as above.")
  private Path file = Path.of("");

  @Option(
      names = "--record",
      required = true,
      paramLabel = "RECORD",
      description = "A record in which code has put these reports.")
  private Path record = Path.of("");

  @Option(
      names = "--aside",
      description = "Measures the half that nothing was tuned on, instead of the other.")
  private boolean aside;

  @Option(
      names = "--pairs",
      paramLabel = "OUT",
      description = "Writes the pairs of mentions with their features, to fit weights on.")
  private @Nullable Path pairs;

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    LinkingGold gold = LinkingGold.read(file).half(aside);
    LinkingMeasure measure = new LinkingMeasure(new ReportLinker(codebook.codebook()), gold);
    try (RecordStore store = EventsCommand.existing(record)) {
      StoredRecords records = new StoredRecords(store);
      for (LinkingGold.Report report : gold.reports()) {
        DocumentRecord made = records.read(report.document().id());
        if (made == null || !made.document().text().equals(report.document().text())) {
          throw new ChanceryException(
              "input",
              record + " does not hold report " + report.document().id() + "; code it first");
        }
        measure.add(report, made);
      }
    }
    out.println(
        (aside ? "half kept aside: " : "tuned half: ")
            + gold.reports().size()
            + " reports, "
            + gold.groups().values().stream().distinct().count()
            + " stories");
    out.print(measure.report());
    if (pairs != null) {
      Files.write(pairs, measure.pairs());
    }
    return 0;
  }
}
