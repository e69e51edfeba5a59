package dev.blipscope.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// JSON on its way out: literals, and slices of what came in, to the letter.
public final class Out {

  private byte[] bytes;
  private int size;

  public Out(int capacity) {
    bytes = new byte[capacity];
  }

  public int size() {
    return size;
  }

  /// Takes back what was written after there were `size` bytes.
  public void cutTo(int size) {
    this.size = size;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      int wanted = Math.addExact(size, more);
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length + (bytes.length >> 1), wanted));
    }
  }

  public Out add(byte[] literal) {
    reserve(literal.length);
    System.arraycopy(literal, 0, bytes, size, literal.length);
    size += literal.length;
    return this;
  }

  public Out add(char ascii) {
    reserve(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  /// Text that stands as it is, usually JSON that we wrote ourselves.
  public Out add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  public Out add(long number) {
    return add(Long.toString(number));
  }

  /// A part of a document, byte by byte.
  public Out slice(Doc doc, int from, int to) {
    reserve(to - from);
    System.arraycopy(doc.bytes(), doc.from() + from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  /// A value or a name on one line: its tokens unchanged, without blanks between them and without
  /// members that a later one of the same name supersedes.
  public Out tight(Doc doc, int node) {
    return onOneLine(doc, node, false);
  }

  /// The tokens of a value with nothing left out but the blanks between them.
  public Out tokens(Doc doc, int node) {
    return onOneLine(doc, node, true);
  }

  private Out onOneLine(Doc doc, int node, boolean withSuperseded) {
    if (doc.isTight(node)) {
      return slice(doc, doc.start(node), doc.end(node));
    }
    boolean object = doc.is(node, NodeKind.OBJECT);
    add(object ? '{' : '[');
    int start = size;
    int child = node + 1;
    while (child < doc.after(node)) {
      int value = object ? child + 1 : child;
      if (!object || withSuperseded || !doc.isSuperseded(child)) {
        if (size > start) {
          add(',');
        }
        if (object) {
          slice(doc, doc.start(child), doc.end(child)).add(':');
        }
        onOneLine(doc, value, withSuperseded);
      }
      child = doc.after(value);
    }
    return add(object ? '}' : ']');
  }

  /// A text as a JSON string. Only what JSON demands is escaped, and a lone surrogate, which has
  /// no UTF-8.
  public Out quoted(String text) {
    for (int i = quotedPlainly(text); i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> add('\\').add('"');
        case '\\' -> add('\\').add('\\');
        case '\n' -> add('\\').add('n');
        case '\r' -> add('\\').add('r');
        case '\t' -> add('\\').add('t');
        default -> {
          if (unit < 0x20) {
            escaped(unit);
          } else if (unit < 0x80) {
            add(unit);
          } else if (!Character.isSurrogate(unit)) {
            utf8(unit);
          } else if (Character.isHighSurrogate(unit)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            utf8(Character.toCodePoint(unit, text.charAt(++i)));
          } else {
            escaped(unit);
          }
        }
      }
    }
    return add('"');
  }

  /// Opens the string and writes what needs no second look, which is all of most texts.
  private int quotedPlainly(String text) {
    int length = text.length();
    reserve(length + 2);
    byte[] to = bytes;
    int at = size;
    to[at++] = '"';
    int i = 0;
    while (i < length) {
      char unit = text.charAt(i);
      if (unit < 0x20 || unit >= 0x80 || unit == '"' || unit == '\\') {
        break;
      }
      to[at++] = (byte) unit;
      i++;
    }
    size = at;
    return i;
  }

  private void escaped(char unit) {
    add('\\').add('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      add(Character.forDigit(unit >> shift & 0xF, 16));
    }
  }

  private void utf8(int point) {
    reserve(4);
    if (point < 0x800) {
      bytes[size++] = (byte) (0xC0 | point >> 6);
    } else {
      if (point < 0x10000) {
        bytes[size++] = (byte) (0xE0 | point >> 12);
      } else {
        bytes[size++] = (byte) (0xF0 | point >> 18);
        bytes[size++] = (byte) (0x80 | (point >> 12 & 0x3F));
      }
      bytes[size++] = (byte) (0x80 | (point >> 6 & 0x3F));
    }
    bytes[size++] = (byte) (0x80 | (point & 0x3F));
  }

  public void digest(MessageDigest into, int from) {
    into.update(bytes, from, size - from);
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /// Hands everything on and starts anew.
  public void flushTo(OutputStream stream) throws IOException {
    stream.write(bytes, 0, size);
    size = 0;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
