package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Halves of surrogate pairs, and how they are replaced by characters that Jackson takes anywhere.
final class LoneSurrogates {

  private static final String HIGH = "\\\\u[dD][89abAB][0-9a-fA-F]{2}";
  private static final String LOW = "\\\\u[dD][c-fC-F][0-9a-fA-F]{2}";
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?<lone>(?!"
              + HIGH
              + LOW
              + ")(?:"
              + HIGH
              + "|"
              + LOW
              + "))"
              + "|"
              + HIGH
              + LOW
              + "|\\\\.",
          Pattern.DOTALL);

  private LoneSurrogates() {}

  static boolean areInNames(Doc doc) {
    return doc.hasLoneSurrogate()
        && IntStream.range(0, doc.count())
            .anyMatch(node -> doc.is(node, NodeKind.KEY) && doc.hasLoneSurrogate(node));
  }

  /// With U+E800 in place of an escaped, lone U+D800 and so on.
  static byte[] replaced(byte[] bytes) {
    // As Latin-1 each byte stays what it is.
    return ESCAPE
        .matcher(new String(bytes, ISO_8859_1))
        .replaceAll(
            found -> {
              var lone = found.group("lone");
              return Matcher.quoteReplacement(
                  lone == null ? found.group() : "\\ue" + lone.substring(3));
            })
        .getBytes(ISO_8859_1);
  }

  static List<String> replaced(List<String> tokens) {
    return tokens.stream().map(LoneSurrogates::replaced).toList();
  }

  private static String replaced(String text) {
    return text.codePoints()
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? point + 0x1000 : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
