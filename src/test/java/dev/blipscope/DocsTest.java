package dev.blipscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is written for people leads to where it says, and says the same in both languages.
class DocsTest {

  private static final Path README = Path.of("README.md");
  private static final Path IN_PORTUGUESE = Path.of("src/docs/README.pt-BR.md");
  private static final Path PICTURES = Path.of("src/docs/pictures");

  private static final Pattern LINK = Pattern.compile("(!?)\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("^```(\\w*)\n(.*?)^```$", Flags.BLOCK);
  private static final Pattern HEADING = Pattern.compile("^(#+) (.*)$", Pattern.MULTILINE);
  private static final Pattern ROW = Pattern.compile("^\\|.*\\|$", Pattern.MULTILINE);
  private static final Pattern POINT = Pattern.compile("^(?:- |\\*\\*\\d)", Pattern.MULTILINE);
  private static final Pattern COMMENT = Pattern.compile("\\s+# .*");
  private static final Pattern NAME = Pattern.compile("\"[^\"]*\"");

  private static final class Flags {
    static final int BLOCK = Pattern.MULTILINE | Pattern.DOTALL;
  }

  /// A link or a picture of a text.
  ///
  /// @param place the place within that file; empty for all of it
  private record Link(Path file, String place, boolean picture) {}

  private static List<Path> texts() throws IOException {
    try (var docs = Files.walk(Path.of("src/docs"))) {
      return Stream.concat(
              Stream.of(README, Path.of("src/harness/README.md")),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static String read(Path text) throws IOException {
    return Files.readString(text);
  }

  /// What is said outside of code.
  private static String prose(Path text) throws IOException {
    return CODE.matcher(read(text)).replaceAll("");
  }

  private static List<Link> links(Path text) throws IOException {
    var folder = Objects.requireNonNullElse(text.getParent(), Path.of(""));
    return LINK.matcher(prose(text))
        .results()
        .filter(found -> !found.group(2).contains("://"))
        .map(
            found -> {
              String[] parts = found.group(2).split("#", 2);
              return new Link(
                  parts[0].isEmpty() ? text : folder.resolve(parts[0]).normalize(),
                  parts.length == 1 ? "" : parts[1],
                  !found.group(1).isEmpty());
            })
        .toList();
  }

  private static Set<Path> pictures(Path text) throws IOException {
    return links(text).stream()
        .filter(Link::picture)
        .map(Link::file)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_link_and_every_picture_leads_somewhere() throws IOException {
    int seen = 0;
    for (var text : texts()) {
      for (var link : links(text)) {
        assertTrue(Files.exists(link.file()), () -> text + " leads to " + link.file());
        if (!link.place().isEmpty()) {
          assertTrue(places(link.file()).contains(link.place()), () -> text + " leads to " + link);
        }
        seen++;
      }
    }
    assertTrue(seen > 50, "the links were not found");
  }

  /// The headings of a text as links name them.
  private static Set<String> places(Path text) throws IOException {
    return HEADING
        .matcher(prose(text))
        .results()
        .map(found -> found.group(2).toLowerCase(java.util.Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void every_picture_is_shown_and_all_of_them_are_small() throws IOException {
    try (var there = Files.list(PICTURES)) {
      var all = there.collect(Collectors.toCollection(TreeSet::new));
      assertEquals(all, pictures(README));
      long bytes = 0;
      for (var picture : all) {
        bytes += Files.size(picture);
      }
      assertTrue(bytes < 2_500_000, "the pictures have " + bytes + " bytes");
    }
  }

  @Test
  void the_two_first_pages_lead_to_each_other() throws IOException {
    assertEquals(IN_PORTUGUESE, links(README).getFirst().file());
    assertEquals(README, links(IN_PORTUGUESE).getFirst().file());
  }

  @Test
  void portuguese_has_the_same_sections_steps_points_and_tables() throws IOException {
    assertEquals(levels(README), levels(IN_PORTUGUESE));
    for (var pattern : List.of(ROW, POINT)) {
      assertEquals(counts(README, pattern), counts(IN_PORTUGUESE, pattern), pattern::pattern);
    }
  }

  private static List<Integer> levels(Path text) throws IOException {
    return HEADING.matcher(prose(text)).results().map(found -> found.group(1).length()).toList();
  }

  /// How often something stands in each section.
  private static List<Long> counts(Path text, Pattern what) throws IOException {
    return Stream.of(HEADING.split(prose(text)))
        .map(section -> what.matcher(section).results().count())
        .toList();
  }

  @Test
  void portuguese_has_the_same_commands() throws IOException {
    var commands = commands(README);
    assertFalse(commands.isEmpty());
    assertEquals(commands, commands(IN_PORTUGUESE));
  }

  /// What is in the blocks of code, without comments and the names in a drawing.
  private static List<String> commands(Path text) throws IOException {
    return CODE.matcher(read(text))
        .results()
        .map(
            found ->
                found.group(1).equals("mermaid")
                    ? NAME.matcher(found.group(2)).replaceAll("")
                    : COMMENT.matcher(found.group(2)).replaceAll(""))
        .toList();
  }

  @Test
  void portuguese_shows_the_same_pictures_and_leads_to_the_same_pages() throws IOException {
    Predicate<Link> isOfLanguage =
        link -> link.file().equals(README) || link.file().equals(IN_PORTUGUESE);
    assertEquals(
        links(README).stream().filter(isOfLanguage.negate()).toList(),
        links(IN_PORTUGUESE).stream().filter(isOfLanguage.negate()).toList());
  }

  @Test
  void the_first_page_names_the_two_commands_that_the_build_service_runs() throws IOException {
    var lines = commands(README).stream().flatMap(String::lines).map(String::strip).toList();
    assertTrue(lines.contains("./mvnw javafx:run"), lines::toString);
    assertTrue(lines.contains("./mvnw verify"), lines::toString);
    assertTrue(
        Pattern.compile("^exec \\./mvnw .*verify", Pattern.MULTILINE)
            .matcher(read(Path.of(".ci/run")))
            .results()
            .map(MatchResult::group)
            .findAny()
            .isPresent());
  }
}
