package dev.blipscope.ui.control;

import java.util.Locale;
import java.util.ResourceBundle;

/// What the controls say, in the reader's language, which may change at any time.
final class Texts {

  private static final String BUNDLE = "dev.blipscope.ui.control.texts";

  private ResourceBundle bundle = bundle(Locale.getDefault());

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  void in(Locale locale) {
    bundle = bundle(locale);
  }

  String of(String key, Object... words) {
    String text = bundle.getString(key);
    for (int i = 0; i < words.length; i++) {
      text = text.replace("{" + i + "}", words[i].toString());
    }
    return text;
  }

  String of(Sign sign, String hidden) {
    return of(sign.key(), hidden);
  }
}
