package org.chancery.cli.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * {@code code}: 24 short reports, three a transaction. What is reported done is what its progress
 * calls kept.
 */
final class CodeKills implements Scenario {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> whole = new ArrayList<>();

  @Override
  public String name() {
    return "code";
  }

  @Override
  public void prepare(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(Reports.lines());
    lines.add(lines.size() / 2, "this line is no report");
    Files.write(folder.resolve("reports.jsonl"), lines);
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
    long before = Dump.documents(record(folder));
    long kept;
    try (Child child = start(folder)) {
      if (random.nextInt(8) == 0) {
        Thread.sleep(random.nextInt(3_000)); // while it loads
      } else {
        // the last moments are those of linking
        child.await(
            CodeKills::isStep, Math.min(Reports.COUNT, 1 + random.nextInt(Reports.COUNT + 8)));
        Thread.sleep(random.nextInt(60), random.nextInt(999_999));
      }
      child.kill();
      kept = kept(child.lines());
    }
    List<String> faults = new ArrayList<>();
    long after = Dump.documents(record(folder));
    if (after < before + kept) {
      faults.add("kept " + kept + " on top of " + before + ", but the record has " + after);
    }
    faults.addAll(whole.isEmpty() ? List.of() : Whole.faults(record(folder), whole));
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
