package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.LinkedEvent;
import org.chancery.store.Questions;
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
  /** Colours by role, those that win first. */
  private static final Map<String, String> COLOURS = new LinkedHashMap<>();

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    colour("f", "loaded words", Terminal.RED);
    colour("t", "trigger", Terminal.YELLOW + Terminal.BOLD);
    colour("n", "figure", Terminal.BOLD);
    colour("a", "actor", Terminal.GREEN);
    colour("r", "recipient", Terminal.CYAN);
    colour("c", "cue", Terminal.MAGENTA);
    colour("s", "source", Terminal.BLUE);
  }

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
        Log.of(spec.commandLine())
            .error(
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
      told(out, store, id);
    }
    return 0;
  }

  /** The events that other reports tell too, with why each mention is linked. */
  private static void told(PrintWriter out, RecordStore store, String document) {
    for (Questions.Answer row : LinkedEvent.ofDocument(store, document)) {
      LinkedEvent event =
          row.number("reports") < 2
              ? null
              : LinkedEvent.find(store, row.text("event")).orElse(null);
      if (event == null) {
        continue;
      }
      String head = row.text("type") + " \"" + row.text("trigger") + "\" " + row.text("mention");
      out.println(
          Terminal.plain(
              head
                  + " is told by "
                  + event.reports()
                  + " reports, "
                  + event.independent()
                  + " independent ("
                  + event.id()
                  + ")"));
      for (Questions.Answer telling : event.tellings()) {
        out.println(
            Terminal.plain(
                "  "
                    + telling.text("document")
                    + " "
                    + telling.text("mention")
                    + ": "
                    + telling.text("why")));
      }
    }
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
      StringBuilder legend = new StringBuilder();
      NAMES.forEach(
          (role, name) ->
              legend.append(COLOURS.get(role)).append(name).append(Terminal.RESET).append(' '));
      out.println(legend + Terminal.UNDERLINED + "what a source says" + Terminal.RESET);
    }
    out.println();
  }

  private static void colour(String role, String name, String code) {
    COLOURS.put(role, code);
    NAMES.put(role, name);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * The text with every role in its colour; a character has one colour, the first of {@link
   * #COLOURS}, and is underlined where it is the content of an attribution.
   */
  private String coloured(StoredDocument document) {
    String text = document.text();
    if (!color) {
      return Terminal.plain(text);
    }
    String order = String.join("", COLOURS.keySet());
    char[] roles = new char[text.length()];
    boolean[] content = new boolean[text.length()];
    for (StoredDocument.Evidence evidence : document.evidence()) {
      for (int i = evidence.begin(); i < evidence.end() && i < roles.length; i++) {
        content[i] |= evidence.role() == 'q';
        int rank = order.indexOf(evidence.role());
        if (rank >= 0 && (roles[i] == 0 || rank < order.indexOf(roles[i]))) {
          roles[i] = evidence.role();
        }
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < roles.length; i++) {
      if (i == 0 || roles[i] != roles[i - 1] || content[i] != content[i - 1]) {
        out.append(Terminal.RESET);
        out.append(content[i] ? Terminal.UNDERLINED : "");
        out.append(COLOURS.getOrDefault(String.valueOf(roles[i]), ""));
      }
      out.append(Terminal.plain(text.substring(i, i + 1)));
    }
    return out.append(Terminal.RESET).toString();
  }
}
