package dev.blipscope.segment;

import static dev.blipscope.segment.ReservedNames.Group.EVENTS;
import static dev.blipscope.segment.ReservedNames.Group.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "anonymous_id",
        "user_id",
        "timestamp",
        "original_timestamp",
        "sent_at",
        "received_at",
        "uuid",
        "uuid_ts",
        "loaded_at",
        "context_library_name"
      })
  void segment_fills_its_common_columns_in_every_table(String column) {
    assertTrue(ReservedNames.isColumnOfSegment(EVENTS, column));
    assertTrue(ReservedNames.isColumnOfSegment(USERS, column));
  }

  @Test
  void only_event_tables_have_the_name_of_the_event() {
    assertTrue(ReservedNames.isColumnOfSegment(EVENTS, "event"));
    assertTrue(ReservedNames.isColumnOfSegment(EVENTS, "event_text"));
    assertFalse(ReservedNames.isColumnOfSegment(USERS, "event"));
    assertFalse(ReservedNames.isColumnOfSegment(USERS, "event_text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "type", "content", "message_id", "contact_identity", "from", "_id"})
  void other_names_are_free(String column) {
    assertFalse(ReservedNames.isColumnOfSegment(EVENTS, column));
    assertFalse(ReservedNames.isColumnOfSegment(USERS, column));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "to", "From", "SELECT", "true"})
  void from_and_to_are_keywords_everywhere(String column) {
    assertEquals(
        List.of(
            "Redshift",
            "Postgres",
            "BigQuery",
            "Snowflake",
            "SQL Server",
            "Azure Synapse",
            "Databricks"),
        ReservedNames.warehousesThatReserve(column));
  }

  @Test
  void identity_is_a_keyword_in_three_warehouses() {
    assertEquals(
        List.of("Redshift", "SQL Server", "Azure Synapse"),
        ReservedNames.warehousesThatReserve("identity"));
  }

  @Test
  void action_is_a_keyword_where_the_words_of_odbc_are() {
    assertEquals(
        List.of("SQL Server", "Azure Synapse"), ReservedNames.warehousesThatReserve("action"));
  }

  @Test
  void label_is_a_keyword_in_azure_synapse_alone() {
    assertEquals(List.of("Azure Synapse"), ReservedNames.warehousesThatReserve("label"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "content", "category", "owner_identity", "storage_date", "_from"})
  void most_names_are_no_keyword(String column) {
    assertEquals(List.of(), ReservedNames.warehousesThatReserve(column));
  }

  @Test
  void a_name_may_start_with_a_digit() {
    assertTrue(ReservedNames.startsWithDigit("3doctors"));
    assertFalse(ReservedNames.startsWithDigit("doctors3"));
    assertFalse(ReservedNames.startsWithDigit(""));
  }
}
