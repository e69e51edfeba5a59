package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/// Measures the packaged tool against its goals; `run` starts it.
public final class Harness {

  private static final int MILLION = 1_000_000;

  private final Setup setup;
  private final List<String> arguments;

  private Harness(Setup setup, List<String> arguments) {
    this.setup = setup;
    this.arguments = arguments;
  }

  /// Takes the project's folder, a temporary folder, and the subcommand with its arguments.
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    var setup = new Setup(Path.of(args[0]), Path.of(args[1]));
    var harness = new Harness(setup, List.of(args).subList(3, args.length));
    System.exit(harness.exitCode(args[2]));
  }

  private int exitCode(String subcommand) {
    try {
      return met(subcommand) ? 0 : 1;
    } catch (Refusal reason) {
      System.err.println(reason.getMessage());
      return 3;
    } catch (IOException reason) {
      System.err.println("Could not read or write: " + reason.getMessage());
      return 3;
    } catch (JacksonException reason) {
      System.err.println("The tool wrote something that is not JSON: " + reason.getMessage());
      return 1;
    } catch (NumberFormatException wrong) {
      System.err.println("Expected whole numbers; found: " + String.join(" ", arguments));
      return 2;
    } catch (InterruptedException stopped) {
      System.err.println("Stopped.");
      return 3;
    }
  }

  private boolean met(String subcommand) throws IOException, InterruptedException {
    return switch (subcommand) {
      case "throughput" -> Throughput.met(setup, number(0, MILLION), number(1, 5));
      case "memory" -> Memory.met(setup, number(0, MILLION / 10));
      case "startup" -> Startup.met(setup, number(0, 20));
      case "typing" -> Typing.met(setup, number(0, 900));
      case "bombs" -> Bombs.met(setup);
      case "corpora" ->
          Corpora.met(
              setup,
              path(0, "../shared/testdata/jsontestsuite/test_parsing"),
              path(1, "../shared/testdata/naughty-strings/blns.json"));
      case "sending" -> Sending.met(setup, number(0, MILLION / 5));
      case "storm" -> Storm.met(setup, number(0, MILLION / 100), number(1, 1));
      case "keys" -> Keys.met(setup);
      case "silence" -> Silence.met(setup);
      case "hotexit" -> HotExit.met(setup, number(0, 50), number(1, 1));
      case "all" -> allMet();
      default -> throw new Refusal("There is no subcommand " + subcommand + ".");
    };
  }

  private boolean allMet() {
    var withoutArguments = new Harness(setup, List.of());
    boolean met = true;
    for (String each : List.of("startup", "typing", "corpora", "bombs", "memory", "throughput")) {
      met &= withoutArguments.exitCode(each) == 0;
    }
    return met;
  }

  private int number(int index, int otherwise) {
    return index < arguments.size() ? Integer.parseInt(arguments.get(index)) : otherwise;
  }

  private Path path(int index, String otherwise) {
    return index < arguments.size()
        ? Path.of(arguments.get(index)).toAbsolutePath()
        : setup.project().resolve(otherwise).normalize();
  }
}
