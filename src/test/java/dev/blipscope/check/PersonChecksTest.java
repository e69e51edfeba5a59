package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.blip.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonChecksTest {

  private static final String CUSTOMER = "'5511900000001@wa.gw.msging.net'";
  private static final String BOT = "'bot@msging.net'";
  private static final String TUNNEL = "'d5187b97@tunnel.msging.net'";

  @Test
  void a_payload_that_names_one_person_has_no_finding() {
    assertEquals(List.of(), message(CUSTOMER, BOT, ""));
    assertEquals(List.of(), event("'contact':{'Identity':" + CUSTOMER + "}"));
    assertEquals(List.of(), contact("'identity':" + CUSTOMER));
  }

  // Nobody

  @Test
  void a_missing_identity_is_told_where_it_should_be() {
    assertEquals(
        List.of(
            Finding.of(Code.IDENTITY_MISSING, new Where.InPayload("/identity", 0, 0), "contact")),
        PersonChecks.of(Given.item("{'source':'x'}", Kind.CONTACT)));
    assertEquals(
        List.of(
            Finding.of(
                Code.IDENTITY_MISSING, new Where.InPayload("/contact/Identity", 0, 0), "event")),
        PersonChecks.of(Given.item("{}", Kind.EVENT)));
    assertEquals(
        Finding.of(Code.IDENTITY_MISSING, new Where.InPayload("", 0, 0), "message"),
        PersonChecks.of(Given.item("{'type':'a/b','to':5}", Kind.MESSAGE)).getFirst());
  }

  @Test
  void an_identity_that_cannot_be_one_is_the_place() {
    for (var identity : List.of("null", "\"  \"", "5   ", "{}  ")) {
      assertEquals(
          List.of(
              Finding.of(
                  Code.IDENTITY_MISSING,
                  new Where.InPayload("/identity", 12, 12 + identity.strip().length()),
                  "contact")),
          PersonChecks.of(
              Given.item(Given.exactly("{\"identity\":" + identity + ",\"lastMessageDate\":1}"))));
    }
    assertEquals(
        List.of("warning identity.missing /contact/Identity [event]"),
        event("'contact':{'Identity':''}"));
    assertEquals(
        List.of("warning identity.missing /contact/identity [event]"),
        event("'contact':{'identity':''}"));
    assertEquals(List.of("warning identity.missing /identity [event]"), event("'identity':''"));
  }

  // Two

  @Test
  void an_event_that_names_two_persons_is_told() {
    assertEquals(
        List.of("warning identity.conflict /identity []"),
        event("'identity':'other@0mn.io','contact':{'Identity':" + CUSTOMER + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'5511900000001@wa.gw.msging.net'",
        "'5511900000001@WA.GW.msging.net'",
        "'5511900000001@wa.gw.msging.net/instance'",
        "''",
        "null",
        "5"
      })
  void an_old_identity_that_says_nothing_else_is_in_order(String old) {
    assertEquals(
        List.of(), event("'identity':" + old + ",'contact':{'Identity':" + CUSTOMER + "}"));
  }

  @Test
  void only_an_event_can_name_two() {
    assertEquals(List.of(), message(CUSTOMER, BOT, "'identity':'other@0mn.io'"));
    assertEquals(List.of(), event("'identity':" + CUSTOMER));
  }

  // Somebody else's name for the person

  @Test
  void a_person_behind_a_tunnel_is_told_with_the_name_elsewhere() {
    assertEquals(
        List.of(
            "warning identity.tunnel /metadata/#tunnel.originator [#tunnel.originator]",
            "note direction.assumed  [3, received]"),
        message(TUNNEL, BOT, "'metadata':{'#tunnel.originator':" + CUSTOMER + "}"));
    assertEquals(
        List.of("warning identity.tunnel /to []", "note direction.assumed  [4, sent]"),
        message(BOT, TUNNEL, ""));
    assertEquals(
        List.of("warning identity.tunnel /contact/Identity []"),
        event("'contact':{'a':1,'Identity':'x@Tunnel.msging.net'}"));
  }

  @Test
  void a_whatsapp_id_of_the_new_kind_is_noted_once() {
    String bsuid = "'BR.1A9000000322EXEMPLO@wa.gw.msging.net'";

    assertEquals(
        List.of("note identity.bsuid /metadata/#wa.bsuid [#wa.bsuid]"),
        message(CUSTOMER, BOT, "'metadata':{'#wa.bsuid':'BR.1'}"));
    assertEquals(
        List.of("note identity.bsuid /metadata/#wa.bsuid [#wa.bsuid]"),
        message(bsuid, BOT, "'metadata':{'#wa.bsuid':'BR.1'}"));
    assertEquals(List.of("note identity.bsuid /from [userId]"), message(bsuid, BOT, ""));
    assertEquals(List.of("note identity.bsuid /to [userId]"), message(BOT, bsuid, ""));
    assertEquals(List.of("note identity.bsuid /identity [userId]"), contact("'identity':" + bsuid));
    assertEquals(List.of(), message("'\u2039phone 1\u203a@wa.gw.msging.net'", BOT, ""), "covered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whatsAppBsuid", "WhatsappBsuid", "WHATSAPPBSUID"})
  void a_contact_may_hold_it_in_any_letter_case(String name) {
    assertEquals(
        List.of("note identity.bsuid /" + name + " [" + name + "]"),
        contact("'identity':" + CUSTOMER + ",'" + name + "':'BR.1'"));
    assertEquals(List.of(), contact("'identity':" + CUSTOMER + ",'" + name + "':null"));
    assertEquals(
        List.of(), contact("'identity':" + CUSTOMER + ",'extras':{'" + name + "':'BR.1'}"));
    assertEquals(
        List.of("note identity.bsuid /" + name + " [" + name + "]"),
        contact("'identity':'BR.1@wa.gw.msging.net','" + name + "':0,'" + name + "':1"));
    assertEquals(List.of(), message(CUSTOMER, BOT, "'" + name + "':'BR.1'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+5511900000001@wa.gw.msging.net",
        "120363000000000001@wa.gw.msging.net",
        "5511900000001-1500000000@wa.gw.msging.net",
        "BR.1A90@instagram.gw.msging.net",
        "BR.1A90@0mn.io",
        "BR.1A90"
      })
  void other_identities_are_no_whatsapp_id_of_the_new_kind(String identity) {
    assertEquals(List.of(), contact("'identity':'" + identity + "'"));
  }

  // Direction

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'u@tunnel.msging.net' | 'bot@msging.net'                   | note    | 3, received",
        "'bot@msging.net'      | 'u@tunnel.msging.net'              | note    | 4, sent",
        "'bot@msging.net'      | 'x%400mn.io@desk.msging.net'       | warning | 5, sent",
        "'x%400mn.io@desk.msging.net' | 'bot@msging.net'            | warning | 6, received",
        "'bot@msging.net'      | 'list@broadcast.msging.net'        | warning | 7, sent",
        "'bot@msging.net'      | 'other@msging.net'                 | warning | 8, sent",
        "'postmaster@msging.net' | 'bot@msging.net'                 | warning | 9, sent",
        "'jane%40x.com@blip.ai' | 'bot@msging.net'                  | note    | 10, sent",
        "'a@0mn.io'            | 'b@0mn.io'                         | warning | 11, received",
        "null                  | 'b@0mn.io'                         | note    | 12, sent",
        "'x'                   | 'y'                                | warning | 13, received"
      })
  void a_direction_that_no_page_tells_is_said_to_be_assumed(
      String from, String to, String severity, String words) {
    assertEquals(
        List.of(severity + " direction.assumed  [" + words + "]"),
        message(from, to, "").stream().filter(told -> told.contains("direction")).toList());
  }

  @Test
  void the_place_of_a_direction_is_the_whole_payload() {
    String payload = "{'type':'a/b','from':'x','to':'y'}";

    assertEquals(
        new Where.InPayload("", 0, payload.length()),
        PersonChecks.of(Given.item(payload)).getLast().where());
  }

  private static List<String> message(String from, String to, String more) {
    return told(
        "'type':'text/plain','content':'Oi','from':"
            + from
            + ",'to':"
            + to
            + (more.isEmpty() ? "" : ",")
            + more);
  }

  private static List<String> event(String fields) {
    return told("'category':'c','action':'a'," + fields);
  }

  private static List<String> contact(String fields) {
    return told("'lastMessageDate':'2025'," + fields);
  }

  private static List<String> told(String fields) {
    return Given.told(PersonChecks.of(Given.item("{" + fields + "}")));
  }
}
