package org.chancery.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What a command says beside its output, on standard error: errors, warnings, progress and a
 * summary at the end, as lines of text or as one JSON object a line. Whatever else is printed to
 * picocli's {@code getErr()} passes through as it is, or as a JSON object of level {@code message}.
 */
final class Log {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How lines are written. */
  enum Format {
    TEXT,
    JSON
  }

  /** What {@code --quiet} and {@code --log-format} say once the arguments are read. */
  record Settings(boolean quiet, Format format) {}

  private final PrintWriter err;
  private final Supplier<Settings> settings;

  Log(PrintWriter err, Supplier<Settings> settings) {
    this.err = err;
    this.settings = settings;
  }

  /** The log of the program that a command belongs to. */
  static Log of(CommandLine line) {
    CommandLine root = line;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    if (root.getCommand() instanceof Chancery program) {
      return program.log();
    }
    return new Log(line.getErr(), () -> new Settings(false, Format.TEXT)); // a command on its own
  }

  boolean quiet() {
    return settings.get().quiet();
  }

  boolean json() {
    return settings.get().format() == Format.JSON;
  }

  /** What ends the command; said even with {@code --quiet}. */
  void error(String message) {
    say("error", message, Map.of());
  }

  /** What went otherwise than meant, such as an input that was left out. */
  void warn(String message) {
    if (!quiet()) {
      say("warning", message.replace('\n', ' '), Map.of());
    }
  }

  /** What came of it, with the same in numbers. */
  void summary(String message, Map<String, ? extends @Nullable Object> values) {
    if (!quiet()) {
      say("summary", message, values);
    }
  }

  /** How far it is. */
  void progress(String message, Map<String, ? extends @Nullable Object> values) {
    if (!quiet()) {
      say("progress", message, values);
    }
  }

  private void say(String level, String message, Map<String, ? extends @Nullable Object> values) {
    String plain = Terminal.plain(message).strip();
    if (!json()) {
      err.println(plain);
      return;
    }
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("level", level);
    line.put("message", plain);
    line.putAll(values);
    try {
      err.println(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A writer for whoever prints to standard error without this class. */
  PrintWriter writer() {
    return new PrintWriter(new Lines(), true);
  }

  /** Passes text through, or gathers it into lines that become JSON objects. */
  private final class Lines extends Writer {
    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(char[] chars, int from, int length) {
      if (!json()) {
        err.write(chars, from, length);
        return;
      }
      for (int i = from; i < from + length; i++) {
        if (chars[i] != '\n') {
          line.append(chars[i]);
        } else if (!line.isEmpty()) {
          String whole = line.toString();
          line.setLength(0);
          say("message", whole, Map.of());
        }
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {
      flush();
    }
  }
}
