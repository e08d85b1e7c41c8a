package org.chancery.cli.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Chancery in a process of its own, which can be killed. */
final class Child implements AutoCloseable {
  private static final long LONGEST_SECONDS = 300;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final List<Thread> readers = new ArrayList<>();

  private Child(Process process) {
    this.process = process;
    read(process.getInputStream());
    read(process.getErrorStream());
  }

  /** Starts {@code chancery ARGS} with the JVM options; both streams are read as lines. */
  static Child start(Path folder, List<String> options, String... arguments) throws IOException {
    Path root = Objects.requireNonNull(folder.toAbsolutePath().getParent());
    List<String> all = new ArrayList<>(options);
    all.add("-Djava.io.tmpdir=" + folder);
    List<String> command = Launch.in(root).command(String.valueOf(folder.getFileName()), all);
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command)
            .directory(Path.of(Objects.requireNonNull(System.getProperty("user.dir"))).toFile())
            .start());
  }

  private void read(InputStream in) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader text =
                  new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                  synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                  }
                }
              } catch (IOException | UncheckedIOException killed) {
                // the stream ends with the process
              }
            });
    reader.setDaemon(true);
    reader.start();
    readers.add(reader);
  }

  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Waits until so many lines are as wanted, or the process has ended. */
  void await(Predicate<String> wanted, int count) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    synchronized (lines) {
      while (lines.stream().filter(wanted).count() < count
          && process.isAlive()
          && System.nanoTime() < until) {
        lines.wait(20);
      }
    }
  }

  /** SIGKILL: no hook of the process runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    for (Thread reader : readers) {
      reader.join(5_000);
    }
  }

  /** SIGTERM, as Ctrl-C does it. */
  void stop() throws InterruptedException {
    process.destroy();
    end();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Waits for the end and gives the exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("it did not end: " + lines());
    }
    for (Thread reader : readers) {
      reader.join(5_000);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
