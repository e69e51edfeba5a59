package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.SnakeCase;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whatever object arrives, its call is JSON on one line, has one person and an id, and is the same
/// each time.
class MapperFuzz {

  /// A call may be longer and deeper than the payload it came from.
  private static final Limits OF_CALLS =
      new Limits(
          Limits.USUAL.depth() + 8,
          Integer.MAX_VALUE / 8,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  private static final List<Mapper> MAPPERS =
      Profiles.names().stream()
          .map(name -> new Mapper(Profiles.named(name).orElseThrow(), Mapped.TEST, SnakeCase::of))
          .toList();

  private static final Name USER_ID = Name.of("userId");
  private static final Name ANONYMOUS_ID = Name.of("anonymousId");
  private static final Name MESSAGE_ID = Name.of("messageId");

  @FuzzTest
  void maps(byte[] bytes) {
    var scanner = new Scanner();
    if (scanner.scan(bytes, 0, bytes.length, true) != Scanner.Outcome.VALUE
        || !scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      return;
    }
    var payload = scanner.doc();
    var detected = Detector.detect(payload, null).kind();
    for (var mapper : MAPPERS) {
      for (var kind : detected == null ? List.of(Kind.values()) : List.of(detected)) {
        check(mapper, Item.of(payload, kind));
      }
    }
  }

  private static void check(Mapper mapper, Item item) {
    var out = new Out(64);
    var draft = mapper.map(item, out);
    String call = out.toString();

    assertEquals(-1, call.indexOf('\n'));
    assertEquals(draft.length(), call.getBytes(StandardCharsets.UTF_8).length);
    for (var field : draft.fields()) {
      assertTrue(0 < field.from() && field.from() < field.to() && field.to() < draft.length());
    }
    checkIds(read(out.toBytes()));
    var again = new Out(64);
    mapper.map(item, again);
    assertEquals(call, again.toString());
  }

  private static Doc read(byte[] call) {
    var scanner = new Scanner(OF_CALLS);

    assertEquals(Scanner.Outcome.VALUE, scanner.scan(call, 0, call.length, true));
    assertEquals(call.length, scanner.end());
    return scanner.doc();
  }

  private static void checkIds(Doc call) {
    int user = call.member(Doc.ROOT, USER_ID);
    int anonymous = call.member(Doc.ROOT, ANONYMOUS_ID);

    assertNotEquals(user == Doc.NONE, anonymous == Doc.NONE);
    assertTrue(!call.text(user == Doc.NONE ? anonymous : user).isBlank());
    assertTrue(call.text(call.member(Doc.ROOT, MESSAGE_ID)).matches("blip-[0-9a-f]{32}"));
  }
}
