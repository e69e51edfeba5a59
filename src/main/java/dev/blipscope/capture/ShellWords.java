package dev.blipscope.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Splits commands into words as a shell does, and remembers where each sign came from.
///
/// Three shells are understood: those after POSIX with the `$'…'` of Bash, PowerShell as far as its
/// line ends go, and the command line of Windows, where a caret escapes the next sign.
final class ShellWords {

  /// One word of a command.
  static final class Word {
    private final String text;
    private final int[] origins;
    private final boolean first;

    private Word(String text, int[] origins, boolean first) {
      this.text = text;
      this.origins = origins;
      this.first = first;
    }

    String text() {
      return text;
    }

    /// Where the signs from a place on came from, and at last what ended the word.
    int[] origins(int from) {
      return Arrays.copyOfRange(origins, from, origins.length);
    }

    boolean startsCommand() {
      return first;
    }
  }

  private static final Pattern WINDOWS = Pattern.compile("\\^(?:\"|\\r?\\n)");
  private static final Pattern PROMPT = Pattern.compile("[$>%#]\\s*curl");

  /// What stands where a command should, but is JSON.
  private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*\\{");

  private final List<Word> words = new ArrayList<>();
  private final String text;
  private final int[] from;
  private final boolean windows;

  private int at;
  private StringBuilder word = new StringBuilder();
  private int[] origins = new int[64];
  private boolean inWord;
  private boolean startsCommand = true;

  private ShellWords(String text, int[] from, boolean windows) {
    this.text = text;
    this.from = from;
    this.windows = windows;
  }

  static List<Word> of(String text) {
    var words = WINDOWS.matcher(text).find() ? withoutCarets(text) : posix(text);
    words.split();
    return words.words;
  }

  private static ShellWords posix(String text) {
    int[] from = new int[text.length() + 1];
    Arrays.setAll(from, i -> i);
    return new ShellWords(text, from, false);
  }

  /// What the command line of Windows makes of a text before a program sees it.
  private static ShellWords withoutCarets(String text) {
    var plain = new StringBuilder(text.length());
    int[] from = new int[text.length() + 1];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char found = text.charAt(i);
      if (found == '^' && !quoted && i + 1 < text.length()) {
        i++;
        if (text.charAt(i) == '\r' && i + 1 < text.length()) {
          i++;
        }
        if (text.charAt(i) == '\n') {
          // The line end goes; a second one behind it is meant.
          if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
            from[plain.length()] = ++i;
            plain.append('\n');
          }
          continue;
        }
      } else if (found == '"') {
        quoted = !quoted;
      }
      from[plain.length()] = i;
      plain.append(text.charAt(i));
    }
    from[plain.length()] = text.length();
    return new ShellWords(plain.toString(), from, true);
  }

  private void split() {
    while (at < text.length()) {
      char found = text.charAt(at);
      switch (found) {
        case ' ', '\t', '\r' -> {
          endWord();
          at++;
        }
        case '\n' -> endCommand();
        case ';', '|', '&' -> {
          // Inside an address somebody forgot the quotes.
          if (inWord && at + 1 < text.length() && text.charAt(at + 1) > ' ') {
            sign(1);
          } else {
            endCommand();
          }
        }
        case '\'' -> {
          if (windows) {
            sign(1);
          } else {
            apostrophes();
          }
        }
        case '"' -> quotes();
        case '\\' -> escaped();
        default -> bare(found);
      }
    }
    endWord();
  }

  private void endCommand() {
    endWord();
    startsCommand = true;
    at++;
  }

  private void bare(char found) {
    boolean first = startsCommand && !inWord;
    if (first && JSON.matcher(text).region(at, text.length()).lookingAt()) {
      sign(text.length() - at);
      return;
    }
    boolean doubled = at + 1 < text.length();
    if (found == '$' && doubled && text.charAt(at + 1) == '\'' && !windows) {
      at++;
      escapes();
    } else if (found == '$' && doubled && text.charAt(at + 1) == '"') {
      at++;
    } else if (first && PROMPT.matcher(text).region(at, text.length()).lookingAt()) {
      at++;
    } else if (found == '#' && !inWord) {
      at = lineEnd(at);
    } else if (found == '`' && isLineEnd(at + 1)) {
      at = lineEnd(at) + 1;
    } else {
      sign(1);
    }
  }

  /// Outside of quotes a backslash takes the next sign as it is, and a line end away.
  private void escaped() {
    if (windows) {
      backslashes();
    } else if (isLineEnd(at + 1)) {
      at = lineEnd(at) + 1;
    } else {
      at++;
      if (at < text.length()) {
        sign(1);
      }
    }
  }

  private void apostrophes() {
    inWord = true;
    at++;
    while (at < text.length() && text.charAt(at) != '\'') {
      sign(1);
    }
    at++;
  }

  private void quotes() {
    inWord = true;
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) != '\\') {
        sign(1);
      } else if (windows) {
        backslashes();
      } else if (isLineEnd(at + 1)) {
        at = lineEnd(at) + 1;
      } else {
        if (at + 1 < text.length() && "$`\"\\".indexOf(text.charAt(at + 1)) >= 0) {
          at++;
        }
        sign(1);
      }
    }
    at++;
  }

  /// Windows programs halve backslashes before a quote, and an odd one makes the quote a sign.
  private void backslashes() {
    int stop = at;
    while (stop < text.length() && text.charAt(stop) == '\\') {
      stop++;
    }
    int count = stop - at;
    if (stop == text.length() || text.charAt(stop) != '"') {
      sign(count);
      return;
    }
    sign(count / 2);
    at = stop;
    if (count % 2 == 1) {
      sign(1);
    }
  }

  /// A `$'…'` of Bash.
  private void escapes() {
    inWord = true;
    at++;
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        escape();
      } else {
        sign(1);
      }
    }
    at++;
  }

  private void escape() {
    int start = at;
    char letter = text.charAt(at + 1);
    at += 2;
    switch (letter) {
      case 'n' -> add("\n", start);
      case 't' -> add("\t", start);
      case 'r' -> add("\r", start);
      case 'a' -> add("\u0007", start);
      case 'b' -> add("\b", start);
      case 'f' -> add("\f", start);
      case 'v' -> add("\u000b", start);
      case 'e', 'E' -> add("\u001b", start);
      case 'x' -> add(number(16, 2), start);
      case 'u' -> add(number(16, 4), start);
      case 'U' -> add(number(16, 8), start);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        add(number(8, 3), start);
      }
      default -> add(String.valueOf(letter), start);
    }
  }

  private String number(int radix, int digits) {
    int stop = at;
    int value = 0;
    while (stop < text.length()
        && stop < at + digits
        && Character.digit(text.charAt(stop), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(stop), radix);
      stop++;
    }
    at = stop;
    return Character.isValidCodePoint(value) ? Character.toString(value) : "\uFFFD";
  }

  private int lineEnd(int after) {
    int end = text.indexOf('\n', after);
    return end < 0 ? text.length() : end;
  }

  private boolean isLineEnd(int place) {
    return text.startsWith("\n", place) || text.startsWith("\r\n", place);
  }

  /// The next signs as they are.
  private void sign(int count) {
    for (int i = 0; i < count; i++) {
      put(text.charAt(at), at);
      at++;
    }
    inWord = true;
  }

  private void add(String signs, int origin) {
    for (int i = 0; i < signs.length(); i++) {
      put(signs.charAt(i), origin);
    }
  }

  private void put(char sign, int origin) {
    if (word.length() + 1 >= origins.length) {
      origins = Arrays.copyOf(origins, origins.length * 2);
    }
    origins[word.length()] = from[origin];
    word.append(sign);
  }

  private void endWord() {
    if (!inWord) {
      return;
    }
    origins[word.length()] = from[Math.min(at, text.length())];
    words.add(new Word(word.toString(), Arrays.copyOf(origins, word.length() + 1), startsCommand));
    word = new StringBuilder();
    inWord = false;
    startsCommand = false;
  }
}
