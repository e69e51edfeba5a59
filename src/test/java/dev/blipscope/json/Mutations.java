package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Small payloads, and what becomes of them when somebody leans on the keyboard.
final class Mutations {

  static final List<String> PAYLOADS =
      List.of(
          "{}",
          " [ ] ",
          "-12.50e+03",
          "\"\\ud83d\\ude00 and \\uD83D\"",
          "{\"type\":\"text/plain\",\"content\":\"Olá, João 😀\",\"metadata\":{\"#a/b~c\":\"1\"}}",
          "{\"category\":\"flow\",\"storageDate\":\"2025-01-08T00:00:00Z\",\"extras\":null}",
          "{\n  \"a\" : [ 1, 2.0, -0, 1e400 ],\r\n\t\"b\" : { \"\\u0061\" : true } }\n",
          "{\"a\":1,\"\\u0061\":2,\"a\":{\"b\":[],\"b\":[false]}}",
          "[[[[[]]]],{\"\":{\"\":\"\"}},\"\",null,true,false,0.1,10,-1E-7]",
          "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u2028\\u0000\",\"\u007f\u0080\u07ff\u0800\uffff\"]",
          "{\"\\ud800\":\"?\",\"?\":\"\\udc00\\ud800\",\"long name of a member\":\"abcdefghijkl\"}",
          "[\"a string of more than eight bytes\",\"another, with ç in it\",12345678901234567890]");

  private static final List<byte[]> FRAGMENTS =
      Stream.concat(
              Stream.of(
                      "\"",
                      "\\",
                      "\\u",
                      "\\u00",
                      "\\u0061",
                      "\\ud83d",
                      "\\ude00",
                      "{",
                      "}",
                      "[",
                      "]",
                      ",",
                      ":",
                      " ",
                      "\n",
                      "\r\n",
                      "\t",
                      "\f",
                      "0",
                      "1",
                      "00",
                      "-",
                      "+",
                      ".",
                      "e",
                      "E-",
                      ".5",
                      "1e9",
                      "true",
                      "fals",
                      "null",
                      "nul",
                      "\"a\"",
                      "\"a\":1,",
                      ",[]",
                      "é",
                      "😀",
                      "\u2028",
                      "\0",
                      "'",
                      "/**/",
                      "//",
                      "NaN",
                      "a",
                      "abcdefgh")
                  .map(text -> text.getBytes(UTF_8)),
              Stream.of(
                      "c3",
                      "a9",
                      "c0af",
                      "c1bf",
                      "eda080",
                      "edbfbf",
                      "e08080",
                      "e282",
                      "f0808080",
                      "f4908080",
                      "f09f98",
                      "f5808080",
                      "ff",
                      "fe",
                      "80",
                      "bf",
                      "efbbbf")
                  .map(HexFormat.of()::parseHex))
          .toList();

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  byte[] next() {
    byte[] bytes = payload();
    for (int times = random.nextInt(3); times >= 0; times--) {
      bytes = mutated(bytes);
    }
    return bytes;
  }

  private byte[] payload() {
    return PAYLOADS.get(random.nextInt(PAYLOADS.size())).getBytes(UTF_8);
  }

  private byte[] mutated(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(4));
    return switch (random.nextInt(8)) {
      case 0 -> replaced(bytes, from, from, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      case 1 -> replaced(bytes, from, to, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      case 2 -> replaced(bytes, from, to, new byte[0]);
      case 3 -> replaced(bytes, from, to, new byte[] {(byte) random.nextInt()});
      case 4 -> replaced(bytes, from, to, new byte[] {(byte) (' ' + random.nextInt(95))});
      case 5 -> replaced(bytes, from, from, slice(bytes));
      case 6 -> replaced(bytes, from, to, slice(payload()));
      default -> replaced(bytes, from, from, new byte[] {' '});
    };
  }

  private byte[] slice(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int length = random.nextInt(Math.min(bytes.length - from, 12) + 1);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] all = new byte[bytes.length + by.length - (to - from)];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(by, 0, all, from, by.length);
    System.arraycopy(bytes, to, all, from + by.length, bytes.length - to);
    return all;
  }
}
