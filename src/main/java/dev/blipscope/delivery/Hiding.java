package dev.blipscope.delivery;

import dev.blipscope.segment.WriteKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts dots in the place of a write key, in whatever way it is written: as it is, as in a header,
/// and each letter of it as JSON, a URL or HTML may have it.
final class Hiding {

  private static final String DOTS = "••••••••";

  /// Of a key that was cut off, fewer letters than these tell nothing.
  private static final int FEW_LETTERS = 4;

  private static final Map<Integer, String> IN_HTML =
      Map.of(
          (int) '<',
          "lt",
          (int) '>',
          "gt",
          (int) '&',
          "amp",
          (int) '"',
          "quot",
          (int) '\'',
          "apos");

  private final Pattern secret;

  Hiding(WriteKey key) {
    byte[] user = (key.reveal() + ":").getBytes(StandardCharsets.UTF_8);
    String inHeader = Base64.getEncoder().encodeToString(user);
    secret = Pattern.compile(written(inHeader) + "|" + written(key.reveal()));
  }

  private static String written(String text) {
    return text.chars().mapToObj(Hiding::written).collect(Collectors.joining());
  }

  /// The shortest way comes last: others begin with the same sign.
  private static String written(int letter) {
    String named = IN_HTML.get(letter);
    return String.format(
        Locale.ROOT,
        "(?:\\\\u00(?i:%1$02x)|%%(?i:%1$02x)|&#0*%1$d;|&#[xX]0*(?i:%1$x);%2$s|\\\\?\\x%1$02x)",
        letter,
        named == null ? "" : "|&" + named + ";");
  }

  /// The text without the key.
  String hidden(String text) {
    return secret.matcher(text).replaceAll(DOTS);
  }

  /// The same, where the text was cut: there may be the beginning of a key.
  @SuppressWarnings("JdkObsolete") // That the text ended too early is what hitEnd() tells.
  String hiddenEnd(String text) {
    String whole = hidden(text);
    var matcher = secret.matcher(whole);
    for (int at = 0; at <= whole.length() - FEW_LETTERS; at++) {
      if (!matcher.region(at, whole.length()).lookingAt() && matcher.hitEnd()) {
        return whole.substring(0, at) + DOTS;
      }
    }
    return whole;
  }
}
