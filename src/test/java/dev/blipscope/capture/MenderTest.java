package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.blipscope.json.Mend;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MenderTest {

  /// What is broken, a bar, and what it is mended to; a pilcrow stands for a line end.
  private static final String TABLE =
      """
      {"a":1,}                   | {"a":1}
      {"a":1 , }                 | {"a":1  }
      {"a":1,,"b":2}             | {"a":1,"b":2}
      {,"a":1}                   | {"a":1}
      {"a":[1,2,]}               | {"a":[1,2]}
      {"a":[,1]}                 | {"a":[1]}
      {"a":[1,,2]}               | {"a":[1,2]}
      {"a":1 "b":2}              | {"a":1, "b":2}
      {"a":"x"¶"b":2}            | {"a":"x",¶"b":2}
      {"a":[1 2]}                | {"a":[1, 2]}
      {"a":[{} {}]}              | {"a":[{}, {}]}
      {"a":1;"b":2}              | {"a":1,"b":2}
      {"a":1 b:2}                | {"a":1, "b":2}
      {"a" 1}                    | {"a": 1}
      {"a"="x"}                  | {"a":"x"}
      {"a" => "x"}               | {"a" : "x"}
      {"a":="x"}                 | {"a":"x"}
      {"a"::1}                   | {"a":1}
      {"a"}                      | {"a": null}
      {"a","b":1}                | {"a": null,"b":1}
      {"a":{"b":1}               | {"a":{"b":1}}
      {"a":[1,2}                 | {"a":[1,2]}
      {"a":[1,{"b":2}            | {"a":[1,{"b":2}]}
      {"a":[1]]}                 | {"a":[1]}
      {"a":[1]},"b":2}           | {"a":[1],"b":2}
      {"a":1}}                   | {"a":1}
      [1,2                       | [1,2]
      [                          | []
      {                          | {}
      {"a":}                     | {"a": null}
      {"a":,"b":1}               | {"a": null,"b":1}
      {"a":                      | {"a":null}
      {"a                        | {"a":null}
      {"a":"x                    | {"a":"x"}
      {"a":"x}                   | {"a":"x"}
      {"a":"x\\                  | {"a":"x"}
      {"a":"x\\u00               | {"a":"x"}
      {"a":tr                    | {"a":true}
      {"a":-                     | {"a":null}
      {"a":1.                    | {"a":1.0}
      {"a":1e+                   | {"a":1}
      {"a":1,                    | {"a":1}
      {"a":'x'}                  | {"a":"x"}
      {'a':'x','b':["y",'z']}    | {"a":"x","b":["y","z"]}
      {'a':'d\\'água'}           | {"a":"d'água"}
      {'a':'Santa d'Oeste'}      | {"a":"Santa d'Oeste"}
      {'a':'disse "oi"'}         | {"a":"disse \\"oi\\""}
      {"a":`x`}                  | {"a":"x"}
      {"a":“x”}                  | {"a":"x"}
      {“a”:“x”}                  | {"a":"x"}
      {„a“:„x“}                  | {"a":"x"}
      {«a»:«x»}                  | {"a":"x"}
      {"a":‘d’água’}             | {"a":"d’água"}
      {"a":“x"}                  | {"a":"x"}
      {"a":x}                    | {"a":"x"}
      {"a":Olá, "b":1}           | {"a":"Olá", "b":1}
      {"a":Olá você, "b":1}      | {"a":"Olá você", "b":1}
      {"a":x"}                   | {"a":"x"}
      {"a":"x,"b":"y"}           | {"a":"x","b":"y"}
      {"a:"x"}                   | {"a":"x"}
      {a:1}                      | {"a":1}
      {a":1}                     | {"a":1}
      {a b:1}                    | {"a b":1}
      {1:1}                      | {"1":1}
      {"a":"disse "oi" e saiu"}  | {"a":"disse \\"oi\\" e saiu"}
      {"a":"x¶y"}                | {"a":"x\\ny"}
      {"a":"x,¶"b":1}            | {"a":"x",¶"b":1}
      {"a":"x¶}                  | {"a":"x"¶}
      {"a":1 // um¶}             | {"a":1 ¶}
      {"a":/* um */1}            | {"a":1}
      {# um¶"a":1}               | {¶"a":1}
      {"a":1} // fim             | {"a":1}
      {"a":1 /* aberto           | {"a":1 }
      {"a":True,"b":None}        | {"a":true,"b":null}
      {'a':True,'b':[None]}      | {"a":true,"b":[null]}
      {"a":undefined}            | {"a":null}
      {"a":NaN}                  | {"a":null}
      {"a":-Infinity}            | {"a":null}
      {"a":u'x'}                 | {"a":"x"}
      {u"a":1}                   | {"a":1}
      {"a":1, ...}               | {"a":1 }
      {"a":1, …}                 | {"a":1 }
      {"a":007}                  | {"a":"007"}
      {"a":+5}                   | {"a":5}
      {"a":.5}                   | {"a":0.5}
      {"a":-.5}                  | {"a":-0.5}
      {"a":5.}                   | {"a":5.0}
      {"a":1.2.3}                | {"a":"1.2.3"}
      {"a":0x1F}                 | {"a":"0x1F"}
      {"a":2025-10-22}           | {"a":"2025-10-22"}
      {"a":1e}                   | {"a":"1e"}
      {"a":"d\\'x"}              | {"a":"d'x"}
      {"a":"\\x41"}              | {"a":"\\u0041"}
      {"a":"C:\\dir"}            | {"a":"C:\\\\dir"}
      {"a":"\\user"}             | {"a":"\\\\user"}
      {"a":"\\u{e9}"}            | {"a":"\\u00e9"}
      {"a":"\\u{1F600}"}         | {"a":"\\ud83d\\ude00"}
      {"a":"x\\¶y"}              | {"a":"xy"}
      {\\"a\\":\\"x\\"}          | {"a":"x"}
      {\\"a\\":\\"x\\\\"oi\\\\"\\",\\n\\t\\"b\\":1}  | {"a":"x\\"oi\\"",¶\t"b":1}
      {a:1,b:[1,2,],c:{d:“x”,}}  | {"a":1,"b":[1,2],"c":{"d":"x"}}
      {a:1,b:[1,2,],};¶          | {"a":1,"b":[1,2]}
      {a: 1,¶ b c: "\\"",¶ d:"x"} | {"a": 1,¶ "b c": "\\"",¶ "d":"x"}
      """;

  static Stream<Arguments> rows() {
    return TABLE
        .lines()
        .map(
            row -> {
              int bar = row.lastIndexOf("| ");
              String broken = row.substring(0, bar).stripTrailing().replace('¶', '\n');
              return Arguments.of(broken, row.substring(bar + 2).replace('¶', '\n'));
            });
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_broken_text_is_mended(String broken, String expected) {
    assertEquals(expected.strip(), mended(broken).strip());
  }

  private static String mended(String broken) {
    var mend = Mender.mend(broken);
    return mend == null ? "not mended" : mend.applyTo(broken);
  }

  @Test
  void signs_that_nobody_sees_are_taken_out_between_tokens() {
    for (var unseen :
        new String[] {"\uFEFF", "\u200B", "\u00A0", "\u2028", "\f", "\0", "\u00A0\u00A0"}) {
      assertEquals(
          new Mend(5, 5 + unseen.length(), ""), Mender.mend("{\"a\":" + unseen + "\"\u00A0\"}"));
    }
  }

  @Test
  void control_characters_in_strings_are_escaped() {
    assertEquals(new Mend(6, 7, "\\t"), Mender.mend("{\"a\":\"\t\"}".replace("\"a\"", "\"a\"")));
    assertEquals("{\"a\":\"\\r\\n\\b\\f\\u0001\"}", mended("{\"a\":\"\r\n\b\f\u0001\"}"));
    assertEquals("{\"a\":\"\\t\\u0001\"}", mended("{'a':'\t\u0001'}"));
  }

  @Test
  void only_what_differs_is_replaced() {
    assertEquals(new Mend(6, 7, ""), Mender.mend("{\"a\":1,}"));
    assertEquals(new Mend(5, 8, "\"x\""), Mender.mend("{\"a\":'x'}"));
    assertEquals(new Mend(6, 6, "}"), Mender.mend("{\"a\":1"));
    assertEquals(new Mend(8, 8, "\"}"), Mender.mend("{\"a\":\"👋"));
  }

  @Test
  void surrogate_pairs_are_not_torn() {
    assertEquals(
        new Mend(6, 8, "\uD83D\uDE01"),
        Mender.mend("{\"a\":\"\uD83D\uDE00\"}", "{\"a\":\"\uD83D\uDE01\"}"));
    assertEquals(
        new Mend(6, 8, "\uD83C\uDE00"),
        Mender.mend("{\"a\":\"\uD83D\uDE00\"}", "{\"a\":\"\uD83C\uDE00\"}"));
  }

  @Test
  void what_was_meant_can_be_another_text() {
    assertEquals(new Mend(6, 7, "ã"), Mender.mend("{\"a\":\"\uFFFD\"}", "{\"a\":\"ã\"}"));
  }

  @Test
  void a_sound_text_needs_no_mend() {
    assertNull(Mender.mend("{\"a\":1}"));
    assertNull(Mender.mend(" [1]\n"));
  }

  @Test
  void what_nobody_can_guess_stays_as_it_is() {
    assertNull(Mender.mend("{]["));
    assertNull(Mender.mend("{" + "x(y) {z} ".repeat(100) + "}"));
    assertNull(Mender.mend("{\"a\" ".repeat(300)));
  }

  @Test
  void what_asks_for_too_much_is_not_mended() {
    assertNull(Mender.mend("[".repeat(1000)));
    assertNull(Mender.mend("{\"a\":\"" + "x".repeat(1 << 20) + "\",}"));
  }

  @Test
  void a_long_text_in_foreign_quotes_is_mended_at_once() {
    String broken = "{" + "'k':'v',".repeat(10_000) + "'z':None}";

    assertEquals(broken.replace('\'', '"').replace("None", "null"), mended(broken));
  }

  @Test
  void idle_signs_beside_a_payload_can_be_deleted() {
    assertEquals(new Mend(0, 1, ""), Mender.deletion("}"));
    assertEquals(new Mend(0, 4, ""), Mender.deletion("]) ;"));
    assertEquals(new Mend(0, 1, ""), Mender.deletion("\uFEFF"));
    assertEquals(new Mend(0, 3, ""), Mender.deletion("```"));
    assertEquals(new Mend(0, 7, ""), Mender.deletion("// oi {"));
    assertEquals(new Mend(0, 8, ""), Mender.deletion("/* oi */"));
    assertNull(Mender.deletion("took 12 ms"));
    assertNull(Mender.deletion("/* oi */ tchau"));
    assertNull(Mender.deletion(""));
  }
}
