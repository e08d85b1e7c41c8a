package org.chancery.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.core.ChanceryException;
import org.chancery.core.Span;
import org.chancery.store.RecordStore;
import org.chancery.store.search.Hit;
import org.chancery.store.search.In;
import org.chancery.store.search.SearchIndex;
import org.chancery.store.search.SearchQuery;
import org.chancery.store.search.SearchResults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: full-text search of the record. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds reports, sentences that tell events, and statements by their words.",
      "All words must be there; \"a phrase\", OR, NOT, brackets, name~ for spellings like it, minist*,",
      "fields (actor:FRA, said_by:minister, issue:ceasefire) and days (date:[2024-01 TO 2024-03]) are understood.",
      "The index is kept beside the record, in RECORD.search, and brought up to date first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery search '\"prisoner exchange\" -ransom'",
      "  chancery search Pashinian~ --in events --type CONSULT --from 2024-03",
      "  chancery search 'said_by:ministry AND grain' --in statements --format jsonl",
      "",
      "Exit codes: 0 something was found; 1 nothing was; 2 wrong usage, query or record."
    })
final class SearchCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WIDTH = 20;

  private enum Format {
    TABLE,
    JSONL
  }

  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "The query; without one, all.")
  private String words = "";

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--index",
      paramLabel = "FOLDER",
      description = "Where the index is kept (default: RECORD.search).")
  private @Nullable Path index;

  @Option(names = "--in", split = ",", description = "${COMPLETION-CANDIDATES}, by commas.")
  private List<In> in = new ArrayList<>();

  @Option(names = "--type", description = "A PLOVER type; of a report, of any of its events.")
  private @Nullable String type;

  @Option(names = "--actor", paramLabel = "CODE|WORDS", description = "Who did it, or says it.")
  private @Nullable String actor;

  @Option(names = "--from", paramLabel = "DATE", description = "First day (may be partial).")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, inclusive.")
  private @Nullable String to;

  @Option(names = "--outlet", paramLabel = "NAME", description = "The publisher.")
  private @Nullable String outlet;

  @Option(names = "--limit", description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(names = "--cursor", description = "Go on where an earlier answer ended.")
  private @Nullable String cursor;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: table).")
  private Format format = Format.TABLE;

  @Override
  public Integer call() throws JsonProcessingException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Path folder = index == null ? SearchIndex.folder(record) : index;
    try (RecordStore store = EventsCommand.existing(record);
        SearchIndex opened = SearchIndex.open(store, folder)) {
      SearchIndex.Update update = opened.update();
      if (update.why() != null || update.reports() > 0) {
        String what = update.why() == null ? "brought up to date" : "made (" + update.why() + ")";
        line.getErr().println("index " + what + ": " + update.reports() + " reports read");
      }
      SearchResults results =
          opened.find(new SearchQuery(words, in, type, actor, from, to, outlet, cursor, limit));
      for (Hit hit : results.hits()) {
        if (format == Format.JSONL) {
          line.getOut().println(JSON.writeValueAsString(hit.values()));
        } else {
          print(line.getOut(), hit);
        }
      }
      line.getErr().println(summary(results));
      return results.hits().isEmpty() ? 1 : 0;
    } catch (IllegalArgumentException e) {
      throw new ChanceryException("search", String.valueOf(e.getMessage()), e);
    }
  }

  private static String summary(SearchResults results) {
    return results.hits().size()
        + " of "
        + (results.exact() ? "" : "more than ")
        + results.total()
        + (results.next() == null ? "" : "; go on with --cursor " + results.next());
  }

  private static void print(PrintWriter out, Hit hit) {
    String what =
        switch (hit.in()) {
          case DOCUMENTS -> hit.title() == null ? "" : hit.title();
          case EVENTS ->
              hit.about().get("type")
                  + " "
                  + hit.about().get("actors")
                  + " > "
                  + hit.about().get("recipients");
          case STATEMENTS ->
              hit.about().get("said_by")
                  + " "
                  + hit.about().get("stance")
                  + " "
                  + hit.about().get("issue");
        };
    out.println(
        Terminal.cell(hit.date() == null ? "" : hit.date(), WIDTH / 2)
            + " "
            + Terminal.cell(hit.in().key(), WIDTH / 2)
            + " "
            + Terminal.plain(what).replace('\n', ' ')
            + "  ["
            + Terminal.plain(hit.document())
            + "]");
    out.println("    " + marked(hit));
  }

  private static String marked(Hit hit) {
    if (!Terminal.coloured()) {
      return line(hit.words());
    }
    StringBuilder out = new StringBuilder();
    int last = 0;
    for (Span mark : hit.marks()) {
      out.append(line(hit.words().substring(last, mark.begin())))
          .append(Terminal.BOLD)
          .append(line(hit.words().substring(mark.begin(), mark.end())))
          .append(Terminal.RESET);
      last = mark.end();
    }
    return out.append(line(hit.words().substring(last))).toString();
  }

  private static String line(String text) {
    return Terminal.plain(text).replaceAll("\\s+", " ");
  }
}
