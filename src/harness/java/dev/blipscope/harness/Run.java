package dev.blipscope.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What one process did: how it ended, how long it took, what it needed, what it complained of.
record Run(int exit, boolean ended, double wall, double cpu, double megabytes, String complaint) {

  private static final int MOST_SECONDS = 600;
  private static final int COMPLAINT_BYTES = 4096;

  /// Runs a command whose output nobody needs.
  static Run of(Setup setup, List<String> command) throws IOException, InterruptedException {
    return into(Path.of("/dev/null"), setup, command);
  }

  static Run into(Path out, Setup setup, List<String> command)
      throws IOException, InterruptedException {
    return within(MOST_SECONDS, out, setup, command);
  }

  static Run within(int seconds, Path out, Setup setup, List<String> command)
      throws IOException, InterruptedException {
    Path err = setup.temp().resolve("stderr");
    var launch = new ArrayList<>(setup.launcher());
    launch.addAll(List.of(Integer.toString(seconds), out.toString(), err.toString()));
    launch.addAll(command);
    var launcher =
        new ProcessBuilder(launch).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (launcher.waitFor() != 0) {
      throw new Refusal("Could not measure: " + String.join(" ", command));
    }
    String[] figures = line.strip().split(" ", -1);
    return new Run(
        Integer.parseInt(figures[0]),
        Boolean.parseBoolean(figures[1]),
        Long.parseLong(figures[2]) / 1e9,
        Long.parseLong(figures[3]) / 1e6,
        Long.parseLong(figures[4]) / 1e6,
        startOf(err));
  }

  /// This run, or a refusal if the process did not end with one of these exit codes.
  Run expecting(Integer... exits) {
    if (!ended || !List.of(exits).contains(exit)) {
      throw new Refusal(
          "A process %s %d instead of %s: %s"
              .formatted(ended ? "ended with" : "was killed,", exit, List.of(exits), complaint));
    }
    return this;
  }

  boolean crashed() {
    return !ended
        || exit < 0
        || exit > 3
        || complaint.contains("Exception")
        || complaint.contains("OutOfMemory")
        || complaint.contains("\tat ");
  }

  /// The first characters of standard error on one line, with control characters made visible.
  String startOfComplaint(int length) {
    var line = new StringBuilder();
    complaint
        .codePoints()
        .limit(length)
        .map(c -> c < ' ' || c == 0x7F ? '·' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  private static String startOf(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(COMPLAINT_BYTES), StandardCharsets.UTF_8);
    }
  }
}
