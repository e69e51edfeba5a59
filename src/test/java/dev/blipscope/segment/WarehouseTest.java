package dev.blipscope.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Given;
import dev.blipscope.json.Doc;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarehouseTest {

  private static final List<String> COMMON_OF_TRACK =
      List.of(
          "id varchar /messageId",
          "user_id varchar /userId",
          "event varchar /event",
          "event_text varchar /event",
          "timestamp timestamp /timestamp",
          "original_timestamp timestamp /timestamp",
          "sent_at timestamp",
          "received_at timestamp");

  // One call

  @Test
  void a_track_fills_tracks_and_the_table_of_its_event() {
    var tables =
        Warehouse.of(
            track(
                """
                {'content': 'Oi', 'size': 12, 'ok': true, 'price': 1.5, 'at': '2025-01-08',
                 'metadata': {'#wa.timestamp': '1736354114', 'deep': {'Er': 1}}}"""));

    assertEquals(List.of("tracks", "message_received"), names(tables));
    assertEquals(COMMON_OF_TRACK, columns(tables.getFirst()));
    assertEquals(
        joined(
            COMMON_OF_TRACK,
            "content varchar /properties/content",
            "size integer /properties/size",
            "ok boolean /properties/ok",
            "price float /properties/price",
            "at timestamp /properties/at",
            "metadata_wa_timestamp varchar /properties/metadata/#wa.timestamp",
            "metadata_deep_er integer /properties/metadata/deep/Er"),
        columns(tables.getLast()));
  }

  @Test
  void an_identify_fills_identifies_and_the_row_of_its_user() {
    var tables =
        Warehouse.of(
            Given.doc(
                """
                {'type': 'identify', 'userId': 'u', 'messageId': 'm',
                 'traits': {'name': 'João', 'address': {'city': 'Natal'}}}"""));

    assertEquals(List.of("identifies", "users"), names(tables));
    assertEquals(
        List.of(
            "id varchar /messageId",
            "user_id varchar /userId",
            "timestamp timestamp",
            "original_timestamp timestamp",
            "sent_at timestamp",
            "received_at timestamp",
            "name varchar /traits/name",
            "address_city varchar /traits/address/city"),
        columns(tables.getFirst()));
    assertEquals(
        List.of(
            "id varchar /userId",
            "received_at timestamp",
            "name varchar /traits/name",
            "address_city varchar /traits/address/city"),
        columns(tables.getLast()));
  }

  @Test
  void an_anonymous_person_has_no_row_among_the_users() {
    var tables =
        Warehouse.of(
            Given.doc("{'type':'identify','anonymousId':'a','messageId':'m','traits':{}}"));

    assertEquals(List.of("identifies"), names(tables));
    assertTrue(columns(tables.getFirst()).contains("anonymous_id varchar /anonymousId"));
  }

  @Test
  void the_context_has_columns_in_every_table() {
    var context = "'context': {'ip': '::1', 'app': {'version': 2}, 'nothing': null}";
    var columns =
        List.of(
            "context_ip varchar /context/ip", "context_app_version integer /context/app/version");

    for (String rest :
        List.of(
            "'type': 'track', 'userId': 'u', 'event': 'E', 'properties': {}",
            "'type': 'identify', 'userId': 'u', 'traits': {}")) {
      var tables = Warehouse.of(Given.doc("{" + rest + ", " + context + "}"));
      assertEquals(2, tables.size());
      for (var table : tables) {
        assertTrue(columns(table).containsAll(columns), table.toString());
      }
    }
  }

  @Test
  void a_null_and_an_empty_object_give_no_column() {
    assertEquals(
        List.of("empty varchar /properties/empty [ARRAY_TEXT]"),
        own("{'nothing': null, 'none': {}, 'deep': {'nothing': null}, 'empty': []}"));
  }

  @Test
  void an_array_is_one_column_of_text_and_nobody_knows_its_form() {
    assertEquals(
        List.of("options varchar /properties/options [ARRAY_TEXT]"),
        own("{'options': [{'text': 'Sim'}, {'text': 'Não'}]}"));
  }

  @Test
  void a_field_named_like_a_column_of_segment_is_disputed() {
    assertEquals(
        List.of(
            "id varchar /properties/id [RESERVED_NAME]",
            "received_at varchar /properties/receivedAt [RESERVED_NAME]",
            "context_a integer /properties/context_a [RESERVED_NAME]",
            "message_id varchar /properties/messageId"),
        own("{'id': 'x', 'receivedAt': 'now', 'context_a': 1, 'messageId': 'y'}"));
  }

  @Test
  void fields_that_share_a_column_have_one_together() {
    assertEquals(
        List.of("extras_state_id varchar /properties/extras/stateId [SHARED]"),
        own("{'extras': {'stateId': 'a', '#stateId': 'b', 'state_id': 3}}"));
  }

  @Test
  void a_field_without_any_ascii_letter_takes_the_name_of_what_it_is_in_or_has_none() {
    assertEquals(
        List.of("extras integer /properties/extras/日本"), own("{'日本': 1, 'extras': {'日本': 2}}"));
  }

  @Test
  void an_event_without_any_ascii_letter_has_no_table_of_its_own() {
    assertEquals(
        List.of("tracks"),
        names(Warehouse.of(Given.doc("{'type':'track','event':'日本','properties':{'a':1}}"))));
    assertEquals(List.of("tracks"), names(Warehouse.of(Given.doc("{'type':'track','event':1}"))));
    assertEquals(List.of("tracks"), names(Warehouse.of(Given.doc("{'type':'track'}"))));
  }

  @Test
  void what_segment_refuses_reaches_no_warehouse() {
    int frame = track("{'a':''}").length();
    int most = CallLimits.MOST_BYTES - frame;

    assertEquals(2, Warehouse.of(track("{'a':'" + "x".repeat(most) + "'}")).size());
    assertEquals(List.of(), Warehouse.of(track("{'a':'" + "x".repeat(most + 1) + "'}")));
  }

  @Test
  void another_call_fills_no_table_that_we_know() {
    assertEquals(List.of(), Warehouse.of(Given.doc("{'type':'page','name':'Home'}")));
    assertEquals(List.of(), Warehouse.of(Given.doc("{}")));
  }

  @Test
  void a_body_that_is_no_object_gives_no_column() {
    assertEquals(List.of(), Warehouse.body(Given.doc("{'type':'track','properties':[1]}")));
    assertEquals(List.of(), Warehouse.body(Given.doc("{'type':'identify'}")));
    assertEquals(List.of(), Warehouse.context(Given.doc("{'type':'track'}")));
  }

  @Test
  void of_a_name_that_stands_twice_the_last_value_counts() {
    var call = Given.doc("{'type':'track','properties':{'a':1,'b':2,'a':3}}");

    assertEquals(
        List.of("/properties/b 2", "/properties/a 3"),
        Warehouse.body(call).stream()
            .map(leaf -> leaf.pointer() + " " + call.written(leaf.node()))
            .toList());
  }

  @Test
  void a_pointer_escapes_what_would_mislead_it() {
    assertEquals(
        new Leaf("/properties/a~1b~0", 6, "a_b", false),
        Warehouse.body(Given.doc("{'type':'track','properties':{'a/b~':1}}")).getFirst());
  }

  @Test
  void a_name_is_mangled_when_a_letter_or_all_of_it_is_lost() {
    for (var name : List.of("Endereço", "日本", "😀", "#", "", "5º", "ac\u0327a")) {
      assertTrue(Warehouse.isMangled(name), name);
    }
    for (var name : List.of("a", "#stateId", "a.b c", "1", "mood😀", "a→b")) {
      assertFalse(Warehouse.isMangled(name), name);
    }
  }

  @Test
  void what_is_in_a_mangled_object_is_mangled_too() {
    var body =
        Warehouse.body(
            Given.doc("{'type':'track','properties':{'ação':{'a':1},'b':{'é':1,'c':1},'d':1}}"));

    assertEquals(
        List.of("a_o_a true", "b true", "b_c false", "d false"),
        body.stream().map(leaf -> leaf.column() + " " + leaf.lossy()).toList());
  }

  // Many calls

  @Test
  void one_call_fills_the_same_tables_alone_and_in_a_list() {
    var call = track("{'id': 1, 'a.b': 1, 'a_b': 'x', 'list': [1]}");

    assertEquals(Warehouse.of(call), Warehouse.of(List.of(call)));
  }

  @Test
  void calls_fill_tables_together_and_the_first_decides_the_type() {
    var calls =
        List.of(
            track("{'value': 1, 'nothing': null}"),
            track("{'value': 'two', 'nothing': 1, 'id': 3}"),
            Given.doc("{'type':'track','event':'Event Tracked','properties':{'value':true}}"));
    var tables = Warehouse.of(calls);

    assertEquals(List.of("tracks", "message_received", "event_tracked"), names(tables));
    assertEquals(
        joined(
            COMMON_OF_TRACK,
            "value integer /properties/value [TYPE]",
            "nothing integer /properties/nothing",
            "id integer /properties/id [RESERVED_NAME]"),
        columns(tables.get(1)));
    assertTrue(columns(tables.getLast()).contains("value boolean /properties/value"));
  }

  @Test
  void a_later_value_that_does_not_fit_is_told() {
    var calls =
        List.of(
            track("{'count': 1, 'at': '2025-01-08', 'text': 'a'}"),
            track("{'count': 1.5, 'at': 'yesterday', 'text': 2}"),
            track("{'count': '7', 'at': null}"),
            track("{'count': {'a': 1}, 'count_a': 'b'}"));

    assertEquals(
        List.of(
            new Misfit(
                1, "message_received", "count", ColumnType.INTEGER, "/properties/count", true),
            new Misfit(1, "message_received", "at", ColumnType.TIMESTAMP, "/properties/at", false)),
        Warehouse.misfits(calls));
  }

  @Test
  void a_value_that_is_dropped_or_renamed_has_its_type_for_itself() {
    assertEquals(
        List.of(), Warehouse.misfits(List.of(track("{'timestamp': 'x'}"), track("{'id': 1}"))));
    assertEquals(
        List.of(
            new Misfit(1, "message_received", "id", ColumnType.INTEGER, "/properties/id", false)),
        Warehouse.misfits(List.of(track("{'id': 1}"), track("{'id': 'x'}"))));
  }

  private static Doc track(String properties) {
    return Given.exactly(
        """
        {"type":"track","event":"Message Received","userId":"u","messageId":"m",\
        "timestamp":"2025-01-08T16:35:14.000Z","properties":\
        """
                .strip()
            + properties.replace('\'', '"')
            + "}");
  }

  /// The columns that the body of a track has in the table of its event.
  private static List<String> own(String properties) {
    var columns = columns(Warehouse.of(track(properties)).getLast());
    assertEquals(COMMON_OF_TRACK, columns.subList(0, COMMON_OF_TRACK.size()));
    return columns.subList(COMMON_OF_TRACK.size(), columns.size());
  }

  private static List<String> joined(List<String> one, String... more) {
    var all = new ArrayList<>(one);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> names(List<Table> tables) {
    return tables.stream().map(Table::name).toList();
  }

  private static List<String> columns(Table table) {
    return table.columns().stream()
        .map(
            column ->
                column.name()
                    + " "
                    + column.type().word()
                    + (column.from() == null ? "" : " " + column.from())
                    + (column.disputed() ? " " + column.disputes() : ""))
        .toList();
  }
}
