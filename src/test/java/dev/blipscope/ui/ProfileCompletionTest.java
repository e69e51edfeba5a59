package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileCompletionTest {

  private static final List<String> POINTERS =
      List.of("/content", "/metadata", "/metadata/#stateName");

  @Test
  void behind_from_stand_facts_and_places_of_the_payloads() {
    var all = words("{\"to\": \"/a\", \"from\": \"|\"}");
    assertTrue(all.contains("$contact"), all.toString());
    assertTrue(all.containsAll(POINTERS), all.toString());
    assertFalse(all.contains("$messageId"), all.toString());
  }

  @Test
  void what_was_typed_comes_first() {
    assertEquals(
        List.of("/metadata", "/metadata/#stateName"), words("{\"from\": \"/meta|\", \"to\": 1}"));
    assertEquals(List.of("/metadata/#stateName"), words("{\"from\": [\"/x\", \"STATE|\"]}"));
    assertEquals(List.of("$text"), words("{\"from\": [{\"from\": \"$te|xt\"}]}"));
  }

  @Test
  void behind_to_stand_places_of_a_call() {
    assertEquals(
        List.of("/properties/#stateName", "/traits/#stateName", "/context/#stateName"),
        words("{\"to\": \"stateN|\"}"));
    assertTrue(words("{\"to\": \"|\"}").contains("/userId"));
  }

  @Test
  void nothing_is_offered_elsewhere() {
    for (String text :
        List.of(
            "{\"fr|om\": \"\"}",
            "{\"from\": |\"\"}",
            "{\"from\": \"\"|}",
            "{\"value\": \"|\"}",
            "{\"from\": {\"value\": \"|\"}}",
            "{\"from\": [\"/a\"], \"value\": \"|\"}",
            "|")) {
      assertEquals(Optional.empty(), at(text), text);
    }
  }

  @Test
  void a_string_without_its_end_ends_with_its_line() {
    var offered = at("{\"from\": \"/con|\n\"to\": \"/x\"}").orElseThrow();
    assertEquals(List.of("/content"), offered.words());
    assertEquals(10, offered.start());
    assertEquals(14, offered.end());
  }

  @Test
  void a_word_is_written_as_json_wants_it() {
    assertEquals("/a\\\"b\\\\c", ProfileCompletion.written("/a\"b\\c"));
  }

  private static List<String> words(String text) {
    return at(text).orElseThrow().words();
  }

  /// The caret stands at the bar.
  private static Optional<ProfileCompletion.Offered> at(String text) {
    int caret = text.indexOf('|');
    return ProfileCompletion.at(text.replace("|", ""), caret, POINTERS);
  }
}
