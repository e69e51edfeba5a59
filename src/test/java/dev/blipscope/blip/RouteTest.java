package dev.blipscope.blip;

import static dev.blipscope.blip.Payloads.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTest {

  private static final String CUSTOMER = "5511@wa.gw.msging.net/default";
  private static final String TUNNELLED = "3f2a@tunnel.msging.net";

  private static Route route(@Nullable String from, @Nullable String to, String metadata) {
    return Route.of(
        payload(
            "{'type': 'text/plain', 'from': "
                + quoted(from)
                + ", 'to': "
                + quoted(to)
                + ", 'metadata': "
                + metadata
                + "}"));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "'" + text + "'";
  }

  /// Row, direction, identity, sender, receiver. The originator behind a tunnel is always told.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          1  | RECEIVED | 5511@wa.gw.msging.net | 5511@wa.gw.msging.net/default | bot@msging.net/pod
          1  | RECEIVED | a@0mn.io              | a@0mn.io                      | abc@desk.msging.net
          1  | RECEIVED | a@0mn.io              | a@0mn.io                      | x@tunnel.msging.net
          1  | RECEIVED | a@0mn.io              | a@0mn.io                      | postmaster@0mn.io
          1  | RECEIVED | a@0mn.io              | a@0mn.io                      | jane%40x.com@blip.ai
          1  | RECEIVED | a@0mn.io              | a@0mn.io                      | list@broadcast.msging.net
          1  | RECEIVED | a@0mn.io              | a@0mn.io                      | nobody
          2  | SENT     | a@0mn.io              | bot@msging.net                | a@0mn.io/x
          2  | SENT     | a@0mn.io              | x@tunnel.msging.net           | a@0mn.io
          2  | SENT     | a@0mn.io              | x@tunnel.msging.net/y         | a@0mn.io
          2  | SENT     | a@0mn.io              | x@desk.msging.net             | a@0mn.io
          2  | SENT     | a@0mn.io              | postmaster@wa.gw.msging.net   | a@0mn.io
          2  | SENT     | a@0mn.io              | x@pagseguro.gw.msging.net     | a@0mn.io
          2  | SENT     | a@0mn.io              | jane%40x.com@blip.ai          | a@0mn.io
          2  | SENT     | a@0mn.io              | list@broadcast.msging.net     | a@0mn.io
          2  | SENT     | a@0mn.io              | nobody                        | a@0mn.io
          3  | RECEIVED | 3f2a@tunnel.msging.net | 3f2a@tunnel.msging.net       | bot@msging.net
          4  | SENT     | 3f2a@tunnel.msging.net | bot@msging.net               | 3f2a@tunnel.msging.net
          4  | SENT     | 3f2a@tunnel.msging.net | -                            | 3f2a@tunnel.msging.net
          5  | SENT     | 165@messenger.gw.msging.net | bot@msging.net | op@tunnel.msging.net/165%40messenger.gw.msging.net
          5  | SENT     | ana%40x.io@mailgun.gw.msging.net | bot@msging.net | op@tunnel.msging.net/ana%2540x.io%40mailgun.gw.msging.net
          5  | SENT     | 5511@wa.gw.msging.net | bot@msging.net | 5511%40wa.gw.msging.net@desk.msging.net
          5  | SENT     | 5511@wa.gw.msging.net | bot@msging.net | 5511%40wa.gw.msging.net%2Fx@desk.msging.net/Webhook
          5  | SENT     | 3f2a@tunnel.msging.net | bot@msging.net | 3f2a%40tunnel.msging.net@desk.msging.net
          5  | SENT     | -                     | bot@msging.net | ba5af0b5-5b29-4a82@desk.msging.net/Webhook
          5  | SENT     | -                     | bot@msging.net | op@tunnel.msging.net/router%40msging.net
          5  | SENT     | -                     | bot@msging.net | op@tunnel.msging.net/pod-7
          5  | SENT     | -                     | bot@msging.net | op@tunnel.msging.net/%40wa.gw.msging.net
          5  | SENT     | -                     | bot@msging.net | op@tunnel.msging.net/5511%40
          6  | RECEIVED | 165@messenger.gw.msging.net | op@tunnel.msging.net/165%40messenger.gw.msging.net | bot@msging.net
          6  | RECEIVED | 5511@wa.gw.msging.net | 5511%40wa.gw.msging.net@desk.msging.net | bot@msging.net
          6  | RECEIVED | -                     | ba5af0b5@desk.msging.net      | bot@msging.net
          7  | SENT     | -                     | bot@msging.net                | list@broadcast.msging.net
          8  | SENT     | 77@0mn.io             | bot@msging.net                | other@msging.net/pod
          9  | SENT     | -                     | postmaster@msging.net         | bot@msging.net
          9  | RECEIVED | -                     | postmaster@wa.gw.msging.net   | bot@msging.net
          9  | RECEIVED | -                     | 1%40x@pagseguro.gw.msging.net | bot@msging.net
          9  | RECEIVED | -                     | scheduler.msging@x.msging.net | x@tunnel.msging.net
          9  | RECEIVED | -                     | x@scheduler.msging.net        | -
          10 | SENT     | 77@0mn.io             | jane%40x.com@blip.ai/desk     | bot@msging.net
          11 | RECEIVED | -                     | a@0mn.io                      | 5511@wa.gw.msging.net
          12 | SENT     | a@0mn.io              | -                             | a@0mn.io/x
          13 | RECEIVED | -                     | -                             | -
          13 | RECEIVED | a@0mn.io              | a@0mn.io/x                    | -
          13 | SENT     | -                     | bot@msging.net                | -
          13 | SENT     | -                     | bot@MSGING.net/x              | nobody
          13 | SENT     | -                     | bot@msging.net                | postmaster@msging.net
          13 | SENT     | -                     | bot@msging.net                | jane%40x.com@blip.ai
          13 | SENT     | -                     | @msging.net                   | -
          13 | RECEIVED | -                     | -                             | bot@msging.net
          13 | RECEIVED | -                     | nobody                        | bot@msging.net
          13 | RECEIVED | -                     | x@example.com                 | bot@msging.net
          13 | RECEIVED | -                     | x@notmsging.net               | bot@msging.net
          13 | RECEIVED | -                     | 3f2a@tunnel.msging.net        | 77@tunnel.msging.net
          13 | RECEIVED | -                     | op@tunnel.msging.net/x        | 77@tunnel.msging.net
          13 | RECEIVED | -                     | list@broadcast.msging.net     | bot@msging.net
          13 | RECEIVED | -                     | jane%40x.com@blip.ai          | 3f2a@tunnel.msging.net
          """)
  void the_first_row_that_fits_gives_direction_and_customer(
      int row,
      Direction direction,
      @Nullable String identity,
      @Nullable String from,
      @Nullable String to) {
    var route = route(from, to, "{'#tunnel.originator': '77@0mn.io/y'}");

    assertEquals(row, route.row());
    assertEquals(direction, route.direction());
    assertEquals(identity, route.contact().identity());
    assertEquals(row <= 2 ? Basis.DOCUMENTED : Basis.ASSUMED, route.basis());
  }

  @ParameterizedTest
  @CsvSource({"bot@msging.net", "jane%40x.com@blip.ai"})
  void without_an_originator_nobody_stands_behind_what_bots_and_agents_tell_each_other(
      String from) {
    assertEquals(Contact.NOBODY, route(from, "bot@msging.net", "{}").contact());
    assertEquals(
        Contact.NOBODY, route(from, "bot@msging.net", "{'#tunnel.originator': 5}").contact());
  }

  @Test
  void the_contact_remembers_which_address_it_was_read_from() {
    assertEquals(
        new Contact("5511@wa.gw.msging.net", 4, false),
        route(CUSTOMER, "bot@msging.net", "{}").contact());
    assertEquals(
        new Contact(TUNNELLED, 6, true), route("bot@msging.net", TUNNELLED, "{}").contact());
    assertEquals(
        new Contact("5511@wa.gw.msging.net", 6, false),
        route("bot@msging.net", "5511%40wa.gw.msging.net@desk.msging.net", "{}").contact());
  }

  @Test
  void an_address_that_is_no_string_is_missing() {
    var route = Route.of(payload("{'from': 5, 'to': {'a': 'x@0mn.io'}}"));

    assertEquals(
        new Route(
            Address.MISSING,
            Address.MISSING,
            13,
            Direction.RECEIVED,
            Basis.ASSUMED,
            Contact.NOBODY),
        route);
  }

  static List<Path> directionSamples() {
    return Payloads.samples("directions");
  }

  @ParameterizedTest
  @MethodSource("directionSamples")
  void the_name_of_a_sample_begins_with_its_row(Path file) {
    var route = Route.of(Payloads.in(file).getFirst());
    String name = file.getFileName().toString();

    assertEquals("row-%02d".formatted(route.row()), name.substring(0, "row-00".length()), name);
  }
}
