import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// A program of the JDK or the system that is about to run.
///
/// @param words the program and its arguments
/// @param environment what is set for it
record Tool(List<String> words, Map<String, String> environment) {

  private static final int MOST_MINUTES = 30;

  /// A program of the JDK that runs this one.
  static Tool jdk(String name) {
    return of(Path.of(System.getProperty("java.home"), "bin", name).toString());
  }

  static Tool of(String program) {
    return new Tool(List.of(program), Map.of());
  }

  /// Whether the system has a program of this name.
  static boolean exists(String name) {
    return Arrays.stream(System.getenv("PATH").split(System.getProperty("path.separator")))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  Tool with(List<String> more) {
    var all = new ArrayList<>(words);
    all.addAll(more);
    return new Tool(all, environment);
  }

  Tool with(String... more) {
    return with(List.of(more));
  }

  Tool where(String variable, String value) {
    var all = new TreeMap<>(environment);
    all.put(variable, value);
    return new Tool(words, all);
  }

  /// Runs it to its end, with what it says shown.
  void run(Release release) throws IOException, InterruptedException {
    end(new ProcessBuilder(words).inheritIO(), release);
  }

  /// Runs it to its end, with what it writes in a file.
  void write(Path to, Release release) throws IOException, InterruptedException {
    end(
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(to.toFile()),
        release);
  }

  private void end(ProcessBuilder builder, Release release)
      throws IOException, InterruptedException {
    System.out.println(String.join(" ", words));
    builder.environment().put("SOURCE_DATE_EPOCH", release.epochSeconds());
    builder.environment().putAll(environment);
    var process = builder.start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(words.getFirst() + " does not end");
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(words.getFirst() + " ended with " + process.exitValue());
    }
  }
}
