package dev.blipscope.ui.control;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Fault;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The JSON values of a text, one after the other.
sealed interface Parsed {

  /// As deep as elsewhere, but an editor may hold more values than a payload.
  Limits LIMITS =
      new Limits(
          Limits.USUAL.depth(),
          20_000_000,
          Limits.USUAL.number(),
          Limits.USUAL.string(),
          Limits.USUAL.name(),
          3 * JsonEditor.MOST);

  /// Nothing else than values.
  ///
  /// @param starts where in the bytes each of them begins
  record Values(List<Doc> docs, List<Integer> starts) implements Parsed {
    public Values {
      docs = List.copyOf(docs);
      starts = List.copyOf(starts);
    }
  }

  /// The text is no JSON from this place on.
  record Broken(Place at) implements Parsed {}

  static Parsed of(String text) {
    byte[] bytes;
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
    } catch (CharacterCodingException half) {
      return new Broken(Place.START);
    }
    return of(bytes);
  }

  private static Parsed of(byte[] bytes) {
    var docs = new ArrayList<Doc>();
    var starts = new ArrayList<Integer>();
    int at = blanks(bytes, 0);
    do {
      var scanner = new Scanner(LIMITS);
      if (scanner.scan(bytes, at, bytes.length, true) != Scanner.Outcome.VALUE) {
        Fault fault = scanner.fault();
        return new Broken(Place.of(bytes, 0, Math.min(fault.at(), bytes.length)));
      }
      docs.add(scanner.doc());
      starts.add(at);
      at = blanks(bytes, scanner.end());
    } while (at < bytes.length);
    return new Values(docs, starts);
  }

  private static int blanks(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && " \t\r\n".indexOf(bytes[i]) >= 0) {
      i++;
    }
    return i;
  }
}
