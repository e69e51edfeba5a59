package dev.blipscope.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A place in a text as an editor counts: line and column from 1, offset from 0, in UTF-16 units.
public record Place(int line, int column, int offset) {

  public static final Place START = new Place(1, 1, 0);

  private static final int BLOCK = 8192;

  /// Where a byte stands in the text that Java makes of these bytes, in which a replacement
  /// character stands for what is no UTF-8.
  public static Place of(byte[] bytes, int from, int at) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    var in = ByteBuffer.wrap(bytes, from, at - from);
    // Block by block: a payload of many megabytes shall not be in memory a second time.
    var block = CharBuffer.allocate(Math.min(at - from, BLOCK) + 2);
    var place = START;
    while (in.hasRemaining()) {
      decoder.decode(in, block, true);
      place = place.behind(block.flip());
      block.clear();
    }
    return place;
  }

  /// Where a byte of a document stands, counted from its beginning.
  public static Place of(Doc doc, int at) {
    int line = 1;
    int lineStart = 0;
    int units = 0;
    for (int i = 0; i < at; i++) {
      byte found = doc.at(i);
      units += Strings.units(found);
      if (found == '\n') {
        line++;
        lineStart = units;
      }
    }
    return new Place(line, units - lineStart + 1, units);
  }

  private Place behind(CharSequence text) {
    int lines = 0;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lines++;
        lineStart = i + 1;
      }
    }
    int onLastLine = text.length() - lineStart;
    return new Place(
        line + lines, lines == 0 ? column + onLastLine : 1 + onLastLine, offset + text.length());
  }

  /// This place, counted from the beginning of a text in which the place before it starts.
  public Place after(Place start) {
    return new Place(
        start.line + line - 1,
        line == 1 ? start.column + column - 1 : column,
        start.offset + offset);
  }
}
