package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures how long one payload takes as a whole process, beside the bare start of Java.
record Startup(Setup setup) {

  private static final String SAMPLES = "sample-payloads/seed";
  private static final double MOST_MILLIS = 400;

  static boolean met(Setup setup, int rounds) throws IOException, InterruptedException {
    return new Startup(setup).met(rounds);
  }

  private boolean met(int rounds) throws IOException, InterruptedException {
    Path sample = sample();
    var inspect = setup.blipscope(List.of(), "inspect", "--json", sample.toString());
    var java = List.of(Setup.java(), "-version");
    var title =
        "Start-up: inspect --json %s, %d rounds, Java without flags"
            .formatted(setup.project().relativize(sample), rounds);
    var table = new Table(title, setup.machine());
    var floors = new ArrayList<Run>();
    var inspections = new ArrayList<Run>();
    for (int round = 0; round < rounds; round++) {
      floors.add(Run.of(setup, java).expecting(0));
      inspections.add(Run.of(setup, inspect).expecting(0, 1));
    }
    table.heads();
    table.figures("java -version, wall ms", Spread.of(floors, Startup::wallMillis));
    table.figures("java -version, cpu ms", Spread.of(floors, Startup::cpuMillis));
    table.figures("inspect --json, cpu ms", Spread.of(inspections, Startup::cpuMillis));
    table.goal("inspect --json, wall ms", Spread.of(inspections, Startup::wallMillis), MOST_MILLIS);
    return table.met();
  }

  private static double wallMillis(Run run) {
    return run.wall() * 1000;
  }

  private static double cpuMillis(Run run) {
    return run.cpu() * 1000;
  }

  private Path sample() throws IOException {
    Path samples = setup.project().resolve(SAMPLES);
    if (Files.isDirectory(samples)) {
      try (var files = Files.walk(samples)) {
        var first =
            files
                .filter(f -> f.toString().endsWith(".json"))
                .filter(f -> !f.toString().endsWith(".expected.json"))
                .min(Path::compareTo);
        if (first.isPresent()) {
          return first.get();
        }
      }
    }
    throw new Refusal("There is no sample payload (*.json) in " + SAMPLES + ".");
  }
}
