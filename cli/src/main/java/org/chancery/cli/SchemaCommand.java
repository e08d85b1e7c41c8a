package org.chancery.cli;

import java.util.Objects;
import org.chancery.store.RecordJson;
import org.chancery.store.export.Dictionary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code schema}: the JSON Schema of the record, or the data dictionary of its tables. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema that every line of code --format jsonl keeps.",
    footer = {
      "",
      "Examples:",
      "  chancery schema > record.schema.json",
      "  chancery schema --markdown > docs/record.md"
    })
final class SchemaCommand implements Runnable {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--markdown",
      description = "Print what the tables and columns of the record and of exports mean instead.")
  private boolean markdown;

  @Override
  public void run() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (markdown) {
      out.print(Dictionary.read().markdown());
      out.flush();
    } else {
      out.println(RecordJson.schema());
    }
  }
}
