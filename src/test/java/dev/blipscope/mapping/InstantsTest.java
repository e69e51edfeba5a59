package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @ParameterizedTest
  @CsvSource({
    "2025-01-08T16:35:14Z, 2025-01-08T16:35:14.000Z",
    "2025-01-08T16:35:14.5Z, 2025-01-08T16:35:14.500Z",
    "2025-01-08T16:35:14.57Z, 2025-01-08T16:35:14.570Z",
    "2025-01-08T16:35:14.577Z, 2025-01-08T16:35:14.577Z",
    "2025-01-08T16:35:14.5779Z, 2025-01-08T16:35:14.577Z",
    "2025-12-31T23:59:59.999999999Z, 2025-12-31T23:59:59.999Z",
    "2025-01-08T16:35:14+00:00, 2025-01-08T16:35:14.000Z",
    "2025-01-08T16:35:14.577-00:00, 2025-01-08T16:35:14.577Z",
    "2025-01-08T16:35:14-03:00, 2025-01-08T19:35:14.000Z",
    "2025-01-08T16:35:14.5878523+05:30, 2025-01-08T11:05:14.587Z",
    "2025-12-31T23:00:00.1-03:00, 2026-01-01T02:00:00.100Z",
    "2024-03-01T00:00:00+00:01, 2024-02-29T23:59:00.000Z",
    "2025-01-08T16:35:14+23:59, 2025-01-07T16:36:14.000Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00.000Z",
    "2000-02-29T00:00:00Z, 2000-02-29T00:00:00.000Z",
    "2025-04-30T00:00:00Z, 2025-04-30T00:00:00.000Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
    "0001-01-01T01:02:03+01:00, 0001-01-01T00:02:03.000Z",
    "9999-12-31T23:59:59+00:01, 9999-12-31T23:58:59.000Z",
    "0000-01-01T00:00:00-00:01, 0000-01-01T00:01:00.000Z",
  })
  void a_moment_is_written_in_utc_with_milliseconds_cut(String written, String utc) {
    assertEquals(utc, Instants.inUtc(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "1736354114687",
        "2025-01-08",
        "2025-01-08T16:35Z",
        "2025-01-08T16:35:14",
        "2025-01-08T16:35:14.",
        "2025-01-08T16:35:14.Z",
        "2025-01-08T16:35:14.1234567890Z",
        "2025-01-08T16:35:14,5Z",
        "2025-01-08T16:35:14.5",
        "2025-01-08 16:35:14Z",
        "2025-01-08t16:35:14Z",
        "2025-01-08T16:35:14z",
        "2025-01-08T16:35:14ZZ",
        "2025-01-08T16:35:14Z ",
        " 2025-01-08T16:35:14Z",
        "2025-01-08T16:35:14+0300",
        "2025-01-08T16:35:14+03",
        "2025-01-08T16:35:14+3:00",
        "2025-01-08T16:35:14+03:0",
        "2025-01-08T16:35:14 03:00",
        "2025-01-08T16:35:14+03-00",
        "2025-01-08T16:35:14+ab:00",
        "2025-01-08T16:35:14+03:cd",
        "2025-01-08T16:35:14+/9:00",
        "2025-01-08T16:35:14+03:/9",
        "2025-01-08T16:35:14+24:00",
        "2025-01-08T16:35:14+03:60",
        "2025-00-08T16:35:14Z",
        "2025-13-08T16:35:14Z",
        "2025-01-00T16:35:14Z",
        "2025-01-32T16:35:14Z",
        "2025-04-31T16:35:14Z",
        "2025-02-29T16:35:14Z",
        "1900-02-29T16:35:14Z",
        "2025-01-08T24:00:00Z",
        "2025-01-08T16:60:14Z",
        "2025-01-08T16:35:60Z",
        "20x5-01-08T16:35:14Z",
        "2025-x1-08T16:35:14Z",
        "2025-01-x8T16:35:14Z",
        "2025-01-08Tx6:35:14Z",
        "2025-01-08T16:x5:14Z",
        "2025-01-08T16:35:x4Z",
        "2025/01-08T16:35:14Z",
        "2025-01/08T16:35:14Z",
        "2025-01-08T16-35:14Z",
        "2025-01-08T16:35-14Z",
        "+025-01-08T16:35:14Z",
        "\u0662025-01-08T16:35:14Z",
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
      })
  void what_is_no_moment_with_seconds_and_zone_is_none(String written) {
    assertNull(Instants.inUtc(written));
  }

  @Test
  void any_moment_is_the_one_that_the_calendar_of_java_tells() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      var moment =
          OffsetDateTime.ofInstant(
              java.time.Instant.ofEpochSecond(
                  random.nextLong(-2_000_000_000L, 8_000_000_000L), random.nextInt(1_000_000_000)),
              ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));
      String written = moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      String utc =
          moment
              .withOffsetSameInstant(ZoneOffset.UTC)
              .truncatedTo(ChronoUnit.MILLIS)
              .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'"));

      if (moment.getSecond() != 0 || moment.getNano() != 0) {
        assertEquals(utc, Instants.inUtc(written), "seed 7: " + written);
      }
    }
  }
}
