package dev.blipscope.check;

import java.util.List;
import java.util.Random;

/// Makes up payloads with names that collide, values in several types, halves of characters, blanks
/// and names that stand twice: every one is valid JSON and of a kind.
public final class OddPayloads {

  private static final List<String> NAMES =
      List.of(
          "stateId",
          "#stateId",
          "state_id",
          "StateId",
          "state id",
          "é",
          "日本",
          "",
          "#",
          "a.b",
          "a/b",
          "a~b",
          "a",
          "b",
          "b_c",
          "id",
          "timestamp",
          "1x",
          "context_a",
          "extras_a",
          "Ação",
          "😀",
          "from",
          "a__b",
          "__proto__");
  private static final List<String> VALUES =
      List.of(
          "\"x\"",
          "\"y\"",
          "\"\"",
          "1",
          "1.0",
          "-0",
          "123456789012345678901234567890",
          "true",
          "false",
          "null",
          "\"2025-01-08T16:35:14Z\"",
          "\"\\u00e9\"",
          "\"é😀\"",
          "{}",
          "[]",
          "[1,\"x\"]",
          "\"${contact.name}\"");
  private static final List<String> MESSAGE =
      List.of(
          "\"type\":\"text/plain\"",
          "\"content\":\"Oi\"",
          "\"id\":\"4b1c\"",
          "\"from\":\"5511900000001@wa.gw.msging.net\"",
          "\"to\":\"bot@msging.net\"");
  private static final List<String> EVENT =
      List.of(
          "\"category\":\"flow\"",
          "\"action\":\"Início\"",
          "\"ownerIdentity\":\"bot@msging.net\"",
          "\"storageDate\":\"2025-01-08T17:50:25.577Z\"",
          "\"contact\":{\"Identity\":\"5511900000001@wa.gw.msging.net\"}");
  private static final List<String> CONTACT =
      List.of(
          "\"lastMessageDate\":\"2025-01-08T17:58:48.890Z\"",
          "\"identity\":\"5511900000001@wa.gw.msging.net\"",
          "\"source\":\"WhatsApp\"");

  private final Random random;
  private final boolean blanks;
  private final boolean halves;

  /// @param blanks whether blanks stand between tokens
  /// @param halves whether some texts hold half of a surrogate pair
  public OddPayloads(Random random, boolean blanks, boolean halves) {
    this.random = random;
    this.blanks = blanks;
    this.halves = halves;
  }

  public String next() {
    var kind = List.of(MESSAGE, EVENT, CONTACT).get(random.nextInt(3));
    var payload = new StringBuilder("{");
    for (String field : kind) {
      payload.append(blank()).append(field).append(blank()).append(',');
    }
    payload.append(blank()).append("\"extras\":").append(object(2));
    for (int more = random.nextInt(4); more > 0; more--) {
      payload.append(',').append(member(2));
    }
    if (random.nextInt(40) == 0) {
      payload.append(",\"long\":\"").repeat("é", 14_000 + random.nextInt(4_000)).append('"');
    }
    return payload.append(blank()).append('}').toString();
  }

  private String object(int depth) {
    var object = new StringBuilder("{");
    for (int members = random.nextInt(4); members > 0; members--) {
      object.append(member(depth)).append(members > 1 ? "," : "");
    }
    return object.append(blank()).append('}').toString();
  }

  private String member(int depth) {
    return blank() + '"' + name() + '"' + blank() + ':' + blank() + value(depth);
  }

  private String name() {
    return halves && random.nextInt(200) == 0
        ? "\\ud83d"
        : NAMES.get(random.nextInt(NAMES.size())).replace("\"", "\\\"");
  }

  private String value(int depth) {
    if (halves && random.nextInt(200) == 0) {
      return "\"\\udc00\"";
    }
    return depth > 0 && random.nextInt(4) == 0
        ? object(depth - 1)
        : VALUES.get(random.nextInt(VALUES.size()));
  }

  private String blank() {
    return blanks ? List.of("", " ", "\n\t", "").get(random.nextInt(4)) : "";
  }
}
