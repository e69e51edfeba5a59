package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Name;
import dev.blipscope.json.Place;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.ProfileProblem.Sort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(Profiles.schema(), StandardCharsets.UTF_8));

  private static final String RULES = "[\n{'to': '/type', 'value': 'track', 'assumed': 't'}\n]";
  private static final String REST = "{'into': '/properties', 'documented': 'p'}";
  private static final String PLAN = "{\n'rules': " + RULES + ",\n'rest': " + REST + "\n}";
  private static final String OTHERS =
      """
      'event': {'rules': [{'to': '/type', 'value': 'track', 'assumed': 't'}],
      'rest': {'drop': true, 'assumed': 't'}},
      'contact': {'rules': [{'to': '/type', 'value': 'identify', 'assumed': 't'}],
      'rest': {'drop': true, 'assumed': 't'}}
      """;

  /// A good profile. The tests add a row at line 6, or change something else.
  private static final String GOOD =
      "{\n'name': 'mine', 'about': 'a test',\n'message': " + PLAN + ",\n" + OTHERS + "}\n";

  private static String withRow(String row) {
    return GOOD.replace(RULES, RULES.replace("\n]", ",\n" + row + "\n]"));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static ProfileReader.Result read(String file) {
    return ProfileReader.read(json(file).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isRefusedBySchema(String file) {
    return !SCHEMA.validate(json(file), InputFormat.JSON).isEmpty();
  }

  /// Reads `line:column rule SORT detail`.
  private static ProfileProblem problem(String written, String file) {
    String[] parts = written.strip().split(" ", 4);
    String[] place = parts[0].split(":", 2);
    int line = Integer.parseInt(place[0]);
    int column = Integer.parseInt(place[1]);
    int lineStart = 0;
    for (int i = 1; i < line; i++) {
      lineStart = file.indexOf('\n', lineStart) + 1;
    }
    return new ProfileProblem(
        new Place(line, column, lineStart + column - 1),
        parts[1].equals("-") ? "" : parts[1],
        Sort.valueOf(parts[2]),
        parts.length > 3 ? parts[3] : "");
  }

  private static void assertProblems(String problems, String file) {
    var expected = new ArrayList<ProfileProblem>();
    for (String problem : problems.split(";", -1)) {
      expected.add(problem(problem, file));
    }
    assertEquals(new ProfileReader.Result.Faulty(expected), read(file), file);
  }

  private static final Map<String, String> LISTS =
      Map.of(
          "{values}", Targets.FOR_VALUES,
          "{objects}", Targets.FOR_OBJECTS,
          "{many}", Targets.FOR_MANY,
          "{row}", "as, assumed, documented, each, except, from, to, types, value, words",
          "{file}", "$schema, about, contact, event, message, name");

  /// Rows that the reader refuses with these problems, and the schema refuses as well.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          6:1 /message/rules/1 NOT_OBJECT                           | 5
          6:2 /message/rules/1/too UNKNOWN_FIELD {row}; 6:1 /message/rules/1 MISSING_FIELD to | {'too': '/event', 'value': 1, 'assumed': 't'}
          6:2 /message/rules/1/a~1b UNKNOWN_FIELD {row}             | {'a/b': 1, 'to': '/event', 'value': 1, 'assumed': 't'}
          6:1 /message/rules/1 MISSING_FIELD to                     | {'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to WRONG_TYPE string                 | {'to': 5, 'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to BAD_POINTER event                 | {'to': 'event', 'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to BAD_POINTER /context/~2           | {'to': '/context/~2', 'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {values}       | {'to': '', 'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {values}       | {'to': '/messageId', 'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {values}       | {'to': '/anonymousId', 'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {values}       | {'to': '/event/name', 'value': 1, 'assumed': 't'}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {values}       | {'to': '/propertiesX/a', 'value': 1, 'assumed': 't'}
          6:1 /message/rules/1 NO_SOURCE from, value, each          | {'to': '/event', 'assumed': 't'}
          6:1 /message/rules/1 TWO_SOURCES from, value              | {'to': '/event', 'assumed': 't', 'from': '/a', 'value': 1}
          6:42 /message/rules/1/from WRONG_TYPE string, array       | {'to': '/event', 'assumed': 't', 'from': 5}
          6:42 /message/rules/1/from WRONG_TYPE array, not empty    | {'to': '/event', 'assumed': 't', 'from': []}
          6:43 /message/rules/1/from/0 WRONG_TYPE string, object; 6:52 /message/rules/1/from/2 BAD_POINTER b | {'to': '/event', 'assumed': 't', 'from': [5, '/a', 'b']}
          6:42 /message/rules/1/from BAD_POINTER a                  | {'to': '/event', 'assumed': 't', 'from': 'a'}
          6:42 /message/rules/1/from UNKNOWN_FACT $name             | {'to': '/event', 'assumed': 't', 'from': '$name'}
          6:42 /message/rules/1/from UNKNOWN_FACT $messageId        | {'to': '/event', 'assumed': 't', 'from': '$messageId'}
          6:43 /message/rules/1/from/0 MISSING_FIELD types          | {'to': '/event', 'assumed': 't', 'from': [{'from': '/a'}]}
          6:43 /message/rules/1/from/0 MISSING_FIELD from           | {'to': '/event', 'assumed': 't', 'from': [{'types': ['a/b']}]}
          6:52 /message/rules/1/from/0/from WRONG_TYPE string       | {'to': '/event', 'assumed': 't', 'from': [{'from': ['/a'], 'types': ['a/b']}]}
          6:52 /message/rules/1/from/0/from UNKNOWN_FACT $a         | {'to': '/event', 'assumed': 't', 'from': [{'from': '$a', 'types': ['a/b']}]}
          6:67 /message/rules/1/from/0/types WRONG_TYPE array       | {'to': '/event', 'assumed': 't', 'from': [{'from': '/a', 'types': 'a/b'}]}
          6:67 /message/rules/1/from/0/as UNKNOWN_FIELD from, types; 6:43 /message/rules/1/from/0 MISSING_FIELD types | {'to': '/event', 'assumed': 't', 'from': [{'from': '/a'         , 'as': 'text'}]}
          6:52 /message/rules/1/as UNKNOWN_TYPE 'date'              | {'to': '/event', 'assumed': 't', 'value': 1, 'as': 'date'}
          6:52 /message/rules/1/as UNKNOWN_TYPE 5                   | {'to': '/event', 'assumed': 't', 'value': 1, 'as': 5}
          6:55 /message/rules/1/words WRONG_TYPE object             | {'to': '/event', 'assumed': 't', 'value': 1, 'words': []}
          6:62 /message/rules/1/words/a~1 WRONG_TYPE string         | {'to': '/event', 'assumed': 't', 'value': 1, 'words': {'a/': 5, 'b': ''}}
          6:55 /message/rules/1/types WRONG_TYPE array              | {'to': '/event', 'assumed': 't', 'value': 1, 'types': 'a/b'}
          6:55 /message/rules/1/types WRONG_TYPE array, not empty   | {'to': '/event', 'assumed': 't', 'value': 1, 'types': []}
          6:63 /message/rules/1/types/1 WRONG_TYPE string           | {'to': '/event', 'assumed': 't', 'value': 1, 'types': ['a/b', 5]}
          6:1 /message/rules/1 NO_GROUNDS documented, assumed       | {'to': '/event', 'value': 1}
          6:1 /message/rules/1 TWO_GROUNDS documented, assumed      | {'to': '/event', 'value': 1, 'assumed': 't', 'documented': 'p'}
          6:41 /message/rules/1/assumed WRONG_TYPE string           | {'to': '/event', 'value': 1, 'assumed': 5}
          6:41 /message/rules/1/assumed WRONG_TYPE string, not empty | {'to': '/event', 'value': 1, 'assumed': ''}
          6:1 /message/rules/1 MISSING_FIELD each                   | {'to': '/event', 'value': 1, 'assumed': 't', 'except': []}
          6:1 /message/rules/1 TWO_SOURCES each, from               | {'to': '/context/*', 'each': '/a', 'assumed': 't', 'from': '/a'}
          6:1 /message/rules/1 TWO_SOURCES each, value              | {'to': '/context/*', 'each': '/a', 'assumed': 't', 'value': 1}
          6:1 /message/rules/1 TWO_SOURCES each, as                 | {'to': '/context/*', 'each': '/a', 'assumed': 't', 'as': 'text'}
          6:1 /message/rules/1 TWO_SOURCES each, words              | {'to': '/context/*', 'each': '/a', 'assumed': 't', 'words': {}}
          6:1 /message/rules/1 TWO_SOURCES each, types              | {'to': '/context/*', 'each': '/a', 'assumed': 't', 'types': ['a/b']}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {many}         | {'to': '/context/x', 'each': '/a', 'assumed': 't'}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {many}         | {'to': '/context*', 'each': '/a', 'assumed': 't'}
          6:8 /message/rules/1/to TARGET_NOT_ALLOWED {many}         | {'to': '/event/x*', 'each': '/a', 'assumed': 't'}
          6:8 /message/rules/1/to BAD_POINTER x*                    | {'to': 'x*', 'each': '/a', 'assumed': 't'}
          6:1 /message/rules/1 MISSING_FIELD to                     | {'each': '/a', 'assumed': 't'}
          6:31 /message/rules/1/each WRONG_TYPE string              | {'to': '/context/x*', 'each': 5, 'assumed': 't'}
          6:31 /message/rules/1/each BAD_POINTER a                  | {'to': '/context/x*', 'each': 'a', 'assumed': 't'}
          6:63 /message/rules/1/except WRONG_TYPE array             | {'to': '/context/x*', 'each': '/a', 'assumed': 't', 'except': 'b'}
          6:64 /message/rules/1/except/0 WRONG_TYPE string          | {'to': '/context/x*', 'each': '/a', 'assumed': 't', 'except': [5]}
          """)
  void a_bad_row_is_refused_with_its_place_and_by_the_schema(String problems, String row) {
    String file = withRow(row);

    assertProblems(filled(problems), file);
    assertTrue(isRefusedBySchema(file), row);
  }

  private static String filled(String problems) {
    String filled = problems.replace('\'', '"');
    for (var list : LISTS.entrySet()) {
      filled = filled.replace(list.getKey(), list.getValue());
    }
    return filled;
  }

  /// Other changes that the reader refuses, and the schema refuses as well.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      emptyValue = "",
      textBlock =
          """
          2:1 /naam UNKNOWN_FIELD {file}; 1:1 - MISSING_FIELD name | 'name'               | 'naam'
          2:9 /name WRONG_TYPE string                        | 'mine'                     | 5
          2:9 /name WRONG_TYPE string, not empty             | 'mine'                     | ''
          2:26 /about WRONG_TYPE string                      | 'a test'                   | 5
          2:12 /$schema WRONG_TYPE string                    | 'name': 'mine'             | '$schema': {}, 'name': 'mine'
          3:1 /massage UNKNOWN_FIELD {file}; 1:1 - MISSING_FIELD message | 'message'      | 'massage'
          3:12 /message WRONG_TYPE object                    | {PLAN}                     | null
          4:1 /message/ruls UNKNOWN_FIELD rest, rules; 3:12 /message MISSING_FIELD rules | 'rules': [\\n | 'ruls': [\\n
          4:10 /message/rules WRONG_TYPE array               | {RULES}                    | {}
          4:10 /message/rules NOT_A_CALL                     | {RULES}                    | []
          4:10 /message/rules NOT_A_CALL                     | 'value': 'track'           | 'value': 'page'
          4:10 /message/rules NOT_A_CALL                     | 'value': 'track'           | 'value': 5
          4:10 /message/rules NOT_A_CALL                     | 'value': 'track'           | 'from': '$text'
          5:41 /message/rules/0/as NOT_FOR_THE_CALL as       | 'value': 'track'           | 'value': 'track', 'as': 'text'
          5:44 /message/rules/0/words NOT_FOR_THE_CALL words | 'value': 'track'           | 'value': 'track', 'words': {}
          5:44 /message/rules/0/types NOT_FOR_THE_CALL types | 'value': 'track'           | 'value': 'track', 'types': ['a/b']
          4:10 /message/rules NOT_A_CALL                     | '/type'                    | '/event'
          5:8 /message/rules/0/to WRONG_TYPE string; 4:10 /message/rules NOT_A_CALL | '/type' | ['/type']
          5:1 /message/rules/0 NOT_OBJECT; 4:10 /message/rules NOT_A_CALL | {'to': '/type', 'value': 'track', 'assumed': 't'} | '/type'
          7:1 /message/rost UNKNOWN_FIELD rest, rules; 3:12 /message MISSING_FIELD rest | 'rest' | 'rost'
          7:9 /message/rest WRONG_TYPE object                | {REST}                     | 'drop'
          7:33 /message/rest/too UNKNOWN_FIELD assumed, documented, drop, into | 'documented' | 'too': 1, 'documented'
          7:9 /message/rest NO_GROUNDS documented, assumed   | , 'documented': 'p'        | ~~
          7:9 /message/rest TWO_GROUNDS documented, assumed  | 'documented'               | 'assumed': 't', 'documented'
          7:47 /message/rest/documented WRONG_TYPE string, not empty | 'p'                | ''
          7:9 /message/rest TWO_SOURCES into, drop           | 'documented'               | 'drop': true, 'documented'
          7:9 /message/rest MISSING_FIELD into               | 'into': '/properties',     | ~~
          7:18 /message/rest/drop WRONG_TYPE true            | 'into': '/properties'      | 'drop': false
          7:18 /message/rest/into WRONG_TYPE string          | '/properties'              | 5
          7:18 /message/rest/into BAD_POINTER properties     | '/properties'              | 'properties'
          7:18 /message/rest/into TARGET_NOT_ALLOWED {objects} | '/properties'            | '/event'
          7:18 /message/rest/into TARGET_NOT_ALLOWED {objects} | '/properties'            | ''
          7:18 /message/rest/into TARGET_NOT_ALLOWED {objects} | '/properties'            | '/propertiesX'
          """)
  void a_bad_file_is_refused_with_its_place_and_by_the_schema(
      String problems, String old, String changed) {
    String file =
        GOOD.replaceFirst(
            Pattern.quote(filledParts(old)), Matcher.quoteReplacement(filledParts(changed)));

    assertProblems(filled(problems), file);
    assertTrue(isRefusedBySchema(file), file);
  }

  private static String filledParts(String text) {
    return text.replace("\\n", "\n")
        .replace("{PLAN}", PLAN)
        .replace("{RULES}", RULES)
        .replace("{REST}", REST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          11:11 /event/rules/0/types NOT_FOR_THIS_KIND types        | {'types': ['a/b'], 'to': '/event', 'value': 1, 'assumed': 't'}
          11:11 /event/rules/0/types NOT_FOR_THIS_KIND types        | {'types': [], 'to': '/event', 'value': 1, 'assumed': 't'}
          11:21 /event/rules/0/from/0/types NOT_FOR_THIS_KIND types | {'from': [{'types': ['a/b'], 'from': '/a'}], 'to': '/event', 'assumed': 't'}
          """)
  void only_messages_have_content_types_and_the_schema_knows(String problems, String row) {
    String event = "'event': {'rules': [";
    String file = GOOD.replace(event, event + "\n\n" + row + ",\n");

    assertProblems(problems, file);
    assertTrue(isRefusedBySchema(file), row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1:1 - NOT_OBJECT           | []
          1:1 - NOT_OBJECT           | 'x'
          1:3 - NOT_OBJECT           | ~  5 ~
          1:1 - MISSING_FIELD name; 1:1 - MISSING_FIELD message; 1:1 - MISSING_FIELD event; 1:1 - MISSING_FIELD contact | {}
          """)
  void what_is_no_profile_at_all_is_refused_and_by_the_schema(String problems, String file) {
    assertProblems(problems, file);
    assertTrue(isRefusedBySchema(file), file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1:1 - NOT_JSON VALUE                | ~~
          1:3 - NOT_JSON VALUE                | ~  ~
          1:1 - NOT_JSON NO_BYTE_ORDER_MARK   | ~\uFEFF{}~
          2:1 - NOT_JSON VALUE                | ~\n#~
          2:2 - NOT_JSON END_OF_TEXT          | ~{}\n 5 x~
          1:11 - NOT_JSON NAME                | ~{'a': 'ã',}~
          2:1 - NOT_JSON COMMA_OR_CLOSING_BRACE | ~{'a': 1\n'b': 2}~
          """)
  void what_is_no_json_is_refused_where_it_breaks(String problems, String file) {
    String text = file.replace("\\n", "\n");

    assertProblems(problems, text);
  }

  /// What no schema can say; the schema takes these files.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          6:8 /message/rules/1/to SAME_TARGET /type             | {'to': '/type', 'value': 'track', 'assumed': 't'}
          7:8 /message/rules/2/to SAME_TARGET /properties/a     | {'to': '/properties/a', 'value': 1, 'assumed': 't'},\\n{'to': '/properties/a', 'value': 1, 'assumed': 't'}
          7:8 /message/rules/2/to TARGET_INSIDE_TARGET /context | {'to': '/context', 'value': {}, 'assumed': 't'},\\n{'to': '/context/a', 'value': 1, 'assumed': 't'}
          7:8 /message/rules/2/to TARGET_INSIDE_TARGET /context/a/b | {'to': '/context/a/b', 'value': {}, 'assumed': 't'},\\n{'to': '/context/a', 'value': 1, 'assumed': 't'}
          7:8 /message/rules/2/to SAME_TARGET /context/a        | {'to': '/context/a', 'value': {}, 'assumed': 't'},\\n{'to': '/context/a/x*', 'each': '/a', 'assumed': 't'}
          7:8 /message/rules/2/to TARGET_INSIDE_TARGET /context | {'to': '/context', 'value': {}, 'assumed': 't'},\\n{'to': '/context/a/x*', 'each': '/a', 'assumed': 't'}
          7:8 /message/rules/2/to TARGET_INSIDE_TARGET /context/a/b | {'to': '/context/a/b/x*', 'each': '/a', 'assumed': 't'},\\n{'to': '/context/a', 'value': {}, 'assumed': 't'}
          6:34 /message/rules/1/value LONE_SURROGATE "\\ud800"    | {'to': '/properties/a', 'value': '\\ud800', 'assumed': 't'}
          6:41 /message/rules/1/value/0/b LONE_SURROGATE "\\udc00" | {'to': '/properties/a', 'value': [{'b': '\\udc00'}], 'assumed': 't'}
          6:70 /message/rules/1/words/a LONE_SURROGATE "\\ud800" | {'to': '/properties/a', 'from': '/a', 'assumed': 't', 'words': {'a': '\\ud800'}}
          6:2 /message/rules/1/to REPEATED_FIELD to             | {'to': '/x', 'to': '/event', 'value': 1, 'assumed': 't'}
          6:56 /message/rules/1/words/a REPEATED_FIELD a        | {'to': '/event', 'value': 1, 'assumed': 't', 'words': {'a': 'b', 'a': 'c'}}
          """)
  void what_only_the_reader_can_know_is_refused_by_it_alone(String problems, String row) {
    String file = withRow(row.replace("\\n", "\n"));

    assertProblems(problems, file);
    assertFalse(isRefusedBySchema(file), row);
  }

  @Test
  void the_rest_cannot_go_where_a_rule_puts_a_value() {
    String row = "{'to': '/properties/a', 'value': 1, 'assumed': 't'}";
    String same = withRow(row).replace("'into': '/properties'", "'into': '/properties/a'");
    String inside = withRow(row).replace("'into': '/properties'", "'into': '/properties/a/b'");

    String whole = withRow("{'to': '/properties', 'from': '/a', 'assumed': 't'}");

    assertProblems("8:18 /message/rest/into SAME_TARGET /properties", whole);
    assertProblems("8:18 /message/rest/into SAME_TARGET /properties/a", same);
    assertProblems("8:18 /message/rest/into TARGET_INSIDE_TARGET /properties/a", inside);
    assertFalse(isRefusedBySchema(same) || isRefusedBySchema(inside));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertProblems(
        "6:8 /message/rules/1/to TARGET_NOT_ALLOWED "
            + Targets.FOR_VALUES
            + "; 7:1 /message/rules/2 NO_GROUNDS documented, assumed;"
            + " 7:8 /message/rules/2/to BAD_POINTER x;"
            + " 7:1 /message/rules/2 NO_SOURCE from, value, each",
        withRow("{'to': '/x', 'value': 1, 'assumed': 't'},\n{'to': 'x'}"));
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void each_sort_of_problem_can_be_told(Sort sort) {
    String event = "'to': '/event', 'assumed': 't'";
    String bad =
        switch (sort) {
          case NOT_JSON -> "{";
          case NOT_OBJECT -> "[]";
          case UNKNOWN_FIELD -> withRow("{" + event + ", 'value': 1, 'x': 1}");
          case MISSING_FIELD -> "{}";
          case WRONG_TYPE -> withRow("{" + event + ", 'from': 1}");
          case BAD_POINTER -> withRow("{" + event + ", 'from': 'a'}");
          case UNKNOWN_FACT -> withRow("{" + event + ", 'from': '$a'}");
          case UNKNOWN_TYPE -> withRow("{" + event + ", 'value': 1, 'as': 'date'}");
          case NO_SOURCE -> withRow("{" + event + "}");
          case TWO_SOURCES -> withRow("{" + event + ", 'value': 1, 'from': '/a'}");
          case NO_GROUNDS -> withRow("{'to': '/event', 'value': 1}");
          case TWO_GROUNDS -> withRow("{" + event + ", 'value': 1, 'documented': 'p'}");
          case SAME_TARGET -> withRow("{'to': '/type', 'value': 1, 'assumed': 't'}");
          case TARGET_INSIDE_TARGET ->
              withRow("{'to': '/context/a', 'value': 1, 'assumed': 't'}")
                  .replace("'into': '/properties'", "'into': '/context/a/b'");
          case TARGET_NOT_ALLOWED -> withRow("{'to': '/x', 'value': 1, 'assumed': 't'}");
          case NOT_A_CALL -> GOOD.replace("'track'", "'page'");
          case NOT_FOR_THIS_KIND ->
              GOOD.replace("'value': 'identify'", "'value': 'identify', 'types': ['a/b']");
          case NOT_FOR_THE_CALL -> GOOD.replace("'track'", "'track', 'words': {}");
          case LONE_SURROGATE -> withRow("{" + event + ", 'value': '\\ud800'}");
          case REPEATED_FIELD -> GOOD.replace("'about'", "'name'");
        };
    var faulty = assertInstanceOf(ProfileReader.Result.Faulty.class, read(bad));

    assertTrue(faulty.problems().stream().anyMatch(problem -> problem.sort() == sort));
  }

  // What is right

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'to': '/event', 'value': 1, 'assumed': 't'}",
        "{'to': '/userId', 'from': '', 'documented': 'p'}",
        "{'to': '/timestamp', 'from': '/a~0b~1c', 'as': 'instant', 'assumed': 't'}",
        "{'to': '/traits', 'from': '/extras', 'assumed': 't'}",
        "{'to': '/context', 'value': {}, 'assumed': 't'}",
        "{'to': '/integrations', 'value': null, 'assumed': 't'}",
        "{'to': '/properties/', 'from': ['$channel', '$direction', '$text'], 'assumed': 't'}",
        "{'to': '/properties/a\\u000ab', 'from': ['$contact', '$bot', '$author'], 'assumed': 't'}",
        "{'to': '/traits/a/b', 'from': [{'from': '/a', 'types': ['a/b']}], 'assumed': 't'}",
        "{'to': '/traits/a*', 'from': '/a', 'types': ['a/b'], 'words': {}, 'assumed': 't'}",
        "{'to': '/properties/*', 'each': '/a', 'assumed': 't'}",
        "{'to': '/context/a/b*', 'each': '', 'except': [], 'documented': 'p'}",
      })
  void a_good_row_is_taken_by_the_reader_and_by_the_schema(String row) {
    assertInstanceOf(ProfileReader.Result.Read.class, read(withRow(row)), row);
    assertFalse(isRefusedBySchema(withRow(row)), row);
  }

  @Test
  void a_profile_is_what_its_file_says() {
    String file =
        withRow(
            "{'to': '/event', 'from': ['/a', {'from': '$text', 'types': ['A/B;c']}],"
                + " 'words': {'d': 'e'}, 'as': 'text', 'types': ['x/y', 'Z/z'], 'documented': 'p'},"
                + " {'to': '/context/f/g_*', 'each': '/h', 'except': ['i'], 'assumed': 'j'},"
                + " {'to': '/userId', 'value': [ 1 ], 'assumed': 'k'}");
    var track = new Rule(Pointer.of("/type"), fixed("track"), new Grounds(Basis.ASSUMED, "t"));
    var identify =
        new Rule(Pointer.of("/type"), fixed("identify"), new Grounds(Basis.ASSUMED, "t"));
    var dropped = new Rest.Dropped(new Grounds(Basis.ASSUMED, "t"));
    var event =
        new Source.InTypes(
            new Source.Converted(
                new Source.Worded(
                    new Source.FirstOf(
                        List.of(
                            new Source.At(Pointer.of("/a")),
                            new Source.InTypes(
                                new Source.Derived(Fact.TEXT), List.of(Name.of("a/b"))))),
                    Map.of("d", "e")),
                TargetType.TEXT),
            List.of(Name.of("x/y"), Name.of("z/z")));

    assertEquals(
        new ProfileReader.Result.Read(
            new Profile(
                "mine",
                "a test",
                Map.of(
                    Kind.MESSAGE,
                    new Profile.Plan(
                        Pointer.of("/properties"),
                        List.of(
                            track,
                            new Rule(
                                Pointer.of("/event"), event, new Grounds(Basis.DOCUMENTED, "p")),
                            new Rule(
                                Pointer.of("/userId"),
                                new Source.Fixed(new Value.Json("[1]")),
                                new Grounds(Basis.ASSUMED, "k"))),
                        List.of(
                            new Spread(
                                Pointer.of("/context/f"),
                                "g_",
                                Pointer.of("/h"),
                                List.of(Name.of("i")),
                                new Grounds(Basis.ASSUMED, "j"))),
                        new Rest.Kept(
                            Pointer.of("/properties"), new Grounds(Basis.DOCUMENTED, "p"))),
                    Kind.EVENT,
                    new Profile.Plan(Pointer.of("/properties"), List.of(track), List.of(), dropped),
                    Kind.CONTACT,
                    new Profile.Plan(
                        Pointer.of("/traits"), List.of(identify), List.of(), dropped)))),
        read(file));
  }

  private static Source fixed(String text) {
    return new Source.Fixed(new Value.Text(text));
  }

  @Test
  void what_a_profile_is_about_may_be_left_out() {
    var read =
        assertInstanceOf(
            ProfileReader.Result.Read.class,
            read(" \r\n\t" + GOOD.replace(", 'about': 'a test'", "") + " \r\n\t"));

    assertEquals("", read.profile().about());
  }

  @Test
  void a_profile_has_a_plan_for_each_kind() {
    assertThrows(IllegalArgumentException.class, () -> new Profile("a", "b", Map.of()));
  }
}
