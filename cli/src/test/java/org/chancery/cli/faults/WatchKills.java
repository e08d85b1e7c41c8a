package org.chancery.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code watch} of a folder, one round or round after round while files come in. What is reported
 * done is a round that it says is done; the next run codes the rest, although the file that tells
 * what was read may be older than the record.
 */
final class WatchKills implements Scenario {
  private static final Pattern CODED = Pattern.compile("[{ ]coded=(\\d+)");

  private final List<String> lines = Reports.lines();
  private final List<String> whole = new ArrayList<>();

  @Override
  public String name() {
    return "watch";
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  @Override
  public void prepare(Path folder) throws IOException {
    Files.createDirectory(folder.resolve("in"));
    bring(folder, Reports.COUNT / 2);
  }

  /** Brings files until there are so many, each whole at once. */
  private void bring(Path folder, int until) throws IOException {
    for (int i = 0; i < until; i++) {
      Path file = folder.resolve("in").resolve("r" + i + ".jsonl");
      if (!Files.exists(file)) {
        Path part = folder.resolve("part");
        Files.writeString(part, lines.get(i) + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static Child start(Path folder, boolean once) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("watch", "--threads", "1", "--record", record(folder).toString()));
    arguments.addAll(once ? List.of("--once") : List.of("--every", "1s"));
    arguments.add(folder.resolve("in").toString());
    return Child.start(
        folder,
        List.of("-Dchancery.batch=3", "-Dchancery.codebook=" + SmallCodebook.beside(folder)),
        arguments.toArray(String[]::new));
  }

  private static boolean isRound(String line) {
    return line.startsWith("round done: ");
  }

  private static long coded(String round) {
    Matcher coded = CODED.matcher(round);
    return coded.find() ? Long.parseLong(coded.group(1)) : 0;
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    long before = Dump.documents(record(folder));
    long done;
    try (Child child = start(folder, random.nextInt(3) == 0)) {
      waitForDocument(child, record(folder), random);
      Thread.sleep(random.nextInt(150), random.nextInt(999_999));
      child.kill();
      done = child.lines().stream().filter(WatchKills::isRound).mapToLong(WatchKills::coded).sum();
    }
    List<String> faults = new ArrayList<>(Whole.faults(record(folder), whole));
    long after = Dump.documents(record(folder));
    if (after < before + done) {
      faults.add(before + " documents and " + done + " more were done, there are " + after);
    }
    return faults;
  }

  /** Until the record grows, or a first round is done and files of the second have come. */
  private void waitForDocument(Child child, Path record, Random random) throws Exception {
    Path folder = record.toAbsolutePath().getParent();
    if (random.nextInt(3) == 0) {
      child.await(WatchKills::isRound, 1);
      bring(java.util.Objects.requireNonNull(folder), Reports.COUNT);
      Thread.sleep(random.nextInt(1_100));
      return;
    }
    Path log = Path.of(record + ".wal");
    long began = System.currentTimeMillis();
    long until = System.nanoTime() + 10_000_000_000L; // there may be nothing left to write
    while (log.toFile().lastModified() < began && child.alive() && System.nanoTime() < until) {
      Thread.sleep(2); // a round has begun to write
    }
    Thread.sleep(random.nextInt(400));
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    bring(folder, Reports.COUNT);
    try (Child child = start(folder, true)) {
      if (child.end() != 0) {
        throw new IllegalStateException("it ended badly: " + child.lines());
      }
    }
    List<String> rows = Dump.rows(record(folder));
    if (whole.isEmpty()) {
      whole.addAll(rows);
    }
    return rows;
  }
}
