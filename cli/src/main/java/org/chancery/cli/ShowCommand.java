package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.chancery.store.StoredDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: a report with its events, the evidence coloured. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a report of the record with its events; without an id, lists the reports.",
    footer = {"", "Examples:", "  chancery show", "  chancery show wire-marwa-ferry-seizure.txt"})
final class ShowCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "The report's id.")
  private @Nullable String id;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--color",
      negatable = true,
      description = "Colour the evidence (default: on a terminal).")
  private boolean color = Terminal.coloured();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (RecordStore store = EventsCommand.existing(record)) {
      if (id == null) {
        StoredDocument.ids(store).forEach(known -> out.println(Terminal.plain(known)));
        return 0;
      }
      StoredDocument document = StoredDocument.find(store, id);
      if (document == null) {
        spec.commandLine()
            .getErr()
            .println(
                "chancery: record "
                    + record
                    + " has no report \""
                    + Terminal.plain(id)
                    + "\"; chancery show lists them");
        return 1;
      }
      head(out, document);
      out.println(coloured(document));
      out.println();
      List<EventRow> rows = EventQuery.ofDocument(id).run(store);
      if (!rows.isEmpty()) {
        out.println(EventTable.header());
      }
      rows.forEach(row -> out.println(EventTable.line(row)));
      out.println(rows.size() + " events");
    }
    return 0;
  }

  private void head(PrintWriter out, StoredDocument document) {
    String bold = color ? Terminal.BOLD : "";
    String reset = color ? Terminal.RESET : "";
    out.println(
        bold + Terminal.plain(document.title() == null ? document.id() : document.title()) + reset);
    String reason = document.reason() == null ? "" : ": " + document.reason();
    out.println(
        Terminal.plain(
            String.join(
                " · ",
                orEmpty(document.publisher()),
                orEmpty(document.published()),
                orEmpty(document.url()),
                document.status() + reason)));
    if (color) {
      out.println(
          Terminal.GREEN
              + "actor"
              + reset
              + " "
              + Terminal.CYAN
              + "recipient"
              + reset
              + " "
              + Terminal.YELLOW
              + "trigger"
              + reset);
    }
    out.println();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * The text with every actor, recipient and trigger in its colour; the first role of a character
   * wins.
   */
  private String coloured(StoredDocument document) {
    String text = document.text();
    if (!color) {
      return Terminal.plain(text);
    }
    char[] roles = new char[text.length()];
    for (StoredDocument.Evidence evidence : document.evidence()) {
      for (int i = evidence.begin(); i < evidence.end() && i < roles.length; i++) {
        roles[i] = roles[i] == 0 ? evidence.role() : roles[i];
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < roles.length; i++) {
      char before = i == 0 ? 0 : roles[i - 1];
      if (roles[i] != before) {
        out.append(before == 0 ? "" : Terminal.RESET);
        out.append(
            roles[i] == 'a'
                ? Terminal.GREEN
                : roles[i] == 'r'
                    ? Terminal.CYAN
                    : roles[i] == 't' ? Terminal.YELLOW + Terminal.BOLD : "");
      }
      out.append(Terminal.plain(text.substring(i, i + 1)));
    }
    return out.append(Terminal.RESET).toString();
  }
}
