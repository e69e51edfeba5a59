package dev.blipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Pattern WORD = Pattern.compile("\\{\\d}");

  @Test
  void both_languages_say_the_same_with_the_same_words() throws IOException {
    var english = texts("texts.properties");
    var portuguese = texts("texts_pt.properties");

    assertEquals(english.stringPropertyNames(), portuguese.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertEquals(words(english, key), words(portuguese, key), key);
      assertFalse(portuguese.getProperty(key).isBlank(), key);
    }
  }

  @Test
  void each_sign_of_the_margin_can_be_told() {
    for (var sign : Sign.values()) {
      assertTrue(new Texts().of(sign, "x").length() > 10, sign.name());
    }
  }

  private static Set<String> words(Properties texts, String key) {
    return new TreeSet<>(
        WORD.matcher(texts.getProperty(key)).results().map(found -> found.group()).toList());
  }

  private static Properties texts(String file) throws IOException {
    var texts = new Properties();
    try (var in = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(TextsTest.class.getResourceAsStream(file), file);
  }
}
