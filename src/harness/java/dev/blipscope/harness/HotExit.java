package dev.blipscope.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Kills the program with SIGKILL again and again and looks whether what was open is back.
record HotExit(Setup setup, int times, long seed) {

  private static final int PAYLOADS = 300;
  private static final int LEAST_MILLIS = 1_000;
  private static final int MORE_MILLIS = 500;

  static boolean met(Setup setup, int times, long seed) throws IOException, InterruptedException {
    return new HotExit(setup, times, seed).met();
  }

  private boolean met() throws IOException, InterruptedException {
    var table =
        new Table(
            "Hot exit: killed %d times, seed %d, 1.0 to 1.5 s after the last edit"
                .formatted(times, seed),
            setup.machine());
    Path folder = Files.createDirectories(setup.temp().resolve("hotexit"));
    PayloadGenerator.write(PAYLOADS, seed, folder.resolve("payloads.ndjson"));
    var dice = new Random(seed);
    int back = 0;
    for (int round = 0; round <= times; round++) {
      // The last round only looks whether the kill before it cost something.
      String said = round(folder, round, dice);
      if (round > 0 && said.equals("back")) {
        back++;
      } else if (round > 0) {
        table.line("round %d: %s; see %s".formatted(round, said, keep(folder, round)));
      }
    }
    table.goal("what was open is back", back == times, "%d of %d".formatted(back, times));
    var open = readable(folder.resolve("state"));
    table.goal("only the owner may read it", open.isEmpty(), String.join(", ", open));
    return table.met();
  }

  private String round(Path folder, int round, Random dice)
      throws IOException, InterruptedException {
    String play = "dev.blipscope.app.HotExitPlay";
    var command = setup.window(play, folder.toString(), "" + (seed + round));
    command.add(1, "-Duser.home=" + folder);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    var process = builder.start();
    String said = "nothing said";
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("ready")) {
          TimeUnit.MILLISECONDS.sleep(LEAST_MILLIS + dice.nextInt(MORE_MILLIS));
          break;
        }
        said = line;
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return said;
  }

  /// Puts aside what was expected and what was found.
  private Path keep(Path folder, int round) throws IOException {
    Path aside = Files.createTempDirectory("hotexit-" + round + "-");
    for (String name : List.of("wanted", "found")) {
      if (Files.exists(folder.resolve(name))) {
        Files.copy(folder.resolve(name), aside.resolve(name));
      }
    }
    return aside;
  }

  /// The files and folders that others may read, too.
  private static List<String> readable(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      var open = new ArrayList<String>();
      for (Path each : all.filter(one -> !one.equals(folder)).toList()) {
        String wanted = Files.isDirectory(each) ? "rwx------" : "rw-------";
        String found = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        if (!found.equals(wanted)) {
          open.add(each + " " + found);
        }
      }
      return open;
    }
  }
}
