package dev.blipscope.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Code;
import dev.blipscope.check.Given;
import dev.blipscope.mapping.ProfileReader;
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

    assertEquals(Set.of(), unnamed);
  }

  @Test
  void the_codes_that_are_left_to_profiles_of_ones_own_are_those_that_the_readme_names()
      throws IOException {
    String rules =
        """
        [{"to":"/type","value":"track","assumed":"t"},
        {"to":"/event","value":"","assumed":"t"},
        {"to":"/userId","value":5,"assumed":"t"},
        {"to":"/timestamp","value":"soon","assumed":"t"},
        {"to":"/context/consent","value":{"categoryPreferences":{"a":1}},"assumed":"t"},
        {"to":"/properties","value":[],"assumed":"t"}]
        """;
    String plan = "{\"rules\":" + rules + ",\"rest\":{\"drop\":true,\"assumed\":\"t\"}}";
    String file =
        "{\"name\":\"own\",\"message\":%1$s,\"event\":%1$s,\"contact\":%1$s}".formatted(plan);
    var read =
        assertInstanceOf(ProfileReader.Result.Read.class, ProfileReader.read(file.getBytes(UTF_8)));
    var own = new Inspector(read.profile(), Target.SANDBOX, null);

    var found =
        Samples.inspections(Samples.FOLDER.resolve("seed/event-custom-blip-chat.json"), own)
            .flatMap(inspection -> inspection.findings().stream())
            .map(finding -> finding.code().written())
            .filter(code -> code.startsWith("segment."))
            .collect(Collectors.toSet());

    assertEquals(
        Set.of("segment.event-name", "segment.not-object", "segment.consent", "segment.timestamp"),
        found);
    String readme = Files.readString(Samples.FOLDER.resolve("README.md"));
    assertTrue(
        readme.contains(
            "`segment.event-name`, `segment.not-object`, `segment.consent` and `segment.timestamp`:"
                + " only a profile of one's own"));
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
