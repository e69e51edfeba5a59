package dev.blipscope.share;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.segment.CallLimits;
import java.util.ArrayList;
import java.util.List;

/// Calls as Segment takes several of them in one request.
final class Batch {

  /// "500 KB per batch request"; nobody says whether a KB has 1,000 or 1,024 bytes.
  static final int MOST_BYTES = 500_000;

  /// Above this number a batch is answered with 200 and lost.
  static final int MOST_CALLS = 2_500;

  private static final String OPEN = "{\"batch\":[";
  private static final String CLOSE = "]}";

  private Batch() {}

  static void write(List<Doc> calls, Out out) {
    var all = new ArrayList<byte[]>(calls.size());
    calls.forEach(call -> all.add(line(call)));
    writeLines(all, out);
  }

  private static void writeLines(List<byte[]> calls, Out out) {
    out.add(OPEN);
    for (int i = 0; i < calls.size(); i++) {
      if (i > 0) {
        out.add(',');
      }
      out.add(calls.get(i));
    }
    out.add(CLOSE);
  }

  static byte[] line(Doc call) {
    return new Out(call.length()).tight(call, Doc.ROOT).toBytes();
  }

  /// Whether Segment takes a call of this size.
  static boolean fits(byte[] call) {
    return call.length <= CallLimits.MOST_BYTES;
  }

  /// The bodies of as many requests as the limits ask for.
  static List<byte[]> split(List<byte[]> calls) {
    var bodies = new ArrayList<byte[]>();
    var next = new ArrayList<byte[]>();
    int size = OPEN.length() + CLOSE.length();
    for (byte[] call : calls) {
      if (!next.isEmpty() && (size + call.length + 1 > MOST_BYTES || next.size() == MOST_CALLS)) {
        bodies.add(body(next));
        next.clear();
        size = OPEN.length() + CLOSE.length();
      }
      next.add(call);
      size += call.length + 1;
    }
    if (!next.isEmpty()) {
      bodies.add(body(next));
    }
    return bodies;
  }

  private static byte[] body(List<byte[]> calls) {
    var out = new Out(1_024);
    writeLines(calls, out);
    return out.toBytes();
  }
}
