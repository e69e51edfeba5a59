package dev.blipscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The drawing of the rooms shows what the code is.
@AnalyzeClasses(packages = "dev.blipscope", importOptions = DoNotIncludeTests.class)
class DrawingTest {

  private static final List<String> TEXTS = List.of("README.md", "src/docs/README.pt-BR.md");
  private static final String ROOT = "dev.blipscope.";
  private static final Pattern DRAWING =
      Pattern.compile("^```mermaid\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ROOM = Pattern.compile("^ +(\\w+)\\[\"(\\w+): ", Pattern.MULTILINE);
  private static final Pattern ARROW = Pattern.compile("^ +(\\w+) --> (\\w+)$", Pattern.MULTILINE);

  private static String drawing(String text) throws IOException {
    var found = DRAWING.matcher(Files.readString(Path.of(text))).results().toList();
    assertEquals(1, found.size(), "one drawing in " + text);
    return found.getFirst().group(1);
  }

  /// Which room knows which, in the code.
  private static Map<String, Set<String>> known(JavaClasses classes) {
    var known = new TreeMap<String, Set<String>>();
    for (var type : classes) {
      var others = known.computeIfAbsent(room(type.getPackageName()), _ -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(other -> other.getBaseComponentType().getPackageName())
          .filter(name -> name.startsWith(ROOT))
          .forEach(name -> others.add(room(name)));
    }
    known.forEach((room, others) -> others.remove(room));
    return known;
  }

  private static String room(String name) {
    String inside = name.substring(ROOT.length());
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }

  /// An arrow that a way over other rooms makes needless is not drawn.
  private static Set<String> arrows(Map<String, Set<String>> known) {
    var arrows = new TreeSet<String>();
    known.forEach(
        (room, others) ->
            others.stream()
                .filter(other -> others.stream().noneMatch(via -> leads(known, via, other)))
                .forEach(other -> arrows.add(room + " --> " + other)));
    return arrows;
  }

  private static boolean leads(Map<String, Set<String>> known, String from, String to) {
    return known.getOrDefault(from, Set.of()).stream()
        .anyMatch(next -> next.equals(to) || leads(known, next, to));
  }

  @ArchTest
  static void every_arrow_is_in_the_code_and_everything_in_the_code_has_its_arrow(
      JavaClasses classes) throws IOException {
    for (String text : TEXTS) {
      var drawn =
          ARROW
              .matcher(drawing(text))
              .results()
              .map(found -> found.group(1) + " --> " + found.group(2))
              .collect(Collectors.toCollection(TreeSet::new));

      assertEquals(String.join("\n", arrows(known(classes))), String.join("\n", drawn), text);
    }
  }

  @ArchTest
  static void every_room_is_drawn_under_its_name(JavaClasses classes) throws IOException {
    for (String text : TEXTS) {
      var drawn = new TreeSet<String>();
      ROOM.matcher(drawing(text))
          .results()
          .forEach(
              found -> {
                assertEquals(found.group(1), found.group(2));
                drawn.add(found.group(1));
              });

      assertEquals(known(classes).keySet(), drawn, text);
    }
  }

  @Test
  void an_arrow_is_left_out_only_if_others_lead_there() {
    assertEquals(
        Set.of("a --> b", "b --> c"),
        arrows(Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of())));
  }
}
