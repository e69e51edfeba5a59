package dev.blipscope.blip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Scanner;
import org.jspecify.annotations.Nullable;

/// Whatever object arrives, it is told what it is, and as what it could be understood.
class DetectorFuzz {

  @FuzzTest
  void detects(byte[] bytes) {
    var scanner = new Scanner();
    if (scanner.scan(bytes, 0, bytes.length, true) != Scanner.Outcome.VALUE
        || !scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      return;
    }
    var payload = scanner.doc();
    weigh(payload, null);
    for (var kind : Kind.values()) {
      weigh(payload, kind);
      understand(payload, kind);
    }
  }

  private static void weigh(Doc payload, @Nullable Kind reserved) {
    var detection = Detector.detect(payload, reserved);
    var evidence = Evidence.of(payload, detection);

    assertEquals(detection, Detector.detect(payload, reserved));
    assertTrue(evidence.size() >= 13);
    assertTrue(detection.kind() == null || detection.foreign() == null);
  }

  private static void understand(Doc payload, Kind kind) {
    var item = Item.of(payload, kind);
    var contact = item.contact();
    String identity = contact.identity();

    assertEquals(identity == null, contact.node() == Doc.NONE);
    assertTrue(identity == null || !identity.isBlank());
    assertTrue(!contact.whole() || payload.text(contact.node()).equals(identity));
    assertEquals(kind == Kind.MESSAGE, item.route() != null);
    assertTrue(item.route() == null || (item.route().row() >= 1 && item.route().row() <= 13));
    assertTrue(item.route() != null || item.author() == null);
  }
}
