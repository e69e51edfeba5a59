package dev.blipscope.harness;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the project and a folder for temporary files are, and the commands to be measured.
record Setup(Path project, Path temp) {

  private static final String MEASURE = "dev.blipscope.harness.Measure";
  private static final String TOKEN_SCAN = "dev.blipscope.harness.TokenScan";

  /// Heap for all Java candidates of the throughput figures, so that flags make no difference.
  static final String SMALL_HEAP = "-Xmx128m";

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// The packaged tool, with flags for Java before and arguments for the tool after it.
  List<String> blipscope(List<String> flags, String... arguments) {
    Path jar = project.resolve("target/blipscope.jar");
    if (Files.notExists(jar)) {
      throw new Refusal("target/blipscope.jar is missing: run ./mvnw package first.");
    }
    var command = new ArrayList<>(List.of(java()));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// A program of the harness that opens a window, which needs no display.
  ///
  /// @param program its class
  List<String> window(String program, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                java(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djavafx.animation.fullspeed=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program));
    command.addAll(List.of(arguments));
    return command;
  }

  List<String> tokenScan(Path file) {
    return List.of(java(), SMALL_HEAP, "-cp", classesAndJackson(), TOKEN_SCAN, file.toString());
  }

  List<String> node(Path file) {
    return List.of("node", project.resolve("src/harness/node/map.mjs").toString(), file.toString());
  }

  List<String> launcher() {
    return List.of(
        java(),
        "-Xmx16m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath().findFirst().orElseThrow(),
        MEASURE);
  }

  /// What a reader must know to judge a figure: the machine, how busy it is, and the versions.
  String machine() throws IOException, InterruptedException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return "%d cores, load %.1f, Java %s, Node %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            system.getSystemLoadAverage(),
            Runtime.version(),
            nodeVersion());
  }

  private static String nodeVersion() throws IOException, InterruptedException {
    try {
      var node = new ProcessBuilder("node", "--version").start();
      String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      node.waitFor();
      return version.strip();
    } catch (IOException missing) {
      return "not found";
    }
  }

  private static String classesAndJackson() {
    return String.join(
        File.pathSeparator,
        classPath().filter(e -> !e.endsWith(".jar") || e.contains("jackson-core-")).toList());
  }

  private static Stream<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }
}
