package dev.blipscope.capture;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import dev.blipscope.json.Units;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A text that stands inside another one, and the way back: from a place in it to the place around
/// it, where a person finds it.
sealed interface Body {

  byte[] bytes();

  /// Where a unit of this text stands in the text around it.
  Place place(int unit);

  /// The document in which bodies stand, and its places.
  final class Around {
    private final Doc doc;
    private final Units units;
    private final Lines lines;

    Around(Doc doc, Place start) {
      this.doc = doc;
      this.units = Units.of(doc);
      this.lines = Lines.of(doc, units, start);
    }

    Place place(int at) {
      return lines.at(units.at(at));
    }
  }

  /// A value of the document, to the letter.
  record Verbatim(Around around, int node) implements Body {
    @Override
    public byte[] bytes() {
      return Utf8.of(around.doc.written(node));
    }

    @Override
    public Place place(int unit) {
      return around.lines.at(around.units.at(around.doc.start(node)) + unit);
    }
  }

  /// What a string of the document stands for.
  final class Quoted implements Body {

    private final Around around;
    private final int node;
    private int at;
    private int passed;

    Quoted(Around around, int node) {
      this.around = around;
      this.node = node;
    }

    @Override
    public byte[] bytes() {
      return Utf8.ofJson(around.doc.text(node));
    }

    @Override
    public Place place(int unit) {
      var doc = around.doc;
      if (at == 0 || unit < passed) {
        at = doc.start(node) + 1;
        passed = 0;
      }
      while (passed < unit && at < doc.end(node) - 1) {
        step(doc);
      }
      return around.place(at);
    }

    private void step(Doc doc) {
      if (doc.at(at) != '\\') {
        int length = length(doc.at(at));
        at += length;
        passed += length == 4 ? 2 : 1;
      } else if (doc.at(at + 1) != 'u') {
        at += 2;
        passed++;
      } else if (!Character.isSurrogate(unit(doc, at))) {
        at += 6;
        passed++;
      } else if (isPair(doc)) {
        at += 12;
        passed += 2;
      } else {
        // Half a pair stays an escape.
        at += 6;
        passed += 6;
      }
    }

    private boolean isPair(Doc doc) {
      return Character.isHighSurrogate(unit(doc, at))
          && at + 12 < doc.end(node)
          && doc.at(at + 6) == '\\'
          && doc.at(at + 7) == 'u'
          && Character.isLowSurrogate(unit(doc, at + 6));
    }

    private static char unit(Doc doc, int at) {
      int unit = 0;
      for (int i = at + 2; i < at + 6; i++) {
        unit = unit << 4 | Character.digit(doc.at(i), 16);
      }
      return (char) unit;
    }

    private static int length(byte first) {
      if (first >= 0) {
        return 1;
      }
      return (first & 0xF0) == 0xF0 ? 4 : (first & 0xE0) == 0xE0 ? 3 : 2;
    }
  }

  /// What a string of the document stands for when it is decoded once more, from Base64.
  final class Encoded implements Body {

    private final Around around;
    private final int node;
    private final byte[] bytes;

    private Encoded(Around around, int node, byte[] bytes) {
      this.around = around;
      this.node = node;
      this.bytes = bytes;
    }

    static @Nullable Encoded in(Around around, int node) {
      try {
        byte[] decoded = Base64.getMimeDecoder().decode(around.doc.text(node));
        return new Encoded(around, node, decoded);
      } catch (IllegalArgumentException noBase64) {
        return null;
      }
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    /// Nobody can see in Base64 where a sign stands.
    @Override
    public Place place(int unit) {
      return around.place(around.doc.start(node));
    }
  }

  /// What a word of a command stands for.
  final class Argument implements Body {

    private final String text;
    private final int[] origins;
    private final Lines lines;

    /// @param origins for each unit of the text, and its end, where it stands in the command
    Argument(String text, int[] origins, Lines lines) {
      this.text = text;
      this.origins = origins;
      this.lines = lines;
    }

    @Override
    public byte[] bytes() {
      return Utf8.ofJson(text);
    }

    @Override
    public Place place(int unit) {
      return lines.at(origins[Math.min(unit, origins.length - 1)]);
    }
  }
}
