package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.codebook.ExampleWriter;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.EventMention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codebook teach}: adds a labelled sentence that acts at once. */
@Command(
    name = "teach",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a labelled sentence to a codebook folder of your own. It acts at once: sentences nearly"
          + " like it are coded",
      "as it is. To make it general, train again (tools/train.sh). Prints how the sentence was"
          + " coded before and is now."
    },
    footer = {
      "",
      "Example:",
      "  chancery codebook teach --into mine --type REJECT \"<a>Norway</a> <t>sent back</t> the"
          + " note from <r>Chad</r>.\"",
      "  chancery code --codebook mine samples"
    })
final class TeachCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIR",
      description = "The folder; it is made when it is missing.")
  private Path into = Path.of("");

  @Option(
      names = "--type",
      required = true,
      description = "PLOVER type, or NONE; of several events, TYPE1|TYPE2.")
  private String type = "";

  @Option(names = "--mode", description = "PLOVER mode of each event, when one applies.")
  private String mode = "";

  @Option(names = "--contexts", description = "PLOVER contexts, separated by semicolons.")
  private String contexts = "";

  @Option(names = "--modality", description = "Modality of each event (default: happened).")
  private @Nullable String modality;

  @Parameters(
      paramLabel = "SENTENCE",
      description = "The sentence, with <a>actor</a>, <r>recipient</r> and <t>trigger</t> marked.")
  private String sentence = "";

  @Override
  public Integer call() throws java.io.IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    String types = type.toUpperCase(Locale.ROOT);
    Engine before = new Engine(Files.isDirectory(into) ? List.of(into) : List.of(), true);
    for (String one : types.split("\\|")) {
      if (!one.equals("NONE") && !before.ontology.types().contains(one)) {
        throw new ChanceryException(
            "usage", one + " is no type; the types are " + before.ontology.types() + " and NONE");
      }
    }
    int events = types.split("\\|").length;
    String how = modality;
    if (how == null) {
      how =
          types.equals("NONE")
              ? ""
              : String.join("|", java.util.Collections.nCopies(events, "happened"));
    }
    Example example = ExampleWriter.add(into, List.of(types, mode, contexts, how, sentence));
    Engine after = new Engine(List.of(into), true);
    print(out, "before", before, example.text());
    print(out, "now", after, example.text());
    out.println("added to " + into + "; use it with --codebook " + into);
    return 0;
  }

  private static void print(PrintWriter out, String when, Engine engine, String text) {
    List<EventMention> mentions =
        engine
            .pipeline
            .code(new Document("taught", null, null, null, "en", null, text, "command line"))
            .eventMentions();
    List<String> coded = new ArrayList<>();
    for (EventMention m : mentions) {
      coded.add(
          m.type()
              + " "
              + m.modality().key()
              + " \""
              + m.trigger().text()
              + "\" "
              + m.confidence());
    }
    out.printf("%-7s %s%n", when, coded.isEmpty() ? "no event" : String.join("; ", coded));
  }
}
