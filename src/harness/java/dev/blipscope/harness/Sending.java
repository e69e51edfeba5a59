package dev.blipscope.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures how fast calls reach the sandbox, in turn with analytics-java as it comes.
record Sending(Setup setup, int count) {

  private static final int ROUNDS = 3;
  private static final double LEAST_TIMES = 5;

  static boolean met(Setup setup, int count) throws IOException, InterruptedException {
    var table =
        new Table(
            "Sending: %,d calls to the sandbox, %d rounds, ours with %s, pacing off"
                .formatted(count, ROUNDS, Setup.SMALL_HEAP),
            setup.machine());
    return new Sending(setup, count).met(table);
  }

  private boolean met(Table table) throws IOException, InterruptedException {
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    long kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      theirs.add(count / library());
      Path folder = Files.createTempDirectory(setup.temp(), "outbox");
      Path ledger = folder.resolve("ledger");
      try (var sandbox = new SandboxProcess(setup, "--ledger", ledger.toString())) {
        ours.add(count / played("postman", Setup.SMALL_HEAP, sandbox, folder.resolve("outbox")));
      }
      kept = Ledgers.keptIds(ledger).size();
      table.goal(
          "round %d: every call is in the ledger".formatted(round + 1),
          kept == count,
          "%,d".formatted(kept));
      table.line(
          "  ours %,.0f a second, analytics-java %,.0f, %.1f times"
              .formatted(ours.get(round), theirs.get(round), ours.get(round) / theirs.get(round)));
    }
    var ratios = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      ratios.add(ours.get(round) / theirs.get(round));
    }
    double median = ratios.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    table.goal(
        "times as fast as its defaults, median",
        median >= LEAST_TIMES,
        "%.1f, goal >= %.0f".formatted(median, LEAST_TIMES));
    return table.met();
  }

  /// With a ledger, too: the sandbox shall have the same work.
  private double library() throws IOException, InterruptedException {
    Path ledger = Files.createTempDirectory(setup.temp(), "library").resolve("ledger");
    try (var sandbox = new SandboxProcess(setup, "--ledger", ledger.toString())) {
      return played("library", "-Xmx1g", sandbox, setup.temp());
    }
  }

  private double played(String how, String heap, SandboxProcess sandbox, Path folder)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                List.of(
                    Setup.java(),
                    heap,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.blipscope.harness.SendingPlay",
                    how,
                    Integer.toString(count),
                    sandbox.address(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IOException("the sender failed");
      }
      return Double.parseDouble(line);
    }
  }
}
