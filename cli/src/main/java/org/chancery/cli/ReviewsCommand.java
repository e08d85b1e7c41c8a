package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.chancery.store.Reviews;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code reviews export}: reviewed events as lines of codebook examples. */
@Command(
    name = "reviews",
    mixinStandardHelpOptions = true,
    description = "What reviewers said of events.",
    subcommands = ReviewsCommand.Export.class,
    synopsisSubcommandLabel = "COMMAND")
final class ReviewsCommand {
  private ReviewsCommand() {}

  /** Accepted and corrected events as examples, rejected ones as sentences without an event. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description =
          "Prints reviewed events as rows of an examples file: look them over, then add them to a codebook of your own.",
      footer = {"", "Example:", "  chancery reviews export > reviewed.tsv"})
  static final class Export implements Callable<Integer> {
    @CommandLine.Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--record",
        paramLabel = "FILE",
        description = "The record file (default: ${DEFAULT-VALUE}).")
    private Path record = Path.of("chancery.duckdb");

    private record Mark(int begin, int end, String tag) {}

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      try (RecordStore store = EventsCommand.existing(record)) {
        List<Questions.Answer> reviews = Reviews.withSentences(store);
        out.println("type\tmode\tcontexts\tmodality\ttext");
        for (Questions.Answer review : reviews) {
          boolean rejected = review.text("verdict").equals("reject");
          out.println(
              (rejected ? "NONE" : review.text("type"))
                  + "\t\t\t"
                  + (rejected ? "" : review.text("modality"))
                  + "\t"
                  + marked(review));
        }
        Log.of(spec.commandLine())
            .summary(reviews.size() + " reviewed events", Map.of("reviews", reviews.size()));
      }
      return 0;
    }

    private static String marked(Questions.Answer review) {
      String sentence = review.text("sentence");
      int at = (int) review.number("begin");
      List<Mark> marks = new ArrayList<>();
      spans(review, "actor_spans", "a", at, marks);
      spans(review, "recipient_spans", "r", at, marks);
      marks.add(
          new Mark(
              (int) review.number("trigger_begin") - at,
              (int) review.number("trigger_end") - at,
              "t"));
      marks.removeIf(m -> m.begin() < 0 || m.end() > sentence.length() || m.begin() >= m.end());
      marks.sort(Comparator.comparingInt(Mark::begin));
      StringBuilder out = new StringBuilder();
      int from = 0;
      for (Mark mark : marks) {
        if (mark.begin() >= from) {
          out.append(plain(sentence.substring(from, mark.begin())))
              .append('<')
              .append(mark.tag())
              .append('>')
              .append(plain(sentence.substring(mark.begin(), mark.end())))
              .append("</")
              .append(mark.tag())
              .append('>');
          from = mark.end();
        }
      }
      return out.append(plain(sentence.substring(from))).toString();
    }

    private static void spans(
        Questions.Answer review, String column, String tag, int at, List<Mark> marks) {
      if (review.values().get(column) instanceof List<?> spans) {
        for (Object span : spans) {
          String[] ends = String.valueOf(span).split(":");
          marks.add(new Mark(Integer.parseInt(ends[0]) - at, Integer.parseInt(ends[1]) - at, tag));
        }
      }
    }

    /** One line, and nothing that could be taken for a mark. */
    private static String plain(String text) {
      return Terminal.plain(text).replaceAll("[\\n\\t]", " ").replace('<', '(').replace('>', ')');
    }
  }
}
