package dev.blipscope.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Measures `map` on a big file beside a bare token scan, the Node script, and itself on two
// threads.
record Throughput(Setup setup, Path payloads, int rounds) {

  private static final long SEED = 1;
  private static final double MOST_OF_TOKEN_SCAN = 2.0;
  private static final double MOST_OF_NODE = 0.33;
  private static final double MOST_OF_ONE_THREAD = 0.75;

  static boolean met(Setup setup, int count, int rounds) throws IOException, InterruptedException {
    Path payloads = setup.temp().resolve("payloads.ndjson");
    PayloadGenerator.write(count, SEED, payloads);
    try {
      return new Throughput(setup, payloads, rounds).met(count);
    } finally {
      Files.delete(payloads);
    }
  }

  private boolean met(int count) throws IOException, InterruptedException {
    var table =
        new Table(
            "Throughput: %,d payloads, %.0f MB (SHA-256 begins %s), %d rounds, Java with %s"
                .formatted(
                    count,
                    Files.size(payloads) / 1e6,
                    fingerprint(Files.newInputStream(payloads)).substring(0, 8),
                    rounds,
                    Setup.SMALL_HEAP),
            setup.machine());
    var scans = new ArrayList<Run>();
    var singles = new ArrayList<Run>();
    var nodes = new ArrayList<Run>();
    var doubles = new ArrayList<Run>();
    for (int round = 0; round < rounds; round++) {
      scans.add(Run.of(setup, setup.tokenScan(payloads)).expecting(0));
      singles.add(Run.of(setup, map(1)).expecting(0, 1));
      nodes.add(Run.of(setup, setup.node(payloads)).expecting(0));
      doubles.add(Run.of(setup, map(2)).expecting(0, 1));
    }
    table.heads();
    figures(table, "token scan", scans);
    figures(table, "map", singles);
    figures(table, "Node script", nodes);
    figures(table, "map --threads 2", doubles);
    table.goal("map / token scan, cpu", cpu(singles, scans), MOST_OF_TOKEN_SCAN);
    table.goal("map / Node script, cpu", cpu(singles, nodes), MOST_OF_NODE);
    table.goal("2 threads / 1 thread, wall", wall(doubles, singles), MOST_OF_ONE_THREAD);
    sameBytes(table);
    SameCalls.check(setup, table, SEED);
    return table.met();
  }

  private static void figures(Table table, String name, List<Run> runs) {
    table.figures(name + ", cpu s", Spread.of(runs, Run::cpu));
    table.figures(name + ", wall s", Spread.of(runs, Run::wall));
    table.figures(name + ", peak RSS MB", Spread.of(runs, Run::megabytes));
  }

  private static Spread cpu(List<Run> above, List<Run> below) {
    return Spread.ofRatios(above, below, Run::cpu);
  }

  private static Spread wall(List<Run> above, List<Run> below) {
    return Spread.ofRatios(above, below, Run::wall);
  }

  private void sameBytes(Table table) throws IOException, InterruptedException {
    String one = fingerprintOfOutput(map(1));
    String two = fingerprintOfOutput(map(2));
    table.goal("2 threads write the same bytes to stdout", one.equals(two), "SHA-256 " + two);

    Path out = setup.temp().resolve("calls.ndjson");
    Run.of(setup, map(2, "-o", out.toString())).expecting(0, 1);
    String file = fingerprint(Files.newInputStream(out));
    Files.delete(out);
    table.goal("2 threads write the same bytes with -o", one.equals(file), "SHA-256 " + file);
  }

  private List<String> map(int threads, String... more) {
    var arguments = new ArrayList<>(List.of("map", "--threads", Integer.toString(threads)));
    arguments.addAll(List.of(more));
    arguments.add(payloads.toString());
    return setup.blipscope(List.of(Setup.SMALL_HEAP), arguments.toArray(String[]::new));
  }

  private static String fingerprintOfOutput(List<String> command)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String fingerprint = fingerprint(process.getInputStream());
    process.waitFor();
    return fingerprint;
  }

  private static String fingerprint(InputStream bytes) throws IOException {
    try (bytes) {
      var digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
