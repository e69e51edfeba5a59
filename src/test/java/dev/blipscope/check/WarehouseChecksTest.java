package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarehouseChecksTest {

  private static final String ALL_WAREHOUSES =
      "Redshift, Postgres, BigQuery, Snowflake, SQL Server, Azure Synapse, Databricks";

  // Collisions

  @Test
  void two_values_in_one_column_are_an_error_and_one_value_twice_a_warning() {
    assertEquals(
        List.of("error warehouse.collision /properties/#stateId [/properties/stateId, state_id]"),
        ofBody("'stateId':'a','#stateId':'b'"));
    assertEquals(
        List.of("warning warehouse.collision /properties/#stateId [/properties/stateId, state_id]"),
        ofBody("'stateId':'a','#stateId':'a'"));
  }

  @Test
  void each_field_is_compared_with_the_first_of_its_column() {
    assertEquals(
        List.of(
            "warning warehouse.collision /properties/x/#a [/properties/x/a, x_a]",
            "error warehouse.collision /properties/x_a [/properties/x/a, x_a]",
            "error warehouse.collision /properties/.x/a [/properties/x/a, x_a]"),
        ofBody("'x':{'a':1,'#a':1},'x_a':2,'.x':{'a':'1'}"));
  }

  @Test
  void the_same_text_may_be_written_in_two_ways() {
    assertEquals(
        List.of("warning warehouse.collision /properties/#a [/properties/a, a]"),
        told("{\"type\":\"track\",\"properties\":{\"a\":\"\\u00e9\",\"#a\":\"é\"}}"));
    assertEquals(
        List.of("error warehouse.collision /properties/#a [/properties/a, a]"),
        ofBody("'a':1,'#a':1.0"));
    assertEquals(
        List.of("error warehouse.collision /properties/#a [/properties/a, a]"),
        ofBody("'a':'1','#a':1"));
  }

  @Test
  void what_has_no_column_collides_with_nothing() {
    assertEquals(List.of(), ofBody("'a':null,'#a':1,'.a':{},'-a':{'b':null}"));
  }

  @Test
  void two_names_that_leave_nothing_collide() {
    assertEquals(
        List.of(
            "warning warehouse.mangled /properties/日本 [, column]",
            "warning warehouse.mangled /properties/# [, column]",
            "error warehouse.collision /properties/# [/properties/日本, ]"),
        ofBody("'日本':1,'#':2"));
  }

  @Test
  void the_context_has_columns_too() {
    assertEquals(
        List.of(
            "error warehouse.collision /context/a_b [/context/a/b, context_a_b]",
            "warning warehouse.mangled /context/é [context, column]"),
        told("{'type':'track','context':{'a':{'b':1},'a_b':2,'é':'x'}}"));
  }

  @Test
  void the_traits_of_a_person_are_checked_like_the_properties_of_an_event() {
    assertEquals(
        List.of("error warehouse.collision /traits/b_c [/traits/b/c, b_c]"),
        told("{'type':'identify','traits':{'b':{'c':1},'b_c':2},'properties':{'a':1,'#a':2}}"));
  }

  // Names

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id        | warning warehouse.reserved /properties/id [id, Segment]",
        "sentAt    | warning warehouse.reserved /properties/sentAt [sent_at, Segment]",
        "event     | warning warehouse.reserved /properties/event [event, Segment]",
        "context_a | warning warehouse.reserved /properties/context_a [context_a, Segment]",
        "identity  | note warehouse.reserved /properties/identity [identity, Redshift, SQL Server,"
            + " Azure Synapse]",
        "label     | note warehouse.reserved /properties/label [label, Azure Synapse]",
        "from      | note warehouse.reserved /properties/from [from, " + ALL_WAREHOUSES + "]",
        "3doctors  | note warehouse.reserved /properties/3doctors [3doctors, Redshift]"
      })
  void a_name_may_be_taken(String name, String expected) {
    assertEquals(List.of(expected), ofBody("'" + name + "':1"));
  }

  @Test
  void a_name_is_taken_only_at_the_top() {
    assertEquals(List.of(), ofBody("'extras':{'id':1,'from':2,'3':3}"));
  }

  @Test
  void only_an_event_has_the_name_of_an_event() {
    assertEquals(List.of(), told("{'type':'identify','traits':{'event':1,'event_text':2}}"));
    assertEquals(
        List.of("warning warehouse.reserved /traits/id [id, Segment]"),
        told("{'type':'identify','traits':{'id':1}}"));
  }

  @Test
  void a_name_that_loses_letters_is_told_with_its_column() {
    assertEquals(
        List.of(
            "warning warehouse.mangled /properties/Endereço [endere_o, column]",
            "warning warehouse.mangled /properties/日本 [, column]",
            "warning warehouse.mangled /properties/extras/ação [extras_a_o, column]"),
        ofBody("'Endereço':1,'日本':2,'extras':{'ação':3,'#ok':4},'não':null"));
  }

  @Test
  void the_name_of_an_event_becomes_that_of_a_table() {
    assertEquals(List.of(), told("{'type':'track','event':'Message Received'}"));
    assertEquals(
        List.of("warning warehouse.mangled /event [men_aberto, table]"),
        told("{'type':'track','event':'Menú aberto'}"));
    assertEquals(
        List.of("warning warehouse.mangled /event [, table]"),
        told("{'type':'track','event':'日本'}"));
    assertEquals(List.of(), told("{'type':'track','event':5}"));
  }

  // Length

  @Test
  void a_text_of_more_than_512_characters_is_cut() {
    assertEquals(List.of(), ofBody("'a':'" + "x".repeat(512) + "'"));
    assertEquals(
        List.of("warning warehouse.cut /properties/a [a, 513, 512]"),
        ofBody("'a':'" + "x".repeat(513) + "'"));
  }

  @Test
  void a_character_counts_once_however_it_is_written() {
    assertEquals(List.of(), ofBody("'a':'" + "😀".repeat(512) + "'"));
    assertEquals(
        List.of("warning warehouse.cut /properties/a [a, 513, 512]"),
        ofBody("'a':'" + "😀".repeat(513) + "'"));
    assertEquals(
        List.of(),
        told("{\"type\":\"track\",\"properties\":{\"a\":\"" + "\\u00e9".repeat(512) + "\"}}"));
  }

  @Test
  void an_array_is_cut_as_the_text_it_becomes() {
    String list = "[" + "1,".repeat(255) + "1]";

    assertEquals(
        List.of("warning warehouse.cut /properties/a [a, 513, 512]"), ofBody("'a':" + list));
    assertEquals(List.of(), ofBody("'a':" + list.replaceFirst("1,1", "1")));
  }

  @Test
  void a_number_is_not_cut() {
    assertEquals(List.of(), ofBody("'a':" + "9".repeat(600)));
  }

  @Test
  void all_that_is_wrong_with_one_field_is_told() {
    assertEquals(
        List.of(
            "warning warehouse.mangled /properties/éid [id, column]",
            "error warehouse.collision /properties/éid [/properties/id, id]",
            "warning warehouse.cut /properties/éid [id, 600, 512]",
            "warning warehouse.reserved /properties/id [id, Segment]",
            "warning warehouse.reserved /properties/éid [id, Segment]"),
        ofBody("'id':1,'éid':'" + "x".repeat(600) + "'"));
  }

  private static List<String> ofBody(String properties) {
    return told("{'type':'track','properties':{" + properties + "}}");
  }

  private static List<String> told(String call) {
    return Given.told(WarehouseChecks.of(Given.doc(call)));
  }
}
