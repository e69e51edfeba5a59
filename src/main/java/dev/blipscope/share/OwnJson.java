package dev.blipscope.share;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Scanner;

/// Reads back JSON that this room wrote, which may be longer than what we take from outside.
final class OwnJson {

  private static final Limits LIMITS =
      new Limits(1 << 20, 1 << 28, 1 << 30, 1 << 30, 1 << 30, 1 << 30);

  private OwnJson() {}

  static Doc read(byte[] json) {
    var scanner = new Scanner(LIMITS);
    if (scanner.scan(json, 0, json.length, true) != Scanner.Outcome.VALUE) {
      throw new IllegalStateException("what we wrote must be JSON");
    }
    return scanner.doc();
  }
}
