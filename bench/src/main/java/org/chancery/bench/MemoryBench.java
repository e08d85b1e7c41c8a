package org.chancery.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of {@code chancery code} over many documents: the command runs as a process of its own,
 * its output is counted, and now and then it is told to collect garbage ({@code jcmd GC.run}) and
 * asked what is left. Linux only.
 */
final class MemoryBench {
  private static final int SAMPLES = 40;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  /** What the process held when it had coded so many documents; megabytes. */
  private record Sample(double documents, double heap, double resident) {}

  private MemoryBench() {}

  static void run(Path folder, int reports) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path made = folder.resolve("made.jsonl");
    String codebook = System.getProperty("chancery.codebook", "codebook");
    MadeFiles.reports(Path.of(codebook), made, reports);
    Process process = start(folder, made, codebook);
    List<Sample> samples = new ArrayList<>();
    long began = System.nanoTime();
    long coded = 0;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      while (out.readLine() != null) {
        coded++;
        if (coded % Math.max(1, reports / SAMPLES) == 0) {
          Sample sample = sample(process.pid(), coded);
          if (sample.resident() > 0 && sample.heap() > 0) {
            samples.add(sample);
          }
        }
        if (coded == reports) {
          RecordBench.say(
              "%d documents coded, %.0f s, peak resident %d MB",
              coded, RecordBench.seconds(began), status(process.pid(), "VmHWM"));
        }
      }
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroy();
      RecordBench.say("stopped while it linked the reports");
    }
    RecordBench.say("ended after %.0f s", RecordBench.seconds(began));
    for (Sample s : samples) {
      RecordBench.say("%.0f %.1f %.0f", s.documents(), s.heap(), s.resident());
    }
    if (samples.size() < SAMPLES / 2) {
      RecordBench.say("too few samples for a slope; give more reports");
      return;
    }
    List<Sample> warm = samples.subList(samples.size() / 4, samples.size());
    say("heap after collection", warm.stream().map(s -> new double[] {s.documents, s.heap}));
    say("resident", warm.stream().map(s -> new double[] {s.documents, s.resident}));
  }

  private static Process start(Path folder, Path made, String codebook) throws IOException {
    Path record = folder.resolve("memory.duckdb");
    Files.deleteIfExists(record);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx3g",
            "-Dchancery.codebook=" + codebook,
            "-cp",
            System.getProperty("java.class.path"),
            "org.chancery.cli.Chancery",
            "--quiet",
            "code",
            "--threads",
            "2",
            "--format",
            "jsonl",
            "--record",
            record.toString(),
            made.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Sample sample(long pid, long documents) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    double heap = used.find() ? Long.parseLong(used.group(1)) / 1024.0 : Double.NaN;
    return new Sample(documents, heap, status(pid, "VmRSS"));
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return said;
  }

  private static long status(long pid, String key) throws IOException {
    if (!Files.exists(Path.of("/proc/" + pid + "/status"))) {
      return -1; // it has ended, and its last lines are still to be read
    }
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return -1;
  }

  /** Least squares: slope with its standard error, over the last three quarters of the samples. */
  private static void say(String what, java.util.stream.Stream<double[]> points) {
    List<double[]> all = points.toList();
    double n = all.size();
    double meanX = all.stream().mapToDouble(p -> p[0]).sum() / n;
    double meanY = all.stream().mapToDouble(p -> p[1]).sum() / n;
    double xx = all.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
    double xy = all.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
    double slope = xy / xx;
    double rest =
        all.stream().mapToDouble(p -> p[1] - meanY - slope * (p[0] - meanX)).map(r -> r * r).sum();
    double error = Math.sqrt(rest / (n - 2) / xx);
    RecordBench.say(
        "%s: mean %.1f MB, slope %.3f MB in 1,000 documents (standard error %.3f)",
        what, meanY, 1_000 * slope, 1_000 * error);
  }
}
