package dev.blipscope.cli;

import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Difference;
import dev.blipscope.json.Plain;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blipscope verify`: whether payloads still become what the files beside them say.
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

  static final String EXPECTED = ".expected.json";
  private static final int MOST_SHOWN = 20;

  @Option(names = "--accept", descriptionKey = "accept")
  private boolean accept;

  @Parameters(paramLabel = "DIRS|FILES", arity = "1..*", descriptionKey = "samples")
  private List<String> names = new ArrayList<>();

  private final Shell shell;
  private final PrintStream out;
  private final Style style;
  private final Profile documented = Profiles.usual();
  private final Profile idiomatic = Profiles.named("idiomatic").orElseThrow();

  /// The sample that each expectation belongs to.
  private final Map<Path, Path> owners = new HashMap<>();

  private int same;
  private int different;
  private int accepted;
  private boolean failed;

  VerifyCommand(Shell shell) {
    this.shell = shell;
    this.out = new PrintStream(shell.out(), false, StandardCharsets.UTF_8);
    this.style = new Style(shell.coloured());
  }

  @Override
  public Integer call() throws IOException {
    for (String name : names) {
      var path = FileName.path(name).orElse(null);
      if (path == null || !Files.exists(path)) {
        shell.complain("unreadable.MISSING", name);
        failed = true;
      } else {
        for (var sample : samples(path)) {
          verify(sample);
        }
      }
    }
    out.println(
        accept
            ? shell.message("verify.accepted", accepted, same)
            : shell.message("verify.summary", same, different));
    out.flush();
    if (out.checkError()) {
      shell.complainOfOutput();
      return ExitCode.CANNOT_READ_OR_WRITE;
    }
    if (!failed && same + different + accepted == 0) {
      shell.complain("verify.none");
      return ExitCode.CANNOT_READ_OR_WRITE;
    }
    if (failed) {
      return ExitCode.CANNOT_READ_OR_WRITE;
    }
    return different > 0 ? ExitCode.SOME_ERRORS : ExitCode.FINE;
  }

  private List<Path> samples(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      var all = files.filter(Files::isRegularFile).sorted().toList();
      var samples = all.stream().filter(VerifyCommand::isSample).toList();
      reportOrphans(all, samples);
      return samples;
    }
  }

  private static boolean isSample(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(EXPECTED) && !name.endsWith(".md") && !name.startsWith(".");
  }

  /// An expectation whose payload is gone would be believed for ever.
  private void reportOrphans(List<Path> all, List<Path> samples) {
    Set<Path> wanted = new HashSet<>();
    samples.forEach(sample -> wanted.add(expectedFile(sample)));
    for (var file : all) {
      if (file.getFileName().toString().endsWith(EXPECTED) && !wanted.contains(file)) {
        different++;
        out.println(
            style.strong(Plain.text(file.toString())) + "  " + shell.message("verify.orphan"));
      }
    }
  }

  /// `a.json`, `a.ndjson` and `a.json.gz` each have `a.expected.json` beside them.
  static Path expectedFile(Path sample) {
    String name = sample.getFileName().toString();
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - ".gz".length());
    }
    int dot = name.lastIndexOf('.');
    return sample.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + EXPECTED);
  }

  private void verify(Path sample) throws IOException {
    var file = expectedFile(sample);
    var owner = owners.putIfAbsent(file, sample);
    if (owner != null && !owner.equals(sample)) {
      different++;
      out.println(
          style.strong(Plain.text(sample.toString()))
              + "  "
              + shell.message("verify.clash", owner, file));
      return;
    }
    String actual = actual(sample);
    String expected = Files.exists(file) ? Files.readString(file) : "";
    if (expected.equals(actual)) {
      same++;
    } else if (accept) {
      accepted++;
      Files.writeString(file, actual);
    } else {
      var differences = Difference.between(expected, actual);
      if (differences.isEmpty()) {
        same++;
      } else {
        different++;
        show(sample, expected, differences);
      }
    }
  }

  private void show(Path sample, String expected, List<Difference> differences) {
    out.println(style.strong(Plain.text(sample.toString())));
    if (expected.isEmpty()) {
      out.println("  " + shell.message("verify.missing", expectedFile(sample)));
      return;
    }
    for (var difference : differences.subList(0, Math.min(MOST_SHOWN, differences.size()))) {
      out.println("  " + Plain.text(difference.at()));
      if (difference.expected() != null) {
        out.println(style.in("31", "    - " + Plain.brief(difference.expected())));
      }
      if (difference.actual() != null) {
        out.println(style.in("32", "    + " + Plain.brief(difference.actual())));
      }
    }
    if (differences.size() > MOST_SHOWN) {
      out.println("  " + shell.message("verify.more", differences.size() - MOST_SHOWN));
    }
  }

  private String actual(Path sample) throws IOException {
    var byOne = inspections(sample, documented);
    var byOther = inspections(sample, idiomatic);
    var expectation = new Expectation();
    for (int i = 0; i < byOne.size(); i++) {
      expectation.add(byOne.get(i), byOther.get(i));
    }
    return expectation.text();
  }

  private List<Inspection> inspections(Path sample, Profile profile) throws IOException {
    var inspections = new ArrayList<Inspection>();
    int code =
        new Reading(shell, new Inspector(profile, Target.SANDBOX, null))
            .each(List.of(sample.toString()), (_, inspection) -> inspections.add(inspection));
    failed |= code == ExitCode.CANNOT_READ_OR_WRITE;
    return inspections;
  }
}
