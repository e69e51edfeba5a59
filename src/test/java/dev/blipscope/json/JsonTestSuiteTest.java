package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Nicolas Seriot's JSONTestSuite (MIT), which lies among the test resources.
class JsonTestSuiteTest {

  private static final Path SUITE = Path.of("src", "test", "resources", "jsontestsuite");

  private final Agreement agreement = new Agreement();

  @Test
  void every_text_that_must_be_accepted_is_accepted() {
    assertEquals(Map.of(), answeredOtherwise("y_", true));
  }

  @Test
  void every_text_that_must_be_refused_is_refused() {
    assertEquals(Map.of(), answeredOtherwise("n_", false));
  }

  @Test
  void a_text_that_may_be_either_gets_an_answer_that_jackson_shares() {
    assertEquals(35, accepted("i_").size());
  }

  @Test
  void what_others_transform_keeps_its_digits_escapes_and_superseded_members() throws IOException {
    for (var file : files("test_transform", "")) {
      byte[] bytes = Files.readAllBytes(file);
      var scanner = new Scanner();
      if (file.toString().contains("invalid_codepoint") && !file.toString().contains("escaped")) {
        assertEquals(Scanner.Outcome.BROKEN, scanner.scan(bytes, 0, bytes.length, true));
      } else {
        assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true));
        var written = new String(bytes, UTF_8).strip();
        assertEquals(written, scanner.doc().written(Doc.ROOT));
        assertEquals(
            written.replace(" ", ""), new Out(8).tokens(scanner.doc(), Doc.ROOT).toString());
      }
    }
  }

  private Map<String, Boolean> answeredOtherwise(String prefix, boolean expected) {
    var answers = accepted(prefix);
    answers.values().removeIf(accepted -> accepted == expected);
    return answers;
  }

  private Map<String, Boolean> accepted(String prefix) {
    var answers = new TreeMap<String, Boolean>();
    for (var file : files("test_parsing", prefix)) {
      try {
        answers.put(file.getFileName().toString(), agreement.on(Files.readAllBytes(file)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return answers;
  }

  private static List<Path> files(String folder, String prefix) {
    try (var all = Files.list(SUITE.resolve(folder))) {
      return all.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  // The same in small, for a machine that has only the project.

  @Test
  void what_the_suite_accepts_is_accepted_without_it_too() {
    for (var text : ACCEPTED) {
      assertEquals(true, agreement.on(text.getBytes(UTF_8)), text);
    }
  }

  @Test
  void what_the_suite_refuses_is_refused_without_it_too() {
    for (var text : REFUSED) {
      assertEquals(false, agreement.on(text.getBytes(UTF_8)), text);
    }
    for (var hex : NO_UTF8) {
      assertEquals(false, agreement.on(HexFormat.of().parseHex(hex)), hex);
    }
  }

  private static final List<String> ACCEPTED =
      List.of(
          "[[]   ]",
          "[\"\"]",
          "[]",
          "[\"a\"]",
          "[false]",
          "[null, 1, \"1\", {}]",
          "[null]",
          "[1\n]",
          " [1]",
          "[1,null,null,null,2]",
          "[2] ",
          "[123e65]",
          "[0e+1]",
          "[0e1]",
          "[ 4]",
          "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000000001]",
          "[20e1]",
          "[-0]",
          "[-123]",
          "[-1]",
          "[1E22]",
          "[1E-2]",
          "[1E+2]",
          "[123e45]",
          "[123.456e78]",
          "[1e-2]",
          "[1e+2]",
          "[123]",
          "[123.456789]",
          "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}",
          "{\"asd\":\"sdf\"}",
          "{\"a\":\"b\",\"a\":\"c\"}",
          "{\"a\":\"b\",\"a\":\"b\"}",
          "{}",
          "{\"\":0}",
          "{\"foo\\u0000bar\": 42}",
          "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
          "{\"x\":[{\"id\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}]}",
          "{\"a\":[]}",
          "{\n\"a\": \"b\"\n}",
          "[\"\\u0060\\u012a\\u12AB\"]",
          "[\"\\uD801\\udc37\"]",
          "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
          "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
          "[\"\\\\u0000\"]",
          "[\"\\\"\"]",
          "[\"a/*b*/c/*d//e\"]",
          "[\"\\\\a\"]",
          "[\"\\\\n\"]",
          "[\"\\u0012\"]",
          "[\"\\uFFFF\"]",
          "[\"asd\"]",
          "[ \"asd\"]",
          "[\"\\uDBFF\\uDFFF\"]",
          "[\"new\\u00A0line\"]",
          "[\"\udbff\udfff\"]",
          "[\"\uffff\"]",
          "[\"\\u0000\"]",
          "[\"\\u002c\"]",
          "[\"π\"]",
          "[\"asd \"]",
          "\" \"",
          "[\"\\uD834\\uDd1e\"]",
          "[\"\\u0821\"]",
          "[\"\\u0123\"]",
          "[\"\u2028\"]",
          "[\"\u2029\"]",
          "[\"\\u0061\\u30af\"]",
          "[\"new\\u000Aline\"]",
          "[\"\u007f\"]",
          "[\"\\uA66D\"]",
          "[\"\\u005C\"]",
          "[\"⍂㈴⍂\"]",
          "[\"\\u0022\"]",
          "[\"\\uD83F\\uDFFE\"]",
          "[\"\\u200B\"]",
          "[\"\\u2064\"]",
          "[\"€𝄞\"]",
          "[\"a\u007fa\"]",
          "false",
          "42",
          "-0.1",
          "null",
          "\"asd\"",
          "true",
          "\"\"",
          "[\"a\"]\n",
          "[true]",
          " [] ",
          "[\"\\uD800\"]",
          "{\"\\uDFAA\":0}",
          "[1e9999]");

  private static final List<String> REFUSED =
      List.of(
          "",
          " ",
          "[1 true]",
          "[\"\": 1]",
          "[\"\"],",
          "[,1]",
          "[1,,2]",
          "[\"x\",,]",
          "[\"x\"]]",
          "[\"\",]",
          "[\"x\"",
          "[x",
          "[3[4]]",
          "[1:2]",
          "[,]",
          "[-]",
          "[   , \"\"]",
          "[\"a\",\n4\n",
          "[1,]",
          "[\"a\u000ba\"\\f]",
          "[*]",
          "[\"\"",
          "[1,\n1\n,1",
          "[{}",
          "[fals]",
          "[nul]",
          "[tru]",
          "[++1234]",
          "[+1]",
          "[+Inf]",
          "[-01]",
          "[-1.0.]",
          "[-2.]",
          "[-NaN]",
          "[.-1]",
          "[.2e-3]",
          "[0.1.2]",
          "[0.3e+]",
          "[0.3e]",
          "[0.e1]",
          "[0E+]",
          "[0E]",
          "[0e+]",
          "[0e]",
          "[1.0e+]",
          "[1.0e-]",
          "[1.0e]",
          "[1 000.0]",
          "[1eE2]",
          "[2.e+3]",
          "[2.e-3]",
          "[2.e3]",
          "[9.e+]",
          "[Inf]",
          "[NaN]",
          "[\uff11]",
          "[1+2]",
          "[0x1]",
          "[0x42]",
          "[Infinity]",
          "[0e+-1]",
          "[-123.123foo]",
          "[-Infinity]",
          "[-foo]",
          "[- 1]",
          "[-012]",
          "[-.123]",
          "[-1x]",
          "[1ea]",
          "[1.]",
          "[.123]",
          "[1.2a-3]",
          "[1.8011670033376514H-308]",
          "[012]",
          "[\"x\", truth]",
          "{[: \"x\"}\n",
          "{\"x\", null}",
          "{\"x\"::\"b\"}",
          "{🇨🇭}",
          "{\"a\":\"a\" 123}",
          "{key: 'value'}",
          "{\"a\" b}",
          "{:\"b\"}",
          "{\"a\" \"b\"}",
          "{\"a\":",
          "{\"a\"",
          "{1:1}",
          "{9999E9999:1}",
          "{null:null,null:null}",
          "{\"id\":0,,,,,}",
          "{'a':0}",
          "{\"id\":0,}",
          "{\"a\":\"b\"}/**/",
          "{\"a\":\"b\"}/**//",
          "{\"a\":\"b\"}//",
          "{\"a\":\"b\"}/",
          "{\"a\":\"b\",,\"c\":\"d\"}",
          "{a: \"b\"}",
          "{\"a\":\"a",
          "{ \"foo\" : \"bar\", \"a\" }",
          "{\"a\":\"b\"}#",
          "[\"\\uD800\\\"]",
          "[\"\\uD800\\u\"]",
          "[\"\\uD800\\u1\"]",
          "[\"\\uD800\\u1x\"]",
          "[é]",
          "[\"\\x00\"]",
          "[\"\\\\\\\"]",
          "[\"\\\t\"]",
          "[\"\\🌀\"]",
          "[\"\\\"]",
          "[\"\\u00A\"]",
          "[\"\\uD834\\uDd\"]",
          "[\"\\uD800\\uD800\\x\"]",
          "[\"\\a\"]",
          "[\"\\uqqqq\"]",
          "[\\u0020\"asd\"]",
          "[\\n]",
          "\"",
          "['single quote']",
          "abc",
          "[\"\\",
          "[\"a\0a\"]",
          "[\"new\nline\"]",
          "[\"\t\"]",
          "\"\\UA66D\"",
          "\"\"x",
          "\ufeff",
          "<.>",
          "[<null>]",
          "[1]x",
          "[1]]",
          "[\"asd]",
          "aå",
          "[True]",
          "1]",
          "{\"x\": true,",
          "[][]",
          "]",
          "\ufeff{}",
          "å",
          "[",
          "{\"\":",
          "2@",
          "{}}",
          "{\"a\":/*comment*/\"b\"}",
          "{\"a\": true} \"x\"",
          "['",
          "[,",
          "[{",
          "[\"a",
          "[\"a\"",
          "{",
          "{]",
          "{,",
          "{[",
          "{\"a",
          "{'a'",
          "[\"\\{[\"\\{[\"\\{[\"\\{",
          "*",
          "{\"a\":\"b\"}#{}",
          "[\\u000A\"\"]",
          "[1",
          "[ false, nul",
          "[ true, fals",
          "[ false, tru",
          "{\"asd\":\"asd\"",
          "\u00a0",
          "[\u2060]",
          "[\u000c]");

  private static final List<String> NO_UTF8 =
      List.of(
          "5b22c3",
          "5b22ff225d",
          "5b22eda080225d",
          "5b22c0af225d",
          "5b22fc83bfbfbfbf225d",
          "5b22f4bfbfbf225d",
          "5b2281225d",
          "5b22e98f225d",
          "5b22e0ff225d",
          "5b31e5225d",
          "5be5",
          "5bff5d",
          "fffe5b002200e90022005d00");
}
