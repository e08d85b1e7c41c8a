package org.chancery.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * How far a command is, with rate and time left, said from the third second on: as a bar where
 * standard error is a terminal, as JSON lines where asked for, else as a line every half minute.
 * Elapsed time is measured, never read off the clock, which may go back.
 */
final class Progress implements AutoCloseable {
  private static final long AFTER_MILLIS = 2_000;
  private static final long TEXT_MILLIS = 30_000;
  private static final ScheduledExecutorService TICKS =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  /** The one that speaks; a command's own takes over from the one that every command has. */
  private static @Nullable Progress speaking;

  private final Log log;
  private final String task;
  private final String unit;
  private final boolean watched;
  private final @Nullable Progress before;
  private final long began = System.nanoTime();
  private final java.util.concurrent.ScheduledFuture<?> tick;
  private @Nullable ProgressBar bar;
  private long total;
  private long done;
  private long said;
  private Map<String, ? extends Object> more = Map.of();

  private Progress(Log log, String task, String unit, long total, boolean watched) {
    this.log = log;
    this.task = task;
    this.unit = unit;
    this.total = total;
    this.watched = watched;
    synchronized (TICKS) {
      before = speaking;
      speaking = this;
    }
    long every = Math.max(1, interval());
    tick = TICKS.scheduleWithFixedDelay(this::say, every, every, TimeUnit.MILLISECONDS);
  }

  /** Between two lines of JSON, and two steps of a bar. */
  private static long interval() {
    return Math.max(0, Long.getLong("chancery.progress.millis", AFTER_MILLIS));
  }

  /**
   * Starts.
   *
   * @param task what is done, such as {@code coding}
   * @param unit what is counted; {@code bytes} are shown in kB
   * @param total how many there are, 0 or less when nobody knows
   * @param prints whether lines go to standard output meanwhile; no bar is drawn among them
   */
  static Progress start(CommandLine line, String task, String unit, long total, boolean prints) {
    boolean watched =
        Boolean.getBoolean("chancery.terminal.err")
            && !(prints && Boolean.getBoolean("chancery.terminal.out"));
    return new Progress(Log.of(line), task, unit, total, watched);
  }

  /** For a command that says nothing of its own: that it is at work. */
  static Progress waiting(Log log, String command) {
    return new Progress(log, command, "", 0, Boolean.getBoolean("chancery.terminal.err"));
  }

  /** So many are done. */
  void step(long done) {
    step(done, Map.of());
  }

  /** So many are done, and more numbers to show beside. */
  synchronized void step(long done, Map<String, ? extends Object> more) {
    this.done = done;
    this.more = more;
    if (interval() == 0) {
      say(); // tests of faults hear of every step
    }
  }

  /** The total where it is known only later. */
  synchronized void total(long total) {
    this.total = total;
  }

  private synchronized void say() {
    long millis = (System.nanoTime() - began) / 1_000_000;
    synchronized (TICKS) {
      if (speaking != this || millis < Math.min(AFTER_MILLIS, interval())) {
        return;
      }
    }
    if (log.json()) {
      log.progress(text(millis), values(millis));
    } else if (watched && !log.quiet()) {
      draw(millis);
    } else if (!Boolean.getBoolean("chancery.terminal.err") && millis - said >= TEXT_MILLIS) {
      said = millis;
      log.progress(text(millis), Map.of());
    }
  }

  private void draw(long millis) {
    if (bar == null) {
      boolean bytes = unit.equals("bytes");
      ProgressBarBuilder builder =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total > 0 ? total : -1)
              .startsFrom(0, Duration.ofMillis(millis))
              .setStyle(ProgressBarStyle.ASCII);
      bar = (bytes ? builder.setUnit(" kB", 1024) : builder).showSpeed().build();
    }
    bar.maxHint(total > 0 ? total : -1);
    bar.stepTo(done);
    bar.setExtraMessage(extra());
  }

  private String extra() {
    StringBuilder extra = new StringBuilder();
    more.forEach(
        (k, v) -> extra.append(extra.isEmpty() ? "" : ", ").append(v).append(' ').append(k));
    return extra.toString();
  }

  private Map<String, Object> values(long millis) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("task", task);
    values.put("seconds", millis / 1000.0);
    if (!unit.isEmpty()) {
      values.put("unit", unit);
      values.put("done", done);
      values.put("rate", Math.round(1e5 * done / Math.max(1, millis)) / 100.0);
    }
    if (total > 0) {
      values.put("total", total);
    }
    if (total > 0 && done > 0) {
      values.put("seconds_left", left(millis) / 1000);
    }
    values.putAll(more);
    return values;
  }

  private long left(long millis) {
    return Math.max(0, total - done) * millis / Math.max(1, done);
  }

  private String text(long millis) {
    StringBuilder text = new StringBuilder(task);
    if (unit.isEmpty()) {
      return text.append(", ").append(millis / 1000).append(" s").toString();
    }
    long one = unit.equals("bytes") ? 1024 : 1;
    String shown = unit.equals("bytes") ? "kB" : unit;
    text.append(": ").append(done / one);
    if (total > 0) {
      text.append(" of ").append(total / one);
    }
    text.append(
        String.format(
            Locale.ROOT, " %s, %.1f a second", shown, 1000.0 * done / one / Math.max(1, millis)));
    if (total > 0 && done > 0) {
      text.append(", ").append(left(millis) / 1000).append(" s left");
    }
    String extra = extra();
    return (extra.isEmpty() ? text : text.append("; ").append(extra)).toString();
  }

  @Override
  public void close() {
    tick.cancel(false);
    synchronized (TICKS) {
      if (speaking == this) {
        speaking = before;
      }
    }
    synchronized (this) {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
