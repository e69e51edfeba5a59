package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Words ENGLISH = Words.in(Locale.ENGLISH);
  private static final Words PORTUGUESE = Words.in(Locale.of("pt", "BR"));
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}");
  private static final Pattern USED = Pattern.compile("\"%([^\"]+)\"");

  @Test
  void both_languages_say_the_same_things() {
    assertEquals(keys(ENGLISH), keys(PORTUGUESE));
    assertFalse(keys(ENGLISH).isEmpty());
  }

  @Test
  void both_languages_name_the_same_words_in_a_sentence() {
    for (String key : keys(ENGLISH)) {
      assertEquals(placeholders(ENGLISH, key), placeholders(PORTUGUESE, key), key);
    }
  }

  @Test
  void no_text_is_said_twice_in_a_file() throws IOException {
    for (String file : List.of("texts.properties", "texts_pt.properties")) {
      var seen = new HashSet<String>();
      for (String line : Files.readAllLines(resources().resolve(file))) {
        if (!line.startsWith("#") && !line.startsWith(" ") && line.contains("=")) {
          String key = line.substring(0, line.indexOf('=')).strip();
          assertTrue(seen.add(key), file + " says twice: " + key);
        }
      }
    }
  }

  @Test
  void every_text_of_a_view_is_there() throws IOException {
    for (var view : Stream.of(View.values()).map(View::file).toList()) {
      try (var in = view.openStream()) {
        var all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        USED.matcher(all)
            .results()
            .map(found -> found.group(1))
            .forEach(key -> assertTrue(ENGLISH.has(key), view + ": " + key));
      }
    }
  }

  @Test
  void every_command_menu_and_folder_of_samples_has_a_name() {
    var wanted = new TreeSet<String>();
    Stream.of(Command.values()).map(Command::key).forEach(wanted::add);
    Stream.of(Place.values()).map(Place::key).forEach(wanted::add);
    Samples.byFolder().keySet().forEach(folder -> wanted.add("samples." + folder));
    wanted.removeAll(keys(ENGLISH));
    assertEquals(Set.of(), wanted);
  }

  @Test
  void a_letter_chooses_one_item_of_a_menu_only() {
    for (var words : List.of(ENGLISH, PORTUGUESE)) {
      var taken = new HashMap<String, String>();
      for (var entry : items(words)) {
        int at = entry.getValue().indexOf('_');
        assertTrue(at >= 0, entry + " has no letter");
        String letter = entry.getValue().substring(at + 1, at + 2).toLowerCase(Locale.ROOT);
        String other = taken.put(entry.getKey() + " " + letter, entry.getValue());
        assertEquals(null, other, entry.toString());
      }
    }
  }

  /// The items of each menu, as menu and text.
  private static List<Map.Entry<String, String>> items(Words words) {
    var all = new ArrayList<Map.Entry<String, String>>();
    for (var command : Command.values()) {
      all.add(Map.entry(command.place().name(), words.text(command.key())));
    }
    for (var place : Place.values()) {
      var parent = place.parent();
      all.add(Map.entry(parent == null ? "BAR" : parent.name(), words.text(place.key())));
    }
    return all;
  }

  private static Path resources() {
    return Path.of("src", "main", "resources", "dev", "blipscope", "ui");
  }

  private static Set<String> keys(Words words) {
    return new TreeSet<>(Collections.list(words.keys()));
  }

  private static Set<String> placeholders(Words words, String key) {
    return PLACEHOLDER
        .matcher(words.bundle().getString(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
