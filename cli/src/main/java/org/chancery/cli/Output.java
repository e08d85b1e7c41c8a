package org.chancery.cli;

import java.io.PrintWriter;

/** Standard output that tells when the first of it is written. */
final class Output extends PrintWriter {
  private final Runnable first;
  private boolean begun;

  Output(PrintWriter out, Runnable first) {
    super(out, true);
    this.first = first;
  }

  private void begin() {
    if (!begun) {
      begun = true;
      first.run();
    }
  }

  @Override
  public void write(int c) {
    begin();
    super.write(c);
  }

  @Override
  public void write(char[] chars, int from, int length) {
    begin();
    super.write(chars, from, length);
  }

  @Override
  public void write(String text, int from, int length) {
    begin();
    super.write(text, from, length);
  }
}
