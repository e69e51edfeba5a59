package dev.blipscope.cli;

import java.io.PrintStream;

/// Tells a person at a terminal how far a long run is.
final class Progress {

  private static final int STEPS = 1 << 12;
  private static final long PATIENCE = 500_000_000L;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final Shell shell;
  private final PrintStream err;
  private final boolean shown;
  private final long begin = System.nanoTime();
  private long said = begin;
  private long payloads;

  Progress(Shell shell) {
    this.shell = shell;
    this.err = shell.err();
    this.shown = shell.errIsTerminal();
  }

  void step() {
    payloads++;
    if (shown && payloads % STEPS == 0) {
      say();
    }
  }

  void steps(long more) {
    payloads += more;
    if (shown) {
      say();
    }
  }

  private void say() {
    long now = System.nanoTime();
    if (now - said > PATIENCE) {
      said = now;
      long rate = payloads * 1_000_000_000L / (now - begin);
      err.print(CLEAR_LINE + shell.message("progress", payloads, rate));
      err.flush();
    }
  }

  void finish() {
    if (said != begin) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
