package org.chancery.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A bar with rate and time on standard error when that is a terminal; silent otherwise. */
final class Progress implements AutoCloseable {
  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** Starts a bar, unless a table is scrolling by on the same terminal or nobody watches. */
  static Progress start(boolean table, long bytes) {
    boolean watched = Boolean.getBoolean("chancery.terminal.err") && !table;
    return new Progress(
        watched
            ? new ProgressBarBuilder()
                .setTaskName("Coding")
                .setUnit(" kB", 1024)
                .setInitialMax(bytes > 0 ? bytes : -1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .build()
            : null);
  }

  void step(long bytesRead, long documents, long events) {
    if (bar != null) {
      bar.stepTo(bytesRead);
      bar.setExtraMessage(documents + " reports, " + events + " events");
    }
  }

  void say(CommandLine line, String message) {
    line.getErr().println(Terminal.plain(message).replace('\n', ' '));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
