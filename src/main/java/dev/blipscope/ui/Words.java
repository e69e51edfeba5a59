package dev.blipscope.ui;

import dev.blipscope.inspect.Texts;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of the window in one language, and those of the engine in the same.
public final class Words {

  static final String BUNDLE = "dev.blipscope.ui.texts";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)\\}");

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Texts texts;

  private Words(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
    this.texts = Texts.in(locale);
  }

  /// English, unless the language is Portuguese.
  public static Words in(Locale locale) {
    return new Words(
        locale,
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  public Locale locale() {
    return locale;
  }

  /// What the engine says.
  public Texts engine() {
    return texts;
  }

  /// What FXML files take their texts from.
  public ResourceBundle bundle() {
    return bundle;
  }

  /// One text by its key, its placeholders filled.
  public String text(String key, Object... words) {
    return PLACEHOLDER
        .matcher(bundle.getString(key))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(String.valueOf(words[Integer.parseInt(found.group(1))])));
  }

  /// One of two texts, `key.one` and `key.many`, by a number, which is its first word.
  public String counted(String key, long number, Object... words) {
    var all = new Object[words.length + 1];
    all[0] = number(number);
    System.arraycopy(words, 0, all, 1, words.length);
    return text(key + (number == 1 ? ".one" : ".many"), all);
  }

  /// A number with its thousands told apart, as the language does it.
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  Enumeration<String> keys() {
    return bundle.getKeys();
  }
}
