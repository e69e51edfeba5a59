package dev.blipscope.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blipscope.check.Given;
import dev.blipscope.json.Doc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {

  @ParameterizedTest
  @CsvSource({
    "0, integer",
    "-0, integer",
    "42, integer",
    "9223372036854775807, integer",
    "-9223372036854775808, integer",
    "9223372036854775808, float",
    "123456789012345678901234567890, float",
    "1.0, float",
    "1e2, float",
    "true, boolean",
    "false, boolean",
    "[], varchar",
    "'[1,2]', varchar"
  })
  void the_type_in_json_decides(String json, String type) {
    assertEquals(type, typeOf(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-08T16:35:14Z",
        "2025-01-08T16:35:14.687Z",
        "2025-01-08T16:35:14.123456789-03:00",
        "2025-01-08T16:35:14+0300",
        "2025-01-08T16:35",
        "2025-01-08 16:35:14",
        "1990-12-31"
      })
  void a_text_that_is_a_date_becomes_a_timestamp(String text) {
    assertEquals("timestamp", typeOf('"' + text + '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "true",
        "1736354114687",
        "2025-13-08",
        "2025-00-08",
        "2025-01-32",
        "2025-01-00",
        "2025-01-08T24:00:00Z",
        "2025-01-08T16:60:00Z",
        "2025-01-08T16:35:14.1234567890Z",
        "08/01/2025",
        "2025-01-08T16:35:14Z and more than that",
        "2025-01-08 and much more than forty characters"
      })
  void all_other_text_stays_text(String text) {
    assertEquals("varchar", typeOf('"' + text + '"'));
  }

  @Test
  void a_date_may_be_written_with_escapes() {
    assertEquals("timestamp", typeOf("\"2025\\u002d01-08\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}"})
  void a_null_and_an_object_have_no_type(String json) {
    assertThrows(IllegalArgumentException.class, () -> typeOf(json));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 1, WHOLE",
    "INTEGER, 1.5, TRUNCATED",
    "INTEGER, true, DROPPED",
    "INTEGER, '\"12\"', WHOLE",
    "INTEGER, '\"+12\"', WHOLE",
    "INTEGER, '\"1.5\"', DROPPED",
    "INTEGER, '\"many\"', DROPPED",
    "INTEGER, '\"2025-01-08\"', DROPPED",
    "INTEGER, '[1]', DROPPED",
    "FLOAT, 1, WHOLE",
    "FLOAT, '\"-1.5\"', WHOLE",
    "FLOAT, '\"1,5\"', DROPPED",
    "FLOAT, false, DROPPED",
    "BOOLEAN, true, WHOLE",
    "BOOLEAN, 1, DROPPED",
    "BOOLEAN, 1.0, DROPPED",
    "BOOLEAN, '\"True\"', WHOLE",
    "BOOLEAN, '\"false\"', WHOLE",
    "BOOLEAN, '\"sim\"', DROPPED",
    "TIMESTAMP, '\"2025-01-08\"', WHOLE",
    "TIMESTAMP, '\"yesterday\"', DROPPED",
    "TIMESTAMP, 1736354114687, DROPPED",
    "VARCHAR, 1, WHOLE",
    "VARCHAR, true, WHOLE",
    "VARCHAR, '\"2025-01-08\"', WHOLE",
    "VARCHAR, '[1]', WHOLE"
  })
  void a_later_value_is_cast_to_the_type_of_its_column(
      ColumnType column, String json, ColumnType.Cast cast) {
    assertEquals(cast, column.cast(Given.exactly(json), Doc.ROOT));
  }

  private static String typeOf(String json) {
    return ColumnType.of(Given.exactly(json), Doc.ROOT).word();
  }
}
