package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks that the scanner and Jackson say the same of a text, and whatever else must always hold.
final class Agreement {

  private final Scanner scanner = new Scanner();
  private final Out out = new Out(64);

  /// Whether both take the bytes for one JSON value, with blanks around it.
  boolean on(byte[] bytes) {
    try {
      return check(bytes);
    } catch (AssertionError | RuntimeException disagreement) {
      throw new AssertionError(
          new String(bytes, UTF_8) + "\nthat is " + HexFormat.of().formatHex(bytes), disagreement);
    }
  }

  private boolean check(byte[] bytes) {
    int from = behindBlanks(bytes, 0);
    return switch (scanner.scan(bytes, from, bytes.length, true)) {
      case VALUE -> checkValue(bytes, from);
      case BROKEN -> {
        checkFault(bytes, from);
        yield false;
      }
      case MORE -> throw new AssertionError("there is no more");
    };
  }

  private boolean checkValue(byte[] bytes, int from) {
    var doc = scanner.doc();
    var tokens = Tokens.of(doc);
    if (LoneSurrogates.areInNames(doc)) {
      // Jackson refuses them in names, RFC 8259 does not.
      boolean accepted = check(LoneSurrogates.replaced(bytes));
      assertEquals(LoneSurrogates.replaced(tokens), Tokens.of(scanner.doc()));
      return accepted;
    }
    boolean accepted = behindBlanks(bytes, scanner.end()) == bytes.length;
    assertEquals(accepted ? Optional.of(tokens) : Optional.empty(), Oracle.tokens(bytes));
    byte[] value = Arrays.copyOfRange(bytes, from, scanner.end());
    if (!accepted) {
      assertEquals(Optional.of(tokens), Oracle.tokens(value));
    }
    assertEquals(Counts.naively(value, from), Counts.of(scanner));
    checkOut(value, tokens);
    checkPointers(Pointer.ROOT, Tokens.tree(tokens));
    return accepted;
  }

  private void checkOut(byte[] value, List<String> tokens) {
    out.cutTo(0);
    assertEquals(withoutBlanks(value), out.tokens(scanner.doc(), Doc.ROOT).toString());
    if (scanner.doc().repeatsNames()) {
      out.cutTo(0);
      byte[] tight = out.tight(scanner.doc(), Doc.ROOT).toBytes();
      assertEquals(Tokens.tree(tokens), Tokens.tree(Oracle.tokens(tight).orElseThrow()));
    }
  }

  private void checkPointers(Pointer pointer, Object tree) {
    int node = Pointer.of(pointer.toString()).in(scanner.doc());
    switch (tree) {
      case Map<?, ?> members -> {
        assertEquals(NodeKind.OBJECT, scanner.doc().kind(node));
        members.forEach((name, value) -> checkPointers(pointer.then((String) name), value));
      }
      case List<?> items -> {
        assertEquals(NodeKind.ARRAY, scanner.doc().kind(node));
        for (int i = 0; i < items.size(); i++) {
          checkPointers(pointer.then(String.valueOf(i)), items.get(i));
        }
      }
      default -> assertEquals(List.of(tree), Tokens.of(scanner.doc(), node));
    }
  }

  private void checkFault(byte[] bytes, int from) {
    var fault = scanner.fault();
    assertTrue(fault.at() >= from && fault.at() <= bytes.length, fault.toString());
    assertTrue(fault.expected().isLimit() || Oracle.tokens(bytes).isEmpty(), fault.toString());
    assertEquals(
        Scanner.Outcome.MORE,
        scanner.scan(bytes, from, fault.at(), false),
        "what stands before a fault is the beginning of some JSON");
  }

  private static int behindBlanks(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && " \t\r\n".indexOf(bytes[i]) >= 0) {
      i++;
    }
    return i;
  }

  private static String withoutBlanks(byte[] value) {
    var text = new StringBuilder();
    boolean inString = false;
    boolean escaped = false;
    for (char unit : new String(value, UTF_8).toCharArray()) {
      inString ^= unit == '"' && !escaped;
      escaped = unit == '\\' && !escaped;
      if (inString || " \t\r\n".indexOf(unit) < 0) {
        text.append(unit);
      }
    }
    return text.toString();
  }

  /// What a scanner counts on the way.
  record Counts(int newlines, int surplus, int lineStart, int surplusBeforeLine, boolean ascii) {

    static Counts of(Scanner scanner) {
      return new Counts(
          scanner.newlines(),
          scanner.surplus(),
          scanner.lineStart(),
          scanner.surplusBeforeLine(),
          scanner.doc().isAscii());
    }

    static Counts naively(byte[] value, int from) {
      var text = new String(value, UTF_8);
      int lines = (int) text.chars().filter(unit -> unit == '\n').count();
      int surplus = value.length - text.length();
      var firstLines = text.substring(0, text.lastIndexOf('\n') + 1);
      int bytesBefore = firstLines.getBytes(UTF_8).length;
      return new Counts(
          lines,
          surplus,
          lines == 0 ? -1 : from + bytesBefore,
          bytesBefore - firstLines.length(),
          surplus == 0);
    }
  }
}
