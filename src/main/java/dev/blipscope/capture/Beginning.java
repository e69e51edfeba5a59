package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import java.util.List;

/// Tells by its beginning what form a text has.
final class Beginning {

  private static final int LONGEST_PREFIX = 1 << 20;
  private static final int LONGEST_COMMAND = 1 << 22;
  private static final int LONGEST_LOOK_AHEAD = 1 << 20;

  private final Window window;
  private final Scanner scanner;

  Beginning(Window window, Scanner scanner) {
    this.window = window;
    this.scanner = scanner;
  }

  /// Reads to the first brace; whether a byte order mark stood at the very start.
  boolean skipByteOrderMark() throws IOException {
    while (brace() < 0 && window.limit() < LONGEST_PREFIX && window.grow()) {}
    while (window.length() < 3 && window.grow()) {}
    boolean mark = LogLine.isMark(window.bytes(), window.position(), window.limit());
    if (mark) {
      window.advance(window.position() + 3);
    }
    return mark;
  }

  private int brace() {
    int brace = window.indexOf('{');
    return brace < LONGEST_PREFIX ? brace : -1;
  }

  /// The bodies of the commands that the text is, which is over then; none if it is something else.
  List<Body> commands() throws IOException {
    int beginning = Math.min(window.limit(), window.position() + 1_000);
    if (!Curl.isCommand(window.text(beginning))) {
      return List.of();
    }
    while (window.length() <= LONGEST_COMMAND && window.grow()) {}
    if (window.length() > LONGEST_COMMAND) {
      return List.of();
    }
    var bodies = Curl.bodies(window.text(window.limit()), window.place());
    if (!bodies.isEmpty()) {
      window.advance(window.limit());
    }
    return bodies;
  }

  boolean isLog() {
    int brace = brace();
    return brace > window.position()
        && LogLine.isPrefix(
            scanner, window.bytes(), window.position(), brace, window.limit(), window.isLast());
  }

  /// Whether the form is unknown as long as nobody knows what follows the value that was scanned.
  boolean mayTellMore() {
    int next = afterBlanks();
    return next == window.limit() && next - scanner.end() < LONGEST_LOOK_AHEAD && !window.isLast();
  }

  /// The form of a text in which the value was found that was scanned.
  ///
  /// @param first whether nothing was found before
  Form form(boolean first) {
    boolean oneLine = scanner.newlines() == 0;
    if (!first) {
      return oneLine ? Form.LINES : Form.SEQUENCE;
    }
    int next = afterBlanks();
    boolean sameLine = true;
    for (int i = scanner.end(); i < next; i++) {
      sameLine &= window.bytes()[i] != '\n';
    }
    if (next < window.limit() && mayBeValue(window.bytes()[next], sameLine)) {
      return oneLine && !sameLine ? Form.LINES : Form.SEQUENCE;
    }
    return scanner.doc().is(Doc.ROOT, NodeKind.OBJECT) ? Form.OBJECT : Form.UNKNOWN;
  }

  private int afterBlanks() {
    int i = scanner.end();
    while (i < window.limit() && Blanks.is(window.bytes()[i])) {
      i++;
    }
    return i;
  }

  private static boolean mayBeValue(byte first, boolean sameLine) {
    return switch (first) {
      case '{', '[', '"' -> true;
      default -> !sameLine && (first == '-' || (first >= '0' && first <= '9'));
    };
  }
}
