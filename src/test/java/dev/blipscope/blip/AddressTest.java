package dev.blipscope.blip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.json.Doc;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "5511@wa.gw.msging.net, 5511, wa.gw.msging.net, '', 5511@wa.gw.msging.net",
    "bot@msging.net/pod-1, bot, msging.net, pod-1, bot@msging.net",
    "a@b.io/x/y@z#%!, a, b.io, x/y@z#%!, a@b.io",
    "a/b@c.io, a/b, c.io, '', a/b@c.io",
    "a@c.io/, a, c.io, '', a@c.io",
    "ana%40mail.com@c.io, ana%40mail.com, c.io, '', ana%40mail.com@c.io",
    "a@b.io@wa.gw.msging.net/x, a, b.io, x, a@b.io@wa.gw.msging.net",
    "a@b.io/x@c.io, a, b.io, x@c.io, a@b.io",
    "plain, plain, '', '', plain",
    "plain/x, plain/x, '', '', plain/x",
    "@b.io, '', b.io, '', @b.io",
    "a@/x, a, '', x, a@",
  })
  void an_address_is_split_and_nothing_in_it_is_changed(
      String text, String name, String domain, String instance, String identity) {
    var address = Address.of(text);

    assertEquals(
        List.of(name, domain, instance, identity, identity.equals(text)),
        List.of(
            address.name(),
            address.domain(),
            address.instance(),
            address.identity(),
            address.isWhole()));
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER, wa.gw.msging.net",
    "CUSTOMER, 0mn.io",
    "CUSTOMER, messenger.gw.msging.net",
    "CUSTOMER, instagram.gw.msging.net",
    "CUSTOMER, telegram.gw.msging.net",
    "CUSTOMER, abs.gw.msging.net",
    "CUSTOMER, skype.gw.msging.net",
    "CUSTOMER, workplace.gw.msging.net",
    "CUSTOMER, businessmessages.gw.msging.net",
    "CUSTOMER, businesschat.gw.msging.net",
    "CUSTOMER, googlercs.gw.msging.net",
    "CUSTOMER, googlersc.gw.msging.net",
    "CUSTOMER, mailgun.gw.msging.net",
    "CUSTOMER, take.io",
    "CUSTOMER, tangram.com.br",
    "CUSTOMER, assistant.gw.msging.net",
    "CUSTOMER, infobip.gw.msging.net",
    "CUSTOMER, chatconversations.gw.msging.net",
    "CUSTOMER, never-heard-of.gw.msging.net",
    "CUSTOMER, two.words.gw.msging.net",
    "CUSTOMER, wa.gw.msging.net/default",
    "CUSTOMER, WA.GW.Msging.NET",
    "CUSTOMER, 0MN.IO",
    "CUSTOMER, Tangram.COM.br",
    "SERVICE, pagseguro.gw.msging.net",
    "SERVICE, PagSeguro.gw.msging.net",
    "SERVICE, gw.msging.net",
    "SERVICE, .gw.msging.net",
    "SERVICE, scheduler.msging.net",
    "BOT, msging.net",
    "BOT, MSGING.net",
    "BOT, msging.net/!iris-hosted-4",
    "TUNNELLED_CUSTOMER, tunnel.msging.net",
    "TUNNELLED_CUSTOMER, tunnel.msging.net/",
    "TUNNELLED_CUSTOMER, Tunnel.msging.net",
    "TUNNEL_LEG, tunnel.msging.net/5511%40wa.gw.msging.net",
    "DESK_LEG, desk.msging.net",
    "DESK_LEG, DESK.msging.net/Webhook",
    "BROADCAST, broadcast.msging.net",
    "BROADCAST, Broadcast.Msging.Net",
    "AGENT, blip.ai",
    "AGENT, BLIP.ai/desk",
    "ODD, help.blip.ai",
    "ODD, example.com",
    "ODD, example.com@wa.gw.msging.net",
    "ODD, wa.gw.msging.net.example.com",
    "ODD, notmsging.net",
    "ODD, x0mn.io",
    "ODD, 0mn.iot",
    "ODD, .msging.net",
    "ODD, /pod",
    "ODD, ''",
    // Looks like the domain of the bots, but has a dotless i.
    "ODD, msg\u0131ng.net",
    // The sign for Kelvin, which becomes a k in small letters.
    "ODD, ta\u212Ae.io",
  })
  void the_domain_tells_who_stands_behind_an_address(Role role, String domain) {
    assertEquals(role, Address.of("somebody@" + domain).role());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postmaster@wa.gw.msging.net", "Postmaster@msging.net/x", "POSTMASTER@a.b"})
  void a_postmaster_is_a_service_wherever_he_is(String text) {
    assertEquals(Role.SERVICE, Address.of(text).role());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0", "\u200b \ufeff", "\u0000"})
  void a_blank_address_is_missing(String text) {
    assertEquals(Address.MISSING, Address.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5511", "@wa.gw.msging.net", "a@", "a@/b"})
  void an_address_without_name_or_domain_is_odd(String text) {
    assertEquals(Role.ODD, Address.of(text).role());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "true", "{}", "['a@b.io']", "'  '"})
  void what_is_blank_or_no_string_is_missing(String value) {
    var doc = Payloads.payload("{'from': " + value + "}");

    assertEquals(Address.MISSING, Address.in(doc, Doc.ROOT + 2));
  }

  @Test
  void an_address_remembers_where_it_was_read() {
    var doc = Payloads.payload("{'from': 'a@0mn.io/x'}");

    assertEquals(new Address(2, "a@0mn.io/x", 1, 8, Role.CUSTOMER), Address.in(doc, Doc.ROOT + 2));
  }

  @Test
  void what_is_not_there_is_missing() {
    assertEquals(Address.MISSING, Address.in(Payloads.payload("{}"), Doc.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "a%40b, a@b",
    "%C3%A9t%c3%a9, été",
    "29%3A1SaTs, 29:1SaTs",
    "a%2540b, a%40b",
    "100%, 100%",
    "100%4, 100%4",
    "%zz%40, %zz@",
    "%4, %4",
    "%%40, %@",
    "a%F0%9F%91%8Db, a\uD83D\uDC4Db",
  })
  void percent_encoding_is_undone_once(String written, String plain) {
    assertEquals(plain, Address.decoded(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%FFb", "%C3", "a%40b%ED%A0%80", "x%C3y%A9"})
  void what_is_not_encoded_well_stays_as_it_is(String written) {
    assertEquals(written, Address.decoded(written));
  }

  @Test
  void encoded_zeros_and_control_characters_are_decoded_like_any_other() {
    assertEquals("a0\t\0b", Address.decoded("a%30%09%00b"));
  }

  @Test
  void half_an_emoji_and_digits_of_other_scripts_survive_decoding() {
    assertEquals("\uD83D@\uFF14%\uFF14\uFF10", Address.decoded("\uD83D%40\uFF14%\uFF14\uFF10"));
  }
}
