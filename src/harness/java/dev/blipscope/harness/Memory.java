package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures whether `map` needs more memory for ten times the payloads.
record Memory(Setup setup, Table table) {

  private static final long SEED = 1;
  private static final int ROUNDS = 3;
  private static final int TIMES = 10;
  private static final double MOST_GROWTH = 1.1;

  static boolean met(Setup setup, int count) throws IOException, InterruptedException {
    var title =
        "Memory: peak RSS of map on %,d and %,d payloads, %d rounds, Java without flags"
            .formatted(count, TIMES * count, ROUNDS);
    var table = new Table(title, setup.machine());
    table.heads();
    new Memory(setup, table).compare(count);
    return table.met();
  }

  private void compare(int count) throws IOException, InterruptedException {
    Path few = setup.temp().resolve("few");
    Path many = setup.temp().resolve("many");
    PayloadGenerator.write(count, SEED, few);
    PayloadGenerator.write((long) TIMES * count, SEED, many);
    compare("NDJSON", few, many);

    Path fewInArray = asArray(few);
    Path manyInArray = asArray(many);
    compare("array", fewInArray, manyInArray);
    Files.delete(manyInArray);
  }

  private void compare(String form, Path few, Path many) throws IOException, InterruptedException {
    var small = new ArrayList<Run>();
    var large = new ArrayList<Run>();
    for (int round = 0; round < ROUNDS; round++) {
      small.add(map(few));
      large.add(map(many));
    }
    table.figures(form + ", few payloads, MB", Spread.of(small, Run::megabytes));
    table.figures(form + ", many payloads, MB", Spread.of(large, Run::megabytes));
    table.goal(form + ", many / few", Spread.ofRatios(large, small, Run::megabytes), MOST_GROWTH);
  }

  private Run map(Path file) throws IOException, InterruptedException {
    return Run.of(setup, setup.blipscope(List.of(), "map", file.toString())).expecting(0, 1);
  }

  /// The same payloads in one JSON array; takes the place of the file of lines.
  private static Path asArray(Path lines) throws IOException {
    Path array = lines.resolveSibling(lines.getFileName() + ".json");
    try (var in = Files.newBufferedReader(lines);
        var out = Files.newBufferedWriter(array)) {
      String before = "[";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.append(before).append(line);
        before = ",\n";
      }
      out.append("]\n");
    }
    Files.delete(lines);
    return array;
  }
}
