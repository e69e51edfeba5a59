package dev.blipscope.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blipscope.blip.Detection;
import dev.blipscope.segment.Dispute;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Both languages say the same things.
class WordsTest {

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "dev.blipscope.share.texts",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void every_text_is_there_in_both_languages_with_the_same_placeholders() {
    var english = bundle(Locale.ENGLISH);
    var portuguese = bundle(Locale.of("pt", "BR"));

    assertEquals(new TreeSet<>(english.keySet()), own(portuguese));
    for (var key : english.keySet()) {
      assertEquals(
          english.getString(key).contains("{0}"), portuguese.getString(key).contains("{0}"), key);
      assertFalse(portuguese.getString(key).isBlank(), key);
    }
  }

  /// The keys that stand in the file itself; a bundle also has those of its parent.
  private static Set<String> own(ResourceBundle bundle) {
    try (var file =
        WordsTest.class.getResourceAsStream("/dev/blipscope/share/texts_pt.properties")) {
      var own = new java.util.Properties();
      own.load(new java.io.InputStreamReader(file, java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(Locale.of("pt"), bundle.getLocale());
      return new TreeSet<>(own.stringPropertyNames());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void every_word_of_the_engine_that_a_report_says_has_a_text() {
    var words = Words.in(Locale.ENGLISH);
    for (var rule : Detection.Rule.values()) {
      assertFalse(words.text("report.rule." + rule.word()).isEmpty());
    }
    for (var dispute : Dispute.values()) {
      assertFalse(words.text("dispute." + dispute.word()).isEmpty());
    }
    for (var kind : Private.values()) {
      assertFalse(words.text("mask." + kind.name()).isEmpty());
    }
  }
}
