package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Fault;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Steps over what cannot be read, and says what it was. Where it answers null, what follows in
/// another part of the text must be known first.
final class Skipper {

  private static final int LONGEST_KEPT_TEXT = 1 << 20;

  private final Window window;
  private final int mostBytes;

  /// What is known of the text around.
  ///
  /// @param beside whether something was found before
  /// @param cut whether more of the text follows elsewhere
  /// @param mending whether somebody wants to know how to mend what is broken
  record Setting(boolean inArray, boolean inLog, boolean beside, boolean cut, boolean mending) {}

  /// @param mostBytes the size from which on a value is not looked at
  Skipper(Window window, int mostBytes) {
    this.window = window;
    this.mostBytes = mostBytes;
  }

  /// A value at the position that is no JSON.
  @Nullable Trouble broken(Fault fault, Setting setting) throws IOException {
    byte first = window.bytes()[window.position()];
    if (first != '{' && first != '[') {
      return leftOver(fault.at(), textExpected(fault.expected(), setting), setting);
    }
    int at = fault.at() - window.position();
    while (true) {
      int from = window.position();
      var resync =
          new Resync(
              window.bytes(),
              window.limit(),
              window.isLast(),
              window.indentation(),
              setting.inArray,
              setting.inLog);
      int end = resync.end(from, from + at);
      if (end >= 0) {
        var mend = setting.mending ? mend(end) : null;
        var own = from + at <= end ? new Fault(from + at, fault.expected()) : ownFault(from, end);
        return skipped(own.at(), end, own.expected(), mend, false);
      }
      if (isTooLong(setting.cut)) {
        return tooLong(at, fault.expected());
      }
      if (!window.grow()) {
        return null;
      }
    }
  }

  /// A bracket that is missing is missed only in one of the payloads that follow. What the piece
  /// says by itself is closer to the truth.
  private Fault ownFault(int from, int end) {
    var alone = new Scanner();
    return alone.scan(window.bytes(), from, end, true) == Scanner.Outcome.BROKEN
        ? alone.fault()
        : new Fault(end, Expected.END_OF_TEXT);
  }

  private static Expected textExpected(Expected expected, Setting setting) {
    if (setting.inArray || expected != Expected.VALUE) {
      return expected;
    }
    return setting.beside ? Expected.END_OF_TEXT : Expected.PAYLOAD;
  }

  private @Nullable Mend mend(int end) {
    if (end - window.position() > LONGEST_KEPT_TEXT) {
      return null;
    }
    String text = window.text(end);
    // Bytes that are no UTF-8 are likely to be what older systems write.
    return text.indexOf(Utf8.UNREADABLE) < 0
        ? Mender.mend(text)
        : Mender.mend(text, Utf8.textOfWindows(window.bytes(), window.position(), end));
  }

  boolean isTooLong(boolean cut) {
    return window.length() > mostBytes && !cut;
  }

  /// A value that does not end within the limit: the rest of its line goes with it.
  ///
  /// @param at where in it the trouble begins
  @Nullable Trouble tooLong(int at, Expected expected) throws IOException {
    var kept = kept(window.position() + at, expected, false);
    while (window.indexOf('\n') < 0) {
      window.advanceAll();
      if (!window.grow()) {
        return window.isLast() ? kept : null;
      }
    }
    window.advance(window.indexOf('\n'));
    return kept;
  }

  /// Text beside the payloads, to where its line ends or a payload starts.
  @Nullable Trouble leftOver(int fault, Expected expected, Setting setting) throws IOException {
    int at = fault - window.position();
    while (true) {
      int from = window.position();
      int stop = endOfText(from, setting);
      if (stop >= 0) {
        int end = withoutBlanks(stop);
        var mend = setting.mending ? Mender.deletion(window.text(end)) : null;
        return skipped(Math.min(from + at, end), end, expected, mend, setting.beside);
      }
      if (window.length() > LONGEST_KEPT_TEXT && !setting.cut) {
        return longLeftOver(Math.min(at, LONGEST_KEPT_TEXT), expected, setting);
      }
      if (!window.grow()) {
        return null;
      }
    }
  }

  private int endOfText(int from, Setting setting) {
    return Resync.afterText(window.bytes(), from, window.limit(), window.isLast(), setting.inArray);
  }

  private int withoutBlanks(int end) {
    int i = end;
    while (i > window.position() && Blanks.is(window.bytes()[i - 1])) {
      i--;
    }
    return i;
  }

  private @Nullable Trouble longLeftOver(int at, Expected expected, Setting setting)
      throws IOException {
    var kept = kept(window.position() + at, expected, setting.beside);
    while (true) {
      window.advanceAll();
      if (!window.grow()) {
        return window.isLast() ? kept : null;
      }
      int end = endOfText(window.position() - 1, setting);
      if (end >= 0) {
        window.advance(end);
        return kept;
      }
    }
  }

  /// Reads on until there is a brace in the window.
  ///
  /// @return null if there is one, or else what stands behind the last payload
  @Nullable Trouble toBrace(Setting setting) throws IOException {
    while (window.indexOf('{') < 0) {
      if (window.length() > LONGEST_KEPT_TEXT) {
        return farToBrace();
      }
      if (!window.grow()) {
        return window.isLast() ? behindLast(setting) : null;
      }
    }
    return null;
  }

  private Trouble behindLast(Setting setting) {
    int end = withoutBlanks(window.limit());
    var mend = setting.mending ? Mender.deletion(window.text(end)) : null;
    return skipped(window.position(), end, Expected.END_OF_TEXT, mend, true);
  }

  private @Nullable Trouble farToBrace() throws IOException {
    var kept = kept(window.position(), Expected.END_OF_TEXT, true);
    while (window.indexOf('{') < 0) {
      window.advanceAll();
      if (!window.grow()) {
        return window.isLast() ? kept : null;
      }
    }
    return null;
  }

  /// All that is still there of a stream that cannot be read on.
  Trouble rest(Expected expected, boolean beside) {
    return skipped(window.limit(), window.limit(), expected, null, beside);
  }

  private Trouble skipped(
      int fault, int end, Expected expected, @Nullable Mend mend, boolean beside) {
    if (end - window.position() > LONGEST_KEPT_TEXT) {
      var kept = kept(fault, expected, beside);
      window.advance(end);
      return kept;
    }
    var trouble = trouble(window.text(end), fault, expected, mend, beside);
    window.advance(end);
    return trouble;
  }

  /// Of a long text only the beginning is kept.
  private Trouble kept(int fault, Expected expected, boolean beside) {
    return trouble(window.text(window.boundary(LONGEST_KEPT_TEXT)), fault, expected, null, beside);
  }

  private Trouble trouble(
      String text, int fault, Expected expected, @Nullable Mend mend, boolean beside) {
    var place = window.place(fault);
    int at = Math.min(place.offset() - window.offset(), text.length());
    return new Trouble(text, at, place, expected, mend, beside);
  }
}
