package dev.blipscope.ui;

import dev.blipscope.mapping.Fact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what could stand where somebody types in a profile: places of the open payloads and facts
/// behind `from`, places of a call behind `to`. The text may be broken.
final class ProfileCompletion {

  private static final int MOST = 200;

  private static final List<String> FROM = List.of("from", "each");
  private static final List<String> TO = List.of("to", "into");
  private static final List<String> VALUES = List.of("/type", "/event", "/userId", "/timestamp");
  private static final List<String> OBJECTS = List.of("/properties", "/traits", "/context");

  /// What could take the place of a stretch of the text.
  record Offered(int start, int end, List<String> words) {}

  private final String text;
  private final int caret;
  private final Deque<String> names = new ArrayDeque<>();
  private String name = "";
  private String last = "";

  private ProfileCompletion(String text, int caret) {
    this.text = text;
    this.caret = caret;
  }

  /// @param pointers the places that occur in the open payloads
  static Optional<Offered> at(String text, int caret, List<String> pointers) {
    return new ProfileCompletion(text, caret).offered(pointers);
  }

  private Optional<Offered> offered(List<String> pointers) {
    for (int at = 0; at < Math.min(caret, text.length()); at++) {
      char found = text.charAt(at);
      switch (found) {
        case '"' -> {
          int end = endOfString(at + 1);
          if (caret > at && caret <= end) {
            int start = at + 1;
            return words(pointers, text.substring(start, caret))
                .map(words -> new Offered(start, end, words));
          }
          last = text.substring(at + 1, end);
          at = end;
        }
        case ':' -> name = last;
        case ',' -> name = names.isEmpty() ? "" : names.peek();
        case '[' -> names.push(name);
        case '{' -> {
          names.push("");
          name = "";
        }
        case ']', '}' -> {
          names.poll();
          name = names.isEmpty() ? "" : names.peek();
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /// Where the closing quote stands, or where the line ends that lacks it.
  private int endOfString(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private Optional<List<String>> words(List<String> pointers, String typed) {
    if (FROM.contains(name)) {
      return Optional.of(fitting(Stream.concat(facts(), pointers.stream()), typed));
    }
    if (TO.contains(name)) {
      return Optional.of(fitting(Stream.concat(VALUES.stream(), targets(pointers)), typed));
    }
    return Optional.empty();
  }

  private static Stream<String> facts() {
    return Arrays.stream(Fact.values()).filter(Fact::isForRules).map(Fact::written);
  }

  /// A place of the payload keeps its last name in the call.
  private static Stream<String> targets(List<String> pointers) {
    var ends = new LinkedHashSet<String>();
    for (String pointer : pointers) {
      ends.add(pointer.substring(pointer.lastIndexOf('/')));
    }
    return OBJECTS.stream()
        .flatMap(object -> Stream.concat(Stream.of(object), ends.stream().map(object::concat)));
  }

  /// Those that begin with what was typed, and then those that hold it.
  private static List<String> fitting(Stream<String> words, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    var first = new ArrayList<String>();
    var then = new ArrayList<String>();
    words.forEach(
        word -> {
          String low = word.toLowerCase(Locale.ROOT);
          if (low.startsWith(wanted)) {
            first.add(word);
          } else if (low.contains(wanted)) {
            then.add(word);
          }
        });
    return Stream.concat(first.stream(), then.stream()).limit(MOST).toList();
  }

  /// A word as it stands between the quotes of a JSON text.
  static String written(String word) {
    return word.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
