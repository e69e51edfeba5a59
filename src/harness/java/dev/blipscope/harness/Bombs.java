package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Measures whether hostile input gets an answer or a refusal, soon and in little memory.
record Bombs(Setup setup, Table table, Path folder) {

  private static final double MOST_SECONDS = 2;
  private static final double MOST_MEGABYTES = 512;
  private static final int PATIENCE_SECONDS = 20;
  private static final int COMPLAINT_LENGTH = 100;
  private static final List<Integer> ANSWERS = List.of(0, 1, 3);

  static boolean met(Setup setup) throws IOException, InterruptedException {
    var table =
        new Table(
            "Bombs: at most %.0f s wall and %.0f MB peak RSS, Java without flags"
                .formatted(MOST_SECONDS, MOST_MEGABYTES),
            setup.machine());
    table.line(
        "%-34s %-8s %4s %7s %8s  %-7s %s"
            .formatted("", "", "exit", "wall s", "RSS MB", "", "stderr"));
    Path folder = Files.createDirectories(setup.temp().resolve("bombs"));
    new Bombs(setup, table, folder).explodeAll();
    return table.met();
  }

  private void explodeAll() throws IOException, InterruptedException {
    for (Bomb bomb : Bomb.ALL) {
      Path file = bomb.madeIn(folder);
      explode(bomb, "inspect", "inspect", "--json", file.toString());
      explode(bomb, "map", "map", file.toString());
      Files.delete(file);
    }
  }

  private void explode(Bomb bomb, String label, String... arguments)
      throws IOException, InterruptedException {
    Path nowhere = Path.of("/dev/null");
    var run = Run.within(PATIENCE_SECONDS, nowhere, setup, setup.blipscope(List.of(), arguments));
    boolean survived =
        run.ended()
            && ANSWERS.contains(run.exit())
            && !run.crashed()
            && run.wall() <= MOST_SECONDS
            && run.megabytes() <= MOST_MEGABYTES;
    table.line(
        "%-34s %-8s %4d %7.2f %8.0f  %-7s %s"
            .formatted(
                bomb.title(),
                label,
                run.exit(),
                run.wall(),
                run.megabytes(),
                table.verdict(survived),
                run.startOfComplaint(COMPLAINT_LENGTH)));
  }
}
