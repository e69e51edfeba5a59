package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Code;
import dev.blipscope.check.Given;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the README of the samples says about findings is so.
class SampleFindingsTest {

  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+\\.[a-z-]+)` \\|(.*)\\|");
  private static final Pattern CODE = Pattern.compile("`([a-z]+\\.[a-z-]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

  /// Near misses: the check that the name speaks of must stay silent.
  private static final Set<String> SILENT =
      Set.of(
          "message-dollar-without-template.json",
          "privacy-blip-address-is-no-email.json",
          "privacy-card-wrong-digits.json",
          "privacy-cpf-bare-digits-wrong.json",
          "privacy-time-is-no-card.json",
          "warehouse-cut-emoji.json",
          "warehouse-not-cut-at-512.json");

  private final Inspector inspector = new Inspector(Given.documented(), Target.SANDBOX, null);

  record Promise(String code, Path file) {}

  static Stream<Promise> promises() throws IOException {
    var promises = new ArrayList<Promise>();
    for (var line : Files.readAllLines(Samples.FOLDER.resolve("README.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        LINK.matcher(row.group(2))
            .results()
            .forEach(
                link ->
                    promises.add(new Promise(row.group(1), Samples.FOLDER.resolve(link.group(1)))));
      }
    }
    return promises.stream();
  }

  @Test
  void the_table_is_read() throws IOException {
    assertTrue(promises().count() > 40);
  }

  @Test
  void every_code_that_a_payload_can_have_is_in_the_table_or_named_below_it() throws IOException {
    var named =
        CODE.matcher(Files.readString(Samples.FOLDER.resolve("README.md")))
            .results()
            .map(code -> code.group(1))
            .collect(Collectors.toSet());
    var unnamed = new TreeSet<String>();
    for (var code : Code.values()) {
      if (!named.contains(code.written())) {
        unnamed.add(code.written());
      }
    }

    // A receiver's setting, and profiles of one's own, are no matter of samples.
    assertEquals(
        new TreeSet<>(
            Set.of(
                "kind.receiver",
                "segment.consent",
                "segment.id-type",
                "segment.not-string",
                "segment.timestamp")),
        unnamed);
  }

  @ParameterizedTest
  @MethodSource("promises")
  void the_finding_is_seen_where_the_table_says(Promise promise) {
    var found = codes(promise.file());

    assertTrue(found.contains(promise.code()), () -> found + " in " + promise.file());
  }

  static Stream<Path> findings() {
    return Samples.files().stream()
        .filter(file -> file.startsWith(Samples.FOLDER.resolve("findings")));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void a_finding_of_the_family_in_the_name_is_seen_unless_it_is_a_near_miss(Path file) {
    var name = name(file);
    var codes = codes(file);
    if (SILENT.contains(name)) {
      Predicate<String> isNamed = code -> name.startsWith(code.replace('.', '-'));
      assertEquals(List.of(), codes.stream().filter(isNamed).toList());
    } else {
      String family = name.substring(0, name.indexOf('-'));
      assertTrue(
          codes.stream().anyMatch(code -> code.startsWith(family + ".")),
          () -> codes + " in " + file);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private Set<String> codes(Path file) {
    return Samples.inspections(file, inspector)
        .flatMap(inspection -> inspection.findings().stream())
        .map(finding -> finding.code().written())
        .collect(Collectors.toSet());
  }
}
