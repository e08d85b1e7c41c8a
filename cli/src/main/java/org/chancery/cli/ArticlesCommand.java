package org.chancery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.core.ChanceryException;
import org.chancery.core.Ids;
import org.chancery.ingest.ArticleScores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate articles}: how well the main text of pages is found. */
@Command(
    name = "articles",
    mixinStandardHelpOptions = true,
    description = {
      "Reads lines {\"html\", \"body\"} (a page and the main text that people marked in it), finds the main text",
      "of each page, and prints precision, recall and F1 of runs of four words, each page weighing the same.",
      "A third of the pages, chosen by hash, was never looked at; its figures stand beside those of the rest."
    },
    footer = {"", "Example:", "  chancery evaluate articles articles.jsonl"})
final class ArticlesCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "JSONL as above.")
  private Path file = Path.of("");

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "Also lists seen pages with an F1 under N percent.")
  private int worst;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ArticleScores all = new ArticleScores();
    ArticleScores seen = new ArticleScores();
    ArticleScores aside = new ArticleScores();
    long line = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String row = lines.readLine(); row != null; row = lines.readLine()) {
        line++;
        JsonNode page = JSON.readTree(row);
        if (!page.path("html").isTextual() || !page.path("body").isTextual()) {
          throw new ChanceryException(
              "usage", file + ":" + line + ": it needs the text fields \"html\" and \"body\"");
        }
        String body = page.get("body").asText();
        String found = ArticleScores.mainText(page.get("html").asText());
        all.add(body, found);
        boolean kept = isAside(page.get("html").asText());
        double f1 = (kept ? aside : seen).add(body, found);
        if (!kept && f1 * 100 < worst) {
          out.printf(Locale.ROOT, "line %d: F1 %.3f %s%n", line, f1, page.path("url").asText(""));
        }
      }
    }
    print(out, "all", all);
    print(out, "seen", seen);
    print(out, "kept aside", aside);
    return 0;
  }

  private static boolean isAside(String html) {
    return Integer.parseInt(Ids.sha256(html).substring(0, 4), 16) % 3 == 0;
  }

  private static void print(PrintWriter out, String name, ArticleScores scores) {
    out.printf(
        Locale.ROOT,
        "%-11s %3d pages: precision %.3f, recall %.3f, F1 %.3f%n",
        name,
        scores.pages(),
        scores.precision(),
        scores.recall(),
        scores.f1());
  }
}
