package org.chancery.cli.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Kills scenarios so many times: {@code Faults FOLDER KILLS SEED [SCENARIO...]}. A round is up to
 * four kills in a row over the same record, then a run to the end, whose rows must be those of a
 * run that nobody disturbed.
 */
public final class Faults {
  private static final int MOST_IN_A_ROW = 4;

  /** A command to be killed is one entry here. */
  static List<Scenario> scenarios() {
    return List.of(
        new CodeKills(),
        new WatchKills(),
        new ImportKills(),
        new ExchangeKills(),
        new LinkKills(),
        new ReviewKills(),
        new MigrationKills(),
        new BackupKills());
  }

  /** What came of it. */
  record Result(String scenario, int kills, int rounds, List<String> faults) {}

  private Faults() {}

  /** Runs; the exit code is 1 when something did not hold. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int kills = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    List<String> wanted = List.of(arguments).subList(3, arguments.length);
    List<Scenario> scenarios =
        scenarios().stream().filter(s -> wanted.isEmpty() || wanted.contains(s.name())).toList();
    boolean well = true;
    for (Scenario scenario : scenarios) {
      long began = System.nanoTime();
      Result result = run(scenario, folder, kills, seed, System.out);
      System.out.printf(
          "%s: %d kills in %d rounds, seed %d, %d s, %d faults%n",
          result.scenario,
          result.kills,
          result.rounds,
          seed,
          (System.nanoTime() - began) / 1_000_000_000L,
          result.faults.size());
      result.faults.forEach(System.out::println);
      well &= result.faults.isEmpty();
    }
    System.exit(well ? 0 : 1);
  }

  static Result run(Scenario scenario, Path root, int kills, long seed, PrintStream log)
      throws Exception {
    Random random = new Random(seed);
    List<String> faults = new ArrayList<>();
    List<String> undisturbed = scenario.finish(fresh(scenario, root));
    int done = 0;
    int rounds = 0;
    while (done < kills) {
      rounds++;
      Path folder = fresh(scenario, root);
      int row = Math.min(kills - done, 1 + random.nextInt(MOST_IN_A_ROW));
      String where = scenario.name() + " round " + rounds;
      int faultsBefore = faults.size();
      try {
        for (int i = 0; i < row; i++) {
          done++;
          for (String fault : scenario.kill(folder, random)) {
            faults.add(where + ", kill " + done + ": " + fault);
          }
        }
        List<String> rows = scenario.finish(folder);
        if (!rows.equals(undisturbed)) {
          faults.add(where + ": " + difference(undisturbed, rows));
        }
      } catch (Exception e) {
        faults.add(where + ", kill " + done + ": " + e);
      }
      if (faults.size() > faultsBefore) {
        Files.move(folder, root.resolve(scenario.name() + "-failed-" + rounds)); // to look at
      }
      log.println(where + ": " + done + " kills, " + faults.size() + " faults so far");
    }
    return new Result(scenario.name(), done, rounds, faults);
  }

  private static String difference(List<String> due, List<String> found) {
    List<String> lost = new ArrayList<>(due);
    found.forEach(lost::remove);
    List<String> more = new ArrayList<>(found);
    due.forEach(more::remove);
    return lost.size()
        + " rows lost, "
        + more.size()
        + " too many: "
        + lost.stream().limit(2).toList()
        + more.stream().limit(2).toList();
  }

  private static Path fresh(Scenario scenario, Path root) throws Exception {
    Path folder = root.resolve(scenario.name());
    clear(folder);
    Files.createDirectories(folder);
    scenario.prepare(folder);
    return folder;
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
