package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/// Gives the tool the JSON test suite, and judges its answers by the first letter of each file.
record Corpora(Setup setup, Table table, Path suite) {

  private static final Set<String> BROKEN = Set.of("json.invalid", "json.limit");
  private static final String NO_OBJECT = "json.not-object";
  private static final String DUPLICATE = "json.duplicate-key";
  private static final int MOST_NAMED = 20;

  static boolean met(Setup setup, Path suite, Path naughty)
      throws IOException, InterruptedException {
    var table = new Table("Corpora: JSONTestSuite and naughty strings", setup.machine());
    var corpora = new Corpora(setup, table, suite);
    corpora.judge("y_", "y_: accepted");
    corpora.judge("n_", "n_: refused with line and column");
    corpora.judge("i_", "i_: answered without a crash");
    new NaughtyStrings(setup, table, naughty).judge();
    return table.met();
  }

  private void judge(String letter, String goal) throws IOException, InterruptedException {
    var files = files(letter);
    var faults = new TreeMap<String, String>();
    var answers = inspected(files, faults);
    for (Path file : files) {
      String name = file.getFileName().toString();
      String fault = fault(file, answers.getOrDefault(name, List.of()));
      if (!fault.isEmpty()) {
        faults.putIfAbsent(name, fault);
      }
    }
    table.goal(
        goal,
        faults.isEmpty(),
        "%d of %d files".formatted(files.size() - faults.size(), files.size()));
    faults.entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(entry -> table.line("    %s: %s".formatted(entry.getKey(), entry.getValue())));
    if (faults.size() > MOST_NAMED) {
      table.line("    and %d more".formatted(faults.size() - MOST_NAMED));
    }
  }

  private List<Path> files(String letter) throws IOException {
    if (!Files.isDirectory(suite)) {
      throw new Refusal("There is no folder %s with the JSON test suite.".formatted(suite));
    }
    try (var files = Files.list(suite)) {
      var found =
          files.filter(f -> f.getFileName().toString().startsWith(letter)).sorted().toList();
      if (found.isEmpty()) {
        throw new Refusal("The folder %s has no files %s*.".formatted(suite, letter));
      }
      return found;
    }
  }

  /// The answers by file name: all files in one process, or each in its own to find what crashes.
  private Map<String, List<Json>> inspected(List<Path> files, Map<String, String> faults)
      throws IOException, InterruptedException {
    var answers = new HashMap<String, List<Json>>();
    var all = inspect(files, answers);
    if (crashed(all)) {
      answers.clear();
      for (Path file : files) {
        var one = inspect(List.of(file), answers);
        if (crashed(one)) {
          faults.put(
              file.getFileName().toString(),
              "exit %d, %s".formatted(one.exit(), one.startOfComplaint(200)));
        }
      }
    }
    return answers;
  }

  private static boolean crashed(Run run) {
    return run.crashed() || run.exit() > 1;
  }

  private Run inspect(List<Path> files, Map<String, List<Json>> answers)
      throws IOException, InterruptedException {
    Path out = setup.temp().resolve("inspected.ndjson");
    var arguments = new ArrayList<>(List.of("inspect", "--json"));
    files.forEach(file -> arguments.add(file.toString()));
    var run = Run.into(out, setup, setup.blipscope(List.of(), arguments.toArray(String[]::new)));
    try (var values = Json.in(Files.newInputStream(out))) {
      for (var answer = values.next(); answer.isPresent(); answer = values.next()) {
        String source = answer.get().at("source").at("name").text();
        String name = source.substring(source.lastIndexOf('/') + 1);
        answers.computeIfAbsent(name, _ -> new ArrayList<>()).add(answer.get());
      }
    } catch (JacksonException broken) {
      table.goal("inspect --json writes JSON", false, broken.getOriginalMessage());
    }
    return run;
  }

  /// What is wrong with the answers to a file, or nothing.
  private static String fault(Path file, List<Json> answers) throws IOException {
    if (answers.isEmpty()) {
      return "no answer";
    }
    var findings =
        answers.stream().flatMap(answer -> answer.at("findings").items().stream()).toList();
    return switch (file.getFileName().toString().charAt(0)) {
      case 'y' -> faultOfValid(findings);
      case 'n' -> faultOfBroken(file, findings);
      default -> "";
    };
  }

  private static String faultOfValid(List<Json> findings) {
    return findings.stream()
        .filter(finding -> BROKEN.contains(finding.at("code").text()))
        .map(finding -> finding.at("code").text() + ": " + finding.at("message").text())
        .findFirst()
        .orElse("");
  }

  private static String faultOfBroken(Path file, List<Json> findings) throws IOException {
    var placed =
        findings.stream()
            .filter(f -> f.at("line").number() >= 1 && f.at("column").number() >= 1)
            .map(f -> f.at("code").text())
            .filter(code -> code.startsWith("json.") && !code.equals(DUPLICATE))
            .collect(Collectors.toSet());
    if (placed.isEmpty()) {
      return "no json.* finding with line and column";
    }
    // "No object" alone calls the text JSON; that is true only of whole values in a row.
    return placed.equals(Set.of(NO_OBJECT)) && !Json.isWhole(file) ? "only " + NO_OBJECT : "";
  }
}
