package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Looks at the arguments and the environment of all children of this process, again and again, as
/// anybody on the machine could.
final class Lookout implements AutoCloseable {

  private static final long BETWEEN_LOOKS = 50;

  private final Marker marker;
  private final Set<String> found = new ConcurrentSkipListSet<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final Thread thread = new Thread(this::look, "lookout");

  Lookout(Marker marker) {
    this.marker = marker;
    thread.setDaemon(true);
    thread.start();
  }

  /// Where the marker was seen.
  Set<String> found() {
    return found;
  }

  /// How many times a child was looked at.
  int looks() {
    return looks.get();
  }

  private void look() {
    try {
      while (true) {
        ProcessHandle.current().descendants().forEach(this::look);
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void look(ProcessHandle child) {
    for (String what : new String[] {"cmdline", "environ"}) {
      try {
        byte[] bytes = Files.readAllBytes(Path.of("/proc", "" + child.pid(), what));
        looks.incrementAndGet();
        marker.in(bytes).forEach(form -> found.add(form + " in the " + what + " of a child"));
      } catch (IOException _) {
        // It has ended.
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
