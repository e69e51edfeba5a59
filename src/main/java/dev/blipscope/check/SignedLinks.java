package dev.blipscope.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Recognises links whose query is a credential that lapses.
final class SignedLinks {

  /// What storages write into such a query: when it lapses, and the signature over that.
  private static final List<Set<String>> MARKS =
      List.of(
          Set.of("se", "sig"), // Azure, which is Blip's own storage
          Set.of("x-amz-expires", "x-amz-signature"),
          Set.of("x-goog-expires", "x-goog-signature"),
          Set.of("expires", "signature"), // the older form of Amazon and Google
          Set.of("oe", "oh"), // Meta's pictures and films
          Set.of("ext", "hash")); // media that came through Meta's channels

  private static final Pattern WORD = Pattern.compile("[^\\s\"<>]++");
  private static final String SCHEME_END = "://";
  private static final int MOST_PARAMETERS = 100;

  private SignedLinks() {}

  static boolean isIn(String text) {
    return text.indexOf('?') >= 0
        && WORD.matcher(text).results().anyMatch(word -> isSigned(word.group()));
  }

  private static boolean isSigned(String word) {
    int scheme = word.indexOf(SCHEME_END);
    int query = scheme < 0 ? -1 : word.indexOf('?', scheme);
    if (query < 0 || !isWeb(word.substring(0, scheme).toLowerCase(Locale.ROOT))) {
      return false;
    }
    var parameters = parameters(word.substring(query + 1));
    return MARKS.stream().anyMatch(parameters::containsAll);
  }

  private static boolean isWeb(String scheme) {
    return scheme.endsWith("http") || scheme.endsWith("https");
  }

  private static Set<String> parameters(String query) {
    return Arrays.stream(query.split("&", MOST_PARAMETERS))
        .map(parameter -> parameter.split("=", 2)[0].toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
