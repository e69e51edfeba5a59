package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What packaging is told must fit to the project, although no test packs.
class PackageTest {

  private static final Pattern OURS = Pattern.compile("(src/package/\\S+)");

  private static final Pattern COMMA = Pattern.compile(",");

  private static List<String> modules() throws IOException {
    return Files.readAllLines(Path.of("jpackage.cfg")).stream()
        .filter(line -> line.startsWith("--add-modules "))
        .flatMap(line -> COMMA.splitAsStream(line.substring("--add-modules ".length())))
        .toList();
  }

  @Test
  void the_runtime_has_each_module_that_our_classes_name() throws IOException {
    var said = new ByteArrayOutputStream();
    var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();

    jdeps.run(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        System.err,
        "--multi-release=25",
        "--ignore-missing-deps",
        "--list-deps",
        Path.of("target/classes").toString());

    var named = new TreeSet<String>();
    for (var line : said.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList()) {
      String module = line.replaceFirst("/.*", "");
      if (module.matches("(java|jdk)\\..*") && !module.equals("java.base")) {
        named.add(module);
      }
    }
    assertTrue(named.contains("jdk.httpserver"), named.toString());
    named.removeAll(modules());
    assertEquals(new TreeSet<String>(), named);
  }

  @Test
  void what_jdeps_cannot_see_is_not_forgotten() throws IOException {
    // Without the first two analytics-java calls a success a failure; the third has our languages.
    assertTrue(
        modules().containsAll(List.of("jdk.unsupported", "java.logging", "jdk.localedata")),
        modules().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "windows", "macos"})
  void each_system_has_its_arguments_and_they_name_files_that_exist(String system)
      throws IOException {
    for (String part : List.of("image.cfg", "installer.cfg")) {
      var cfg = Path.of("src/package", system, part);
      String text = Files.readString(cfg);
      assertTrue(text.contains("\n--name "), cfg + " gives no name");
      for (var named : OURS.matcher(text).results().toList()) {
        assertTrue(Files.exists(Path.of(named.group())), cfg + " names " + named.group());
      }
    }
  }

  @Test
  void each_desktop_gives_us_our_reports_and_nothing_of_others() throws IOException {
    var linux = Path.of("src/package/linux/root/usr/share");
    String menu = Files.readString(linux.resolve("applications/blipscope.desktop"));
    String types = Files.readString(linux.resolve("mime/packages/blipscope.xml"));
    String windows = Files.readString(Path.of("src/package/windows/report.properties"));

    assertTrue(menu.contains("\nExec=/opt/blipscope/bin/blipscope open %F\n"), menu);
    assertTrue(menu.contains("\nMimeType=application/x-blipscope-report;\n"), menu);
    assertTrue(types.contains("<mime-type type=\"application/x-blipscope-report\">"), types);
    assertTrue(types.contains("<glob pattern=\"*.blipscope\"/>"), types);
    assertTrue(windows.contains("mime-type=application/x-blipscope-report\n"), windows);
    assertTrue(windows.contains("extension=blipscope\n"), windows);
    assertTrue(Opener.isOurs("report.blipscope"));
  }

  @Test
  void the_list_of_licences_names_each_library_of_the_build_file() throws IOException {
    String list =
        Files.readString(Path.of("src/main/resources/dev/blipscope/about/third-party.txt"));
    String pom = Files.readString(Path.of("pom.xml")).replaceAll("(?s)<!--.*?-->", "");
    String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
    var libraries =
        Pattern.compile("(?s)<dependency>(.*?)</dependency>")
            .matcher(own)
            .results()
            .map(one -> one.group(1))
            .filter(one -> !one.contains("<scope>test</scope>"))
            .map(one -> one.replaceAll("(?s)<exclusions>.*", ""))
            .map(one -> one.replaceAll("(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
            .toList();

    assertTrue(libraries.contains("picocli"), libraries.toString());
    for (String library : libraries) {
      assertTrue(list.contains(":" + library + " "), library + " is missing in the list");
    }
  }
}
