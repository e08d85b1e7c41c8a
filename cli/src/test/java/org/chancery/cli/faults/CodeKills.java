package org.chancery.cli.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code code}: 24 short reports, three a transaction. What is reported done is what its progress
 * calls kept.
 */
final class CodeKills implements Scenario {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REPORTS = 24;
  private static final Pattern DOCUMENT = Pattern.compile("\"(?:document|id)\":\"(d\\d+)\"");
  private static final String[] VERBS = {"met", "accused", "condemned", "praised", "threatened"};
  private static final String[] PARTIES = {"Peru", "Chile", "Norway", "Chad", "Ghana", "Nepal"};

  private final List<String> whole = new ArrayList<>();

  @Override
  public String name() {
    return "code";
  }

  @Override
  public void prepare(Path folder) throws IOException {
    StringBuilder reports = new StringBuilder();
    for (int i = 0; i < REPORTS; i++) {
      String one = PARTIES[i % PARTIES.length];
      String other = PARTIES[(i + 1 + i / PARTIES.length) % PARTIES.length];
      String text =
          one
              + "'s foreign minister "
              + VERBS[i % VERBS.length]
              + " "
              + other
              + "'s government on Monday. Some "
              + (i + 2)
              + " people were wounded, officials said.";
      reports.append(
          JSON.createObjectNode()
              .put("id", String.format("d%02d", i))
              .put("published", "2025-03-14")
              .put("language", "en")
              .put("text", text));
      reports.append(i == REPORTS / 2 ? "\nthis line is no report\n" : "\n");
    }
    Files.writeString(folder.resolve("reports.jsonl"), reports);
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  private static Child start(Path folder) throws IOException {
    Path small = SmallCodebook.beside(folder);
    return Child.start(
        folder,
        List.of(
            "-Dchancery.batch=3", "-Dchancery.progress.millis=0", "-Dchancery.codebook=" + small),
        "code",
        "--log-format",
        "json",
        "--threads",
        "1",
        "--record",
        record(folder).toString(),
        folder.resolve("reports.jsonl").toString());
  }

  private static boolean isStep(String line) {
    return line.contains("\"task\":\"coding\"");
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    long before = documents(folder);
    long kept;
    try (Child child = start(folder)) {
      if (random.nextInt(8) == 0) {
        Thread.sleep(random.nextInt(3_000)); // while it loads
      } else {
        child.await(CodeKills::isStep, 1 + random.nextInt(REPORTS));
        Thread.sleep(random.nextInt(60), random.nextInt(999_999));
      }
      child.kill();
      kept = kept(child.lines());
    }
    List<String> faults = new ArrayList<>();
    long after = documents(folder);
    if (after < before + kept) {
      faults.add("kept " + kept + " on top of " + before + ", but the record has " + after);
    }
    faults.addAll(partial(folder));
    return faults;
  }

  private static long kept(List<String> lines) throws IOException {
    long kept = 0;
    for (String line : lines) {
      if (isStep(line) && line.endsWith("}")) {
        JsonNode step = JSON.readTree(line);
        kept = Math.max(kept, step.path("kept").asLong());
      }
    }
    return kept;
  }

  private static long documents(Path folder) throws SQLException {
    return Files.exists(record(folder)) && Dump.hasTables(record(folder))
        ? Dump.number(record(folder), "SELECT count(*) FROM documents")
        : 0;
  }

  /** Documents that are there have all their rows, once each, and no others have any. */
  private List<String> partial(Path folder) throws SQLException {
    if (!Files.exists(record(folder)) || whole.isEmpty()) {
      return List.of();
    }
    List<String> there = Dump.rows(record(folder));
    Set<String> documents = new HashSet<>();
    there.stream().filter(row -> row.startsWith("documents ")).forEach(r -> documents.add(of(r)));
    List<String> due =
        whole.stream()
            .filter(row -> !row.startsWith("rejects ") && documents.contains(of(row)))
            .toList();
    List<String> found = there.stream().filter(row -> !row.startsWith("rejects ")).toList();
    return due.equals(found)
        ? List.of()
        : List.of(due.size() + " rows were due, " + found.size() + " are there, or they differ");
  }

  private static String of(String row) {
    Matcher document = DOCUMENT.matcher(row);
    return document.find() ? document.group(1) : "";
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    try (Child child = start(folder)) {
      int code = child.end();
      if (code != 1 || child.lines().stream().noneMatch(line -> line.contains("1 rejected"))) {
        throw new IllegalStateException("it ended with " + code + ": " + child.lines());
      }
    }
    List<String> rows = Dump.rows(record(folder));
    if (whole.isEmpty()) {
      whole.addAll(rows);
    }
    return rows;
  }
}
