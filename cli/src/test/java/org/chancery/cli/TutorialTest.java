package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/tutorial.md and the programs of examples/ as they stand there. */
class TutorialTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  @TempDir private Path folder = Path.of("");

  @Test
  void theTutorialAndTheExamplesRunAsWritten() throws Exception {
    int ran = 0;
    for (String line : commands()) {
      List<String> words = words(line);
      String program = words.remove(0);
      if (words.contains("serve")) {
        examplesOfTheApi(); // the pages are BrowserTest's
      } else if (program.equals("./chancery")) {
        TestEngine.Ran command = TestEngine.run(words.toArray(new String[0]));
        assertEquals(0, command.code(), line + "\n" + command.err());
        assertTrue(!command.out().isBlank() || !command.err().isBlank(), line + " prints nothing");
      } else if (installed(program)) {
        words.add(0, program);
        String said = run(words);
        assertTrue(said.contains("events drawn"), said);
      } else {
        System.out.println("not run, " + program + " is not installed: " + line);
      }
      ran++;
    }
    assertTrue(ran > 10, "the tutorial has its commands");
    int all = Files.readAllLines(folder.resolve("events.csv")).size();
    int sure = Files.readAllLines(folder.resolve("sure.csv")).size();
    assertTrue(sure > 1 && sure < all, sure + " of " + all);
    assertTrue(Files.size(folder.resolve("events.parquet")) > 1000);
    assertTrue(Files.readString(folder.resolve("events.geojson")).contains("precision"));
  }

  /** The lines of the shell blocks, with the files of this machine in place of those named. */
  private List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean in = false;
    for (String line : Files.readAllLines(TestEngine.ROOT.resolve("docs/tutorial.md"))) {
      if (line.startsWith("```")) {
        in = line.equals("```sh");
      } else if (in) {
        commands.add(line);
      }
    }
    return commands;
  }

  private List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      String word = Objects.requireNonNullElse(matcher.group(1), matcher.group(2));
      boolean made = word.matches("[a-z-]+\\.(?:duckdb|csv|svg|geojson|parquet)");
      boolean ours = word.equals("samples") || word.startsWith("examples/");
      words.add(
          made
              ? folder.resolve(word).toString()
              : ours ? TestEngine.ROOT.resolve(word).toString() : word);
    }
    return words;
  }

  private void examplesOfTheApi() throws Exception {
    try (Server server =
        Server.start(
            new Server.Options(
                folder.resolve("tutorial.duckdb"),
                "127.0.0.1",
                0,
                null,
                text -> ServeCommand.pasted(TestEngine.ENGINE, text)))) {
      String base = "http://127.0.0.1:" + server.port();
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String pairs = run(List.of(java, example("java/Pairs.java"), base, "2000-01"));
      assertTrue(pairs.contains(" -> "), pairs);
      if (installed("python3")) {
        String events = run(List.of("python3", example("python/api.py"), base, "YEM", "YEM"));
        assertTrue(events.contains(" events"), events);
      }
    }
  }

  private static String example(String name) {
    return TestEngine.ROOT.resolve("examples").resolve(name).toString();
  }

  private static boolean installed(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("PYTHONDONTWRITEBYTECODE", "1"));
    Process process = builder.start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), command + " does not end");
    assertEquals(0, process.exitValue(), command + "\n" + said);
    return said;
  }
}
