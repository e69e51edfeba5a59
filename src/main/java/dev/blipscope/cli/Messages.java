package dev.blipscope.cli;

import dev.blipscope.inspect.Placeholders;
import dev.blipscope.json.Plain;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// The command line's own words, in one language.
final class Messages {

  private static final String BUNDLE = "dev.blipscope.cli.messages";

  private final ResourceBundle bundle;

  private Messages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// English, unless the language is Portuguese.
  static Messages in(Locale locale) {
    return new Messages(
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /// One message, its placeholders filled with words that are safe to look at.
  String text(String key, Object... words) {
    return Placeholders.filled(
        bundle.getString(key),
        Arrays.stream(words).map(word -> Plain.text(word.toString())).toList());
  }
}
