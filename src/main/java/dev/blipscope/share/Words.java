package dev.blipscope.share;

import java.util.Locale;
import java.util.ResourceBundle;

/// The words of copies and reports in the reader's language.
final class Words {

  private static final String BUNDLE = "dev.blipscope.share.texts";

  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// English, unless the language is Portuguese.
  static Words in(Locale locale) {
    return new Words(
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  String text(String key) {
    return bundle.getString(key);
  }

  String text(String key, String word) {
    return text(key).replace("{0}", word);
  }
}
