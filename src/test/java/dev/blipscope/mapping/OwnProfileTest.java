package dev.blipscope.mapping;

import static dev.blipscope.mapping.Mapped.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.blip.Payloads;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import dev.blipscope.segment.SnakeCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a profile that somebody wrote himself makes of a message.
class OwnProfileTest {

  private static final String DROP = "'drop': true";
  private static final String KEEP = "'into': '/properties'";

  private static String rule(String to, String rest) {
    return "{'to': '" + to + "', " + rest + ", 'assumed': 'a test'}";
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  // What becomes of the fields that no rule takes

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'b':'1','id':'2'}         | 'from': '/a'                        | {'a': '1', 'id': '2'}
          {'b':'1','id':'2'}         | 'from': '/a', 'as': 'text'          | {'a': 1, 'id': '2'}
          {'b':1,'id':'2'}           | 'from': '/a', 'as': 'number'        | {'a': '1', 'id': '2'}
          {'b':'x','id':'2'}         | 'from': '/a', 'words': {'1': 'x'}   | {'a': '1', 'id': '2'}
          {'b':'1','id':'2'}         | 'from': ['/c', '/a']                | {'a': '1', 'id': '2'}
          {'b':'1','a':'2'}          | 'from': ['/c', '/a']                | {'a': '2', 'c': '1'}
          {'b':'1','a':{'c':'1'}}    | 'from': '/a/c'                      | {'a': {'c': '1'}}
          {'b':'x@0mn.io','from':'x@0mn.io','to':'y'} | 'from': '$contact' | {'from': 'x@0mn.io', 'to': 'y'}
          {'b':5,'a':'1'}            | 'value': 5                          | {'a': '1'}
          {'a':'x','b':'1'}          | 'from': '/a', 'as': 'number'        | {'a': 'x', 'b': '1'}
          {'a':'x','b':'1'}          | 'from': '/a', 'words': {'y': 'z'}   | {'a': 'x', 'b': '1'}
          {'b':'1'}                  | 'from': '/c'                        | {'b': '1'}
          {'b':'1'}                  | 'from': '/a'                        | {'b': '2', 'a': '1'}
          {'a':1,'type':'x/y'}       | 'from': '/a', 'types': ['a/b']      | {'a': 1, 'type': 'x/y'}
          {'b':1,'type':'a/b'}       | 'from': '/a', 'types': ['A/b;x']    | {'a': 1, 'type': 'a/b'}
          """)
  void what_a_rule_takes_is_not_kept_under_its_own_name_as_well(
      String properties, String source, String payload) {
    assertEquals(
        json(properties), message(payload, KEEP, rule("/properties/b", source)).at("/properties"));
  }

  @Test
  void a_field_that_only_the_call_itself_uses_is_kept() {
    var mapped =
        message(
            "{'id': 'u', 'storageDate': '2025-01-08T16:35:14Z'}",
            KEEP,
            rule("/userId", "'from': '/id'"),
            rule("/timestamp", "'from': '/storageDate', 'as': 'instant'"));

    assertEquals(json("{'id':'u','storageDate':'2025-01-08T16:35:14Z'}"), mapped.at("/properties"));
    assertEquals(json("'u'"), mapped.at("/userId"));
  }

  @Test
  void what_is_taken_elsewhere_in_the_call_is_not_kept_either() {
    var mapped =
        message(
            "{'a': 1, 'b': 2, 'c': 3}",
            KEEP,
            rule("/properties/x/y", "'from': '/c'"),
            rule("/context/ip", "'from': '/a'"));

    assertEquals(json("{'ip':1}"), mapped.at("/context"));
    assertEquals(json("{'x':{'y':3},'b':2}"), mapped.at("/properties"));
  }

  @Test
  void the_rest_can_go_under_one_key() {
    var mapped =
        message(
            "{'a': 1, 'b': 2, 'c': 3}",
            "'into': '/properties/blip/raw'",
            rule("/properties/blip/x", "'from': '/a'"),
            rule("/properties/y", "'from': '/b'"));

    assertEquals(json("{'y':2,'blip':{'x':1,'raw':{'c':3}}}"), mapped.at("/properties"));
    assertEquals(
        List.of(
            "/type",
            "/anonymousId",
            "/messageId",
            "/properties/y",
            "/properties/blip/x",
            "/properties/blip/raw/c"),
        mapped.draft().fields().stream()
            .map(field -> field.pointer(mapped.payload()).toString())
            .toList());
  }

  @Test
  void an_object_that_nothing_fills_is_not_written_but_the_body_is() {
    assertTrue(
        message(
                "{'a': 1}",
                "'into': '/context/blip'",
                rule("/integrations/x", "'from': '/a'"),
                rule("/context/y/z", "'from': '/b'"),
                rule("/context/w", "'from': '/c'"))
            .text()
            .endsWith(json("','integrations':{'x':1},'properties':{}}")));
  }

  @Test
  void an_object_of_the_payload_can_be_the_whole_body() {
    String whole = rule("/properties", "'from': '/extras'");

    assertEquals(
        json("{'a':[1]}"), message("{'extras': {'a': [1]}}", DROP, whole).at("/properties"));
    assertEquals("-", message("{'b': 1}", DROP, whole).at("/properties"));
  }

  @Test
  void the_body_stands_there_beside_a_rest_that_goes_elsewhere() {
    var mapped = message("{'a': 1}", "'into': '/context/blip'");

    assertTrue(mapped.text().endsWith(json("'properties':{},'context':{'blip':{'a':1}}}")));
  }

  // Whole objects taken apart

  @Test
  void an_object_that_is_taken_apart_is_not_kept_whole() {
    assertEquals(
        json("{'id':'i','x_a_b':1}"),
        message(
                "{'id': 'i', 'extras': {'aB': 1, 'c': 2}}",
                KEEP,
                "{'to': '/properties/x_*', 'each': '/extras', 'except': ['c'], 'assumed': 't'}")
            .at("/properties"));
  }

  @Test
  void an_object_may_hold_nothing_but_what_was_taken_apart() {
    var mapped =
        message(
            "{'extras': {'a': 1}}",
            DROP,
            "{'to': '/context/blip/x_*', 'each': '/extras', 'assumed': 't'}");

    assertTrue(mapped.text().endsWith(json("'properties':{},'context':{'blip':{'x_a':1}}}")));
  }

  @Test
  void what_cannot_be_taken_apart_is_kept() {
    assertEquals(
        json("{'id':'i','extras':['a']}"),
        message(
                "{'id': 'i', 'extras': ['a']}",
                KEEP,
                "{'to': '/properties/x_*', 'each': '/extras', 'assumed': 't'}")
            .at("/properties"));
  }

  @Test
  void an_object_deep_inside_is_taken_apart_and_stays_where_it_was() {
    assertEquals(
        json("{'a_2':1,'metadata':{'x':{'a':1}},'metadata_2':2,'a':1}"),
        message(
                "{'metadata': {'x': {'a': 1}}, 'metadata_2': 2}",
                KEEP,
                "{'to': '/properties/*', 'each': '/metadata/x', 'assumed': 't'}",
                rule("/properties/a_2", "'from': '/metadata/x/a'"))
            .at("/properties"));
  }

  @Test
  void a_payload_can_be_taken_apart_itself() {
    assertEquals(
        json("{'b':2,'p_a':1,'p_c':'[3]'}"),
        message(
                "{'a': 1, 'b': 2, 'c': [3]}",
                KEEP,
                "{'to': '/properties/p_*', 'each': '', 'except': ['b'], 'assumed': 't'}")
            .at("/properties"));
  }

  @Test
  void names_from_several_sides_never_meet() {
    assertEquals(
        json("{'A b':0,'x':{'y':9},'id':'i','a_b_2':1,'id_2':2,'x_2':3,'ab':4,'z':5,'x_3':6}"),
        message(
                "{'id': 'i', 'extras': {'aB': 1, 'Id': 2, 'X': 3}, 'more': {'AB': 4, 'z': 5, 'x': 6}}",
                KEEP,
                rule("/properties/A b", "'value': 0"),
                rule("/properties/x/y", "'value': 9"),
                "{'to': '/properties/*', 'each': '/extras', 'assumed': 't'}",
                "{'to': '/properties/*', 'each': '/more', 'assumed': 't'}")
            .at("/properties"));
  }

  @Test
  void a_hundred_thousand_names_that_look_alike_take_no_time() {
    String extras =
        IntStream.range(0, 100_000)
            .mapToObj(
                i ->
                    "'"
                        + Character.toString(0x4E00 + i % 20_000)
                        + (char) (0xC0 + i / 20_000)
                        + "': 1")
            .collect(Collectors.joining(", "));
    var mapped =
        message(
            "{'extras': {" + extras + "}}",
            DROP,
            "{'to': '/properties/*', 'each': '/extras', 'assumed': 't'}");

    assertEquals("1", mapped.at("/properties/unnamed_100000"));
  }

  // Values

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
          'x'              | 'value': 'x'
          'é\\n'           | 'value': '\\u00e9\\u000a'
          1.50             | 'value': 1.50
          null             | 'value': null
          {'a':[1,{}]}     | 'value': { 'a' : [ 1, {} ], 'a': [1, {}] }
          '1.50'           | 'value': 1.50, 'as': 'text'
          5                | 'value': 5, 'as': 'number'
          true             | 'value': true, 'as': 'boolean'
          1e3              | 'value': '1e3', 'as': 'number'
          -                | 'value': [1], 'as': 'number'
          -                | 'value': null, 'as': 'instant'
          'y'              | 'value': 'x', 'words': {'x': 'y'}
          """)
  void a_constant_is_written_as_it_is(@Nullable String written, String value) {
    assertEquals(
        written == null ? "-" : json(written),
        message("{}", DROP, rule("/properties/x", value)).at("/properties/x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          text    | 'a'       | 'a'
          text    | 'a\\u00e9' | 'a\\u00e9'
          text    | 1.0       | '1.0'
          text    | true      | 'true'
          text    | [ 1, 'b'] | '[1,\\"b\\"]'
          text    | {}        | '{}'
          number  | 1.0       | 1.0
          number  | '1.0'     | 1.0
          number  | '-0'      | -0
          number  | '1E5'     | 1E5
          number  | ''        | -
          number  | '1,5'     | -
          number  | ' 1'      | -
          number  | '1 '      | -
          number  | '01'      | -
          number  | '+1'      | -
          number  | 'true'    | -
          number  | '[1]'     | -
          number  | true      | -
          number  | [1]       | -
          boolean | true      | true
          boolean | false     | false
          boolean | 'True'    | true
          boolean | 'false'   | false
          boolean | 'FALSE'   | false
          boolean | 'yes'     | -
          boolean | 1         | -
          boolean | {}        | -
          instant | '2025-01-08T16:35:14Z' | '2025-01-08T16:35:14.000Z'
          instant | '2025-01-08' | -
          instant | 1736354114687 | -
          """)
  void a_value_becomes_another_type_or_is_missing(String type, String value, String written) {
    var mapped =
        message(
            "{'a': " + value.replace("\\\"", "\"") + "}",
            DROP,
            rule("/properties/x", "'from': '/a', 'as': '" + type + "'"));

    assertEquals(json(written), mapped.at("/properties/x"));
    if (written.equals("-")) {
      assertEquals(
          new Absence.NotConvertible(
              new Provenance.Copied(mapped.node("/a")), TargetType.of(type).orElseThrow()),
          mapped.missing().get("/properties/x"));
    }
  }

  @Test
  void a_value_that_has_its_type_already_is_copied() {
    var mapped =
        message(
            "{'a': 'b', 'c': 1, 'd': true, 'e': 5, 'f': '2025-01-08T16:35:14.000Z'}",
            DROP,
            rule("/properties/a", "'from': '/a', 'as': 'text'"),
            rule("/properties/c", "'from': '/c', 'as': 'number'"),
            rule("/properties/d", "'from': '/d', 'as': 'boolean'"),
            rule("/properties/e", "'from': '/e', 'as': 'text'"),
            rule("/properties/f", "'from': '/f', 'as': 'instant'"));

    assertEquals(new Provenance.Copied(mapped.node("/a")), mapped.story("/properties/a"));
    assertEquals(new Provenance.Copied(mapped.node("/c")), mapped.story("/properties/c"));
    assertEquals(new Provenance.Copied(mapped.node("/d")), mapped.story("/properties/d"));
    assertEquals(
        new Provenance.Converted(new Provenance.Copied(mapped.node("/e")), TargetType.TEXT),
        mapped.story("/properties/e"));
    assertEquals(
        new Provenance.Converted(new Provenance.Copied(mapped.node("/f")), TargetType.INSTANT),
        mapped.story("/properties/f"));
  }

  @Test
  void a_word_of_ours_stands_for_a_word_that_was_found() {
    String words = ", 'words': {'a': 'b', 'received': 'in'}";
    var mapped =
        message(
            "{'x': 'a', 'y': 'c', 'z': 5, 'from': 'f@0mn.io', 'to': 'g'}",
            DROP,
            rule("/properties/x", "'from': '/x'" + words),
            rule("/properties/y", "'from': '/y'" + words),
            rule("/properties/z", "'from': '/z'" + words),
            rule("/properties/w", "'from': '/w'" + words),
            rule("/properties/direction", "'from': '$direction'" + words));

    assertEquals(json("{'x':'b','direction':'in'}"), mapped.at("/properties"));
    assertEquals(
        new Provenance.Converted(new Provenance.Copied(mapped.node("/x")), TargetType.TEXT),
        mapped.story("/properties/x"));
    assertEquals(
        Provenance.Derived.of(Fact.DIRECTION, mapped.node("/from"), mapped.node("/to")),
        mapped.story("/properties/direction"));
    assertEquals(
        new Absence.NotWorded(new Provenance.Copied(mapped.node("/y"))),
        mapped.missing().get("/properties/y"));
    assertEquals(
        new Absence.NotWorded(new Provenance.Copied(mapped.node("/z"))),
        mapped.missing().get("/properties/z"));
    assertEquals(new Absence.NotInPayload(Pointer.of("/w")), mapped.missing().get("/properties/w"));
  }

  @Test
  void of_several_sources_the_first_that_is_there_counts() {
    var mapped =
        message(
            "{'a': null, 'b': '', 'c': 'x'}",
            DROP,
            rule("/properties/x", "'from': ['/a', '/b', '/c']"),
            rule("/properties/y", "'from': ['/d', '$contact']"));

    assertEquals(json("''"), mapped.at("/properties/x"));
    assertEquals(
        new Provenance.Chosen(
            new Provenance.Copied(mapped.node("/b")),
            List.of(new Absence.IsNull(Pointer.of("/a")))),
        mapped.story("/properties/x"));
    assertEquals(
        new Absence.NoneOf(
            List.of(
                new Absence.NotInPayload(Pointer.of("/d")),
                new Absence.NotConcluded(Fact.CONTACT))),
        mapped.missing().get("/properties/y"));
  }

  // Who it is about

  @Test
  void a_profile_may_choose_the_person_behind_the_tunnel() {
    var mapped =
        message(
            "{'from': 'x@tunnel.msging.net', 'to': 'b@msging.net',"
                + " 'metadata': {'#tunnel.originator': 'a@0mn.io'}}",
            DROP,
            rule("/userId", "'from': ['/metadata/#tunnel.originator', '$contact']"));

    assertEquals(json("'a@0mn.io'"), mapped.at("/userId"));
    assertEquals("-", mapped.at("/anonymousId"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'value': ' '",
        "'value': ''",
        "'value': 5",
        "'value': null",
        "'from': '/blank'",
        "'from': '/unseen'",
        "'from': '/number'",
        "'from': '/number', 'as': 'number'",
        "'from': '/object'",
      })
  void what_is_blank_or_no_string_is_no_user_id(String source) {
    var mapped =
        message(
            "{'blank': '\\u0020', 'unseen': '\\u00a0\\u200b', 'number': 5, 'object': {}}",
            DROP,
            rule("/userId", source));

    assertEquals("-", mapped.at("/userId"));
    assertTrue(mapped.at("/anonymousId").length() > 2);
    assertTrue(mapped.missing().get("/userId") instanceof Absence.NoUserId);
  }

  @Test
  void what_has_no_members_to_take_is_no_object() {
    var mapped =
        message(
            "{'extras': 'abc'}",
            DROP,
            "{'to': '/properties/*', 'each': '/extras', 'assumed': 't'}");

    assertEquals(
        new Absence.NoObject(Pointer.of("/extras")), mapped.missing().get("/properties/*"));
  }

  @Test
  void a_number_that_became_a_text_is_a_user_id() {
    assertEquals(
        json("'5'"),
        message("{'a': 5}", DROP, rule("/userId", "'from': '/a', 'as': 'text'")).at("/userId"));
  }

  @Test
  void without_a_rule_for_the_user_id_there_is_an_anonymous_one() {
    var mapped = message("{'from': 'a@0mn.io', 'to': 'b@msging.net'}", DROP);

    assertEquals(
        new Grounds(Basis.ASSUMED, "the profile has no rule for /userId"),
        mapped.field("/anonymousId").grounds());
    assertEquals(Map.of(), mapped.missing());
  }

  @Test
  void the_fields_of_the_call_itself_have_their_order() {
    var mapped =
        message(
            "{'a': '2025-01-08T16:35:14Z', 'b': 'u'}",
            DROP,
            rule("/properties/x", "'value': 1"),
            rule("/timestamp", "'from': '/a', 'as': 'instant'"),
            rule("/userId", "'from': '/b'"),
            rule("/integrations", "'value': {'All': true}"),
            rule("/event", "'value': 'E'"));

    assertEquals(
        List.of("type", "event", "userId", "messageId", "timestamp", "properties", "integrations"),
        names(mapped));
  }

  private static List<String> names(Mapped mapped) {
    var call = mapped.call();
    var names = new ArrayList<String>();
    for (int key = 1; key < call.after(0); key = call.after(key + 1)) {
      names.add(call.text(key));
    }
    return names;
  }

  @Test
  void rules_that_rest_on_the_addresses_in_any_way_are_in_doubt_with_them() {
    String documented = ", 'documented': 'page'}";
    var mapped =
        message(
            "{'type': 'a/b', 'from': 'x@tunnel.msging.net', 'to': 'b@msging.net', 'metadata':"
                + " {'#tunnel.originator': 'a@0mn.io'}}",
            DROP,
            "{'to': '/properties/contact', 'from': '$contact'" + documented,
            "{'to': '/properties/channel', 'from': ['/x', '$channel']" + documented,
            "{'to': '/properties/author', 'from': '$author', 'words': {'customer': 'c'}"
                + documented,
            "{'to': '/properties/direction', 'from': '$direction', 'as': 'text'" + documented,
            "{'to': '/properties/limited', 'from': '$direction', 'types': ['a/b']" + documented,
            "{'to': '/properties/bot', 'from': '$bot'" + documented,
            "{'to': '/properties/type', 'from': ['/type', '/x']" + documented,
            "{'to': '/properties/fixed', 'value': 'x', 'as': 'text'" + documented);

    assertEquals(
        Map.of(
            "/properties/contact", Basis.ASSUMED,
            "/properties/channel", Basis.ASSUMED,
            "/properties/author", Basis.ASSUMED,
            "/properties/direction", Basis.ASSUMED,
            "/properties/limited", Basis.ASSUMED,
            "/properties/bot", Basis.DOCUMENTED,
            "/properties/type", Basis.DOCUMENTED,
            "/properties/fixed", Basis.DOCUMENTED),
        mapped.draft().fields().stream()
            .filter(field -> !field.in().steps().isEmpty())
            .collect(
                Collectors.toMap(
                    field -> field.pointer(mapped.payload()).toString(),
                    field -> field.grounds().basis())));
  }

  @Test
  void one_mapper_maps_many_payloads_and_each_draft_keeps_what_it_has() {
    var mapper = new Mapper(Profiles.usual(), Mapped.TEST, SnakeCase::of);
    var out = new Out(16);
    var one = Item.of(Payloads.payload("{'lastMessageDate': 'a'}"), Kind.CONTACT);
    var other = Item.of(Payloads.payload("{'lastMessageDate': 'a', 'b': 1}"), Kind.CONTACT);
    var first = mapper.map(one, out);
    var fields = List.copyOf(first.fields());
    mapper.map(other, out);

    assertEquals(fields, first.fields());
    assertEquals(1, first.missing().size());
    assertEquals(first, mapper.map(one, out));
  }
}
