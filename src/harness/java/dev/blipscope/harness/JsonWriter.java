package dev.blipscope.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;

/// Writes compact JSON into one growing buffer; commas come by themselves.
final class JsonWriter {

  private static final long DAY_MILLIS = 86_400_000;

  private byte[] bytes = new byte[1 << 16];
  private int size;
  private boolean ascii;
  private long day = Long.MIN_VALUE;
  private String date = "";

  int size() {
    return size;
  }

  /// Whether the texts that follow are written in ASCII with escapes.
  void ascii(boolean escapes) {
    ascii = escapes;
  }

  void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  void endOfRecord() {
    put('\n');
  }

  JsonWriter object() {
    comma();
    return put('{');
  }

  JsonWriter array() {
    comma();
    return put('[');
  }

  JsonWriter endObject() {
    return put('}');
  }

  JsonWriter endArray() {
    return put(']');
  }

  JsonWriter name(String name) {
    comma();
    return put('"').asciiText(name).put('"').put(':');
  }

  JsonWriter name(Text name) {
    return string(name).put(':');
  }

  JsonWriter object(String name) {
    return name(name).object();
  }

  JsonWriter array(String name) {
    return name(name).array();
  }

  /// A string of ASCII characters that need no escape.
  JsonWriter field(String name, String value) {
    return name(name).string(value);
  }

  JsonWriter field(String name, Text... words) {
    return name(name).string(words);
  }

  JsonWriter field(Text name, Text... words) {
    return name(name).string(words);
  }

  /// A number, `true`, `false` or `null`, written as it stands.
  JsonWriter literal(String name, String value) {
    name(name);
    return asciiText(value);
  }

  JsonWriter string(String value) {
    comma();
    return put('"').asciiText(value).put('"');
  }

  JsonWriter string(Text... words) {
    comma();
    put('"');
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        put(' ');
      }
      text(words[i]);
    }
    return put('"');
  }

  JsonWriter value(String literal) {
    comma();
    return asciiText(literal);
  }

  JsonWriter seconds(String name, long millis) {
    return name(name).put('"').dateAndTime(millis).put('Z').put('"');
  }

  JsonWriter millis(String name, long millis) {
    name(name).put('"').dateAndTime(millis).put('.');
    return threeDigits((int) (millis % 1000)).put('Z').put('"');
  }

  private JsonWriter dateAndTime(long millis) {
    long today = millis / DAY_MILLIS;
    if (today != day) {
      day = today;
      date = LocalDate.ofEpochDay(today).toString();
    }
    int second = (int) (millis % DAY_MILLIS / 1000);
    asciiText(date).put('T');
    twoDigits(second / 3600).put(':');
    twoDigits(second / 60 % 60).put(':');
    return twoDigits(second % 60);
  }

  private JsonWriter twoDigits(int number) {
    return put((char) ('0' + number / 10)).put((char) ('0' + number % 10));
  }

  private JsonWriter threeDigits(int number) {
    return put((char) ('0' + number / 100)).twoDigits(number % 100);
  }

  private void comma() {
    if (size > 0 && "{[:\n".indexOf(bytes[size - 1]) < 0) {
      put(',');
    }
  }

  private JsonWriter text(Text words) {
    byte[] inside = words.bytes(ascii);
    room(inside.length);
    System.arraycopy(inside, 0, bytes, size, inside.length);
    size += inside.length;
    return this;
  }

  private JsonWriter asciiText(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size + i] = (byte) text.charAt(i);
    }
    size += length;
    return this;
  }

  private JsonWriter put(char c) {
    room(1);
    bytes[size++] = (byte) c;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
