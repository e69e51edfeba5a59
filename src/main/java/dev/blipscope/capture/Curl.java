package dev.blipscope.capture;

import dev.blipscope.json.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A cURL command, as people copy it out of a browser or a tool, and the JSON that it would send.
final class Curl {

  private static final Pattern COMMAND = Pattern.compile("\\s*(?:[$>%#]\\s*)?curl(?:\\.exe)?\\s");

  /// The options of one letter that take a value, besides `-d`.
  private static final String WITH_VALUE = "ACDEFHKPQTUXYbcehmortuwxyz";

  private static final List<String> DATA =
      List.of(
          "--data", "--data-raw", "--data-binary", "--data-ascii", "--data-urlencode", "--json");

  private final List<Body> bodies = new ArrayList<>();
  private final Lines lines;
  private boolean inCommand;
  private boolean valueNext;
  private boolean dataNext;

  private Curl(Lines lines) {
    this.lines = lines;
  }

  /// Whether a text that begins so is a command.
  static boolean isCommand(String beginning) {
    return COMMAND.matcher(beginning).lookingAt();
  }

  /// The bodies of all commands in a text that are JSON.
  ///
  /// @param start where the text begins
  static List<Body> bodies(String text, Place start) {
    var curl = new Curl(Lines.of(text, start));
    for (var word : ShellWords.of(text)) {
      curl.take(word);
    }
    return curl.bodies;
  }

  private void take(ShellWords.Word word) {
    String text = word.text();
    if (word.startsCommand()) {
      inCommand = text.equals("curl") || text.equals("curl.exe");
      // A payload among the commands is not lost.
      data(word, 0);
      valueNext = false;
      dataNext = false;
    } else if (!inCommand) {
      return;
    } else if (dataNext) {
      dataNext = false;
      data(word, 0);
    } else if (valueNext) {
      valueNext = false;
    } else if (text.startsWith("--")) {
      option(word);
    } else if (text.startsWith("-")) {
      letters(word);
    }
  }

  private void option(ShellWords.Word word) {
    int equals = word.text().indexOf('=');
    String name = equals < 0 ? word.text() : word.text().substring(0, equals);
    if (!DATA.contains(name)) {
      return;
    }
    if (equals < 0) {
      dataNext = true;
    } else {
      data(word, equals + 1);
    }
  }

  /// Options of one letter may stand in one word, the last one with its value.
  private void letters(ShellWords.Word word) {
    String text = word.text();
    for (int i = 1; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean ends = i + 1 == text.length();
      if (letter == 'd') {
        if (ends) {
          dataNext = true;
        } else {
          data(word, i + 1);
        }
        return;
      }
      if (WITH_VALUE.indexOf(letter) >= 0) {
        valueNext = ends;
        return;
      }
    }
  }

  private void data(ShellWords.Word word, int from) {
    // `--data-urlencode` may put a name and an equals sign before its content.
    int start = word.text().startsWith("=", from) ? from + 1 : from;
    if (Envelope.looksLikeJson(word.text().substring(start))) {
      bodies.add(new Body.Argument(word.text().substring(start), word.origins(start), lines));
    }
  }
}
