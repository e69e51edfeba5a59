package dev.blipscope.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text to bytes and back, also where the text or the bytes are not what they should be.
final class Utf8 {

  /// Stands for what is no UTF-8.
  static final char UNREADABLE = '\uFFFD';
  private static final byte NO_UTF8 = (byte) 0xFF;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Utf8() {}

  /// The bytes of a text. Half a surrogate pair, which has no UTF-8, becomes a byte that is none
  /// either, so that nobody takes it for a character.
  static byte[] of(String text) {
    return isWhole(text) ? text.getBytes(StandardCharsets.UTF_8) : mended(text, false);
  }

  /// The bytes of a text of JSON. Half a surrogate pair becomes its escape, which means the same.
  static byte[] ofJson(String text) {
    return isWhole(text) ? text.getBytes(StandardCharsets.UTF_8) : mended(text, true);
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static byte[] mended(String text, boolean escaping) {
    var bytes = new ByteArrayOutputStream(text.length() + 16);
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      if (isPair(text, i)) {
        i++;
        continue;
      }
      bytes.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
      if (escaping) {
        bytes.writeBytes(escape(unit).getBytes(StandardCharsets.UTF_8));
      } else {
        bytes.write(NO_UTF8);
      }
      plain = i + 1;
    }
    bytes.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /// A unit as JSON escapes it.
  static String escape(char unit) {
    return "\\u" + String.format("%04x", (int) unit);
  }

  /// The text of bytes, as Java makes it: with a sign of its own for what is no UTF-8.
  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /// The same, with the signs that bytes which are no UTF-8 stand for on an old Windows.
  static String textOfWindows(byte[] bytes, int from, int to) {
    var in = ByteBuffer.wrap(bytes, from, to - from);
    var out = CharBuffer.allocate(to - from);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isMalformed()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put(new String(new byte[] {in.get()}, WINDOWS).charAt(0));
      }
    }
  }
}
