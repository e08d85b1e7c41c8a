package org.chancery.cli;

import java.util.Objects;
import org.chancery.store.RecordJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code schema}: the JSON Schema of the record. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema that every line of code --format jsonl keeps.",
    footer = {"", "Example:", "  chancery schema > record.schema.json"})
final class SchemaCommand implements Runnable {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().getOut().println(RecordJson.schema());
  }
}
