package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measures how long a key takes in the editor, in the middle of a big payload.
record Typing(Setup setup) {

  private static final int MEGABYTES = 10;
  private static final double MOST_MILLIS = 16;

  static boolean met(Setup setup, int keys) throws IOException, InterruptedException {
    return new Typing(setup).met(keys);
  }

  private boolean met(int keys) throws IOException, InterruptedException {
    var table =
        new Table(
            "Typing: %d keys in the middle of %d MB, window 960 x 640 without a screen"
                .formatted(keys, MEGABYTES),
            setup.machine());
    Path out = setup.temp().resolve("keys");
    var drawn = new ArrayList<Double>();
    var coloured = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    String play = "dev.blipscope.harness.Keystrokes";
    Run.into(out, setup, setup.window(play, MEGABYTES + "", keys + "")).expecting(0);
    for (String line : Files.readAllLines(out)) {
      String[] words = line.split(" ");
      if (words[0].equals("key")) {
        drawn.add(Long.parseLong(words[1]) / 1e6);
        coloured.add(Long.parseLong(words[2]) / 1e6);
        cpu.add(Long.parseLong(words[3]) / 1e6);
      } else {
        table.line("text on the screen after %.0f ms".formatted(Long.parseLong(words[1]) / 1e6));
      }
    }
    table.heads();
    table.figures("key to drawn frame, wall ms", Spread.of(drawn, each -> each));
    table.figures("key to its colours, wall ms", Spread.of(coloured, each -> each));
    table.figures("both frames, cpu ms of the thread", Spread.of(cpu, each -> each));
    table.line("p95 of colours: %.2f ms, of cpu: %.2f ms".formatted(p95(coloured), p95(cpu)));
    table.goal(
        "p95 of drawn at most %.0f ms".formatted(MOST_MILLIS),
        p95(drawn) <= MOST_MILLIS,
        "%.2f ms".formatted(p95(drawn)));
    return table.met();
  }

  private static double p95(List<Double> figures) {
    Collections.sort(figures);
    return figures.get(figures.size() * 95 / 100);
  }
}
