package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Kind;
import dev.blipscope.blip.Payloads;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdiomaticProfileTest {

  private static final String IDS =
      "'type': '%s', 'id': 'i', 'from': 'a@wa.gw.msging.net', 'to': 'bot@msging.net/pod'";

  private static Mapped map(String payload) {
    return Mapped.by("idiomatic", payload);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void a_message_has_the_properties_that_a_spec_would_want() {
    assertEquals(
        json(
            "{'message_id':'i','channel':'WhatsApp','direction':'received','author':'customer',"
                + "'content_type':'text/plain','text':'Oi','bot':'bot@msging.net',"
                + "'state_id':'s','state_name':'S','previous_state_name':'P',"
                + "'ticket_id':'t','campaign_id':'c'}"),
        map("{"
                + IDS.formatted("text/plain")
                + ", 'content': 'Oi', 'metadata': {'#stateId': 's',"
                + " '#stateName': 'S', '#previousStateName': 'P', '#message.ticketId': 't',"
                + " '#activecampaign.flowId': 'c', 'traceparent': 'x'}}")
            .at("/properties"));
  }

  @Test
  void a_medium_has_its_type_and_its_link() {
    assertEquals(
        json(
            "{'message_id':'i','channel':'WhatsApp','direction':'received','author':'customer',"
                + "'content_type':'application/vnd.lime.media-link+json','text':'Oi',"
                + "'bot':'bot@msging.net','media_type':'image/png','media_uri':'https://a.example'}"),
        map("{"
                + IDS.formatted("application/vnd.lime.media-link+json")
                + ", 'content': {'type': 'image/png', 'uri': 'https://a.example', 'text': 'Oi'}}")
            .at("/properties"));
  }

  @Test
  void a_ticket_has_its_own_id_its_status_and_its_campaign() {
    assertEquals(
        json(
            "{'message_id':'i','channel':'WhatsApp','direction':'received','author':'system',"
                + "'content_type':'application/vnd.iris.ticket+json','bot':'bot@msging.net',"
                + "'ticket_id':'t','ticket_status':'Waiting','campaign_id':'7'}"),
        map("{"
                + IDS.formatted("application/vnd.iris.ticket+json")
                + ", 'content': {'id': 't', 'sequentialId': 5, 'status': 'Waiting',"
                + " 'CampaignId': 7}}")
            .at("/properties"));
  }

  @Test
  void an_id_in_another_content_is_no_ticket() {
    var mapped =
        map(
            "{"
                + IDS.formatted("application/json")
                + ", 'content': {'id': 't', 'sequentialId': 5, 'status': 'x', 'CampaignId': 'y',"
                + " 'type': 'z', 'uri': 'u'}}");

    assertEquals(
        json(
            "{'message_id':'i','channel':'WhatsApp','direction':'received','author':'customer',"
                + "'content_type':'application/json','bot':'bot@msging.net'}"),
        mapped.at("/properties"));
    var ticket = new Absence.OtherType(List.of("application/vnd.iris.ticket+json"));
    assertEquals(
        new Absence.NoneOf(
            List.of(new Absence.NotInPayload(Pointer.of("/metadata/#message.ticketId")), ticket)),
        mapped.missing().get("/properties/ticket_id"));
    assertEquals(ticket, mapped.missing().get("/properties/ticket_status"));
    assertEquals(
        new Absence.OtherType(List.of("application/vnd.lime.media-link+json")),
        mapped.missing().get("/properties/media_uri"));
  }

  @Test
  void an_event_has_its_properties_and_its_own_extras() {
    assertEquals(
        json(
            "{'category':'flow','action':'a','label':'l','value':1.50,'bot':'bot@msging.net/pod',"
                + "'message_id':'m','channel':'Blip Chat','state_id':'s','state_name':'S',"
                + "'previous_state_name':'P','extras_state_id':'other','extras_tipo_de_curso':'x',"
                + "'extras_none':null,'extras_nested':'{\\\"a\\\":[1,2]}','extras_number':1e2}"),
        map("{'category': 'flow', 'action': 'a', 'label': 'l', 'value': '1.50', 'count': 4,"
                + " 'ownerIdentity': 'bot@msging.net/pod', 'messageId': 'm',"
                + " 'contact': {'Identity': 'c@0mn.io'}, 'extras': {'#stateId': 's',"
                + " 'stateId': 'other', '#stateName': 'S', '#previousStateName': 'P',"
                + " '#previousStateId': 'p', '#messageId': 'x', 'tipo de curso': 'x',"
                + " 'none': null, 'nested': {'a': [1, 2]}, 'number': 1e2}}")
            .at("/properties"));
  }

  @Test
  void what_an_event_lacks_is_looked_for_in_its_extras() {
    var mapped =
        map("{'category': 'a', 'action': 'b', 'extras': {'#messageId': 'm', 'stateId': 's'}}");

    assertEquals(
        json("{'category':'a','action':'b','message_id':'m','state_id':'s','extras_state_id':'s'}"),
        mapped.at("/properties"));
    assertEquals(
        new Provenance.Chosen(
            new Provenance.Copied(mapped.node("/extras/#messageId")),
            List.of(new Absence.NotInPayload(Pointer.of("/messageId")))),
        mapped.story("/properties/message_id"));
    assertEquals(
        new Provenance.Chosen(
            new Provenance.Copied(mapped.node("/extras/stateId")),
            List.of(new Absence.NotInPayload(Pointer.of("/extras/#stateId")))),
        mapped.story("/properties/state_id"));
  }

  @Test
  void a_contact_has_reserved_traits_and_its_own_extras() {
    assertEquals(
        json(
            "{'name':'Ana Luz','first_name':'Ana','last_name':'Luz','email':'a@mail.example',"
                + "'phone':'1','gender':'female','birthday':'1990-02-03','address':{'city':'Natal'},"
                + "'locale':'pt-br','avatar':'https://a.example','tax_document':'4',"
                + "'channel':'WhatsApp','last_message_at':'2025-01-08T16:35:14.000Z',"
                + "'extras_plano':'Golden'}"),
        map("{'name': 'Ana Luz', 'firstName': 'Ana', 'lastName': 'Luz', 'email': 'a@mail.example',"
                + " 'phoneNumber': 1, 'cellPhoneNumber': '2', 'gender': 'female',"
                + " 'birthDate': '1990-02-03', 'city': 'Natal', 'address': 'Rua A',"
                + " 'culture': 'pt-br', 'photoUri': 'https://a.example', 'taxDocument': '4',"
                + " 'source': 'x', 'identity': 'a@wa.gw.msging.net',"
                + " 'lastMessageDate': '2025-01-08T16:35:14Z', 'extras': {'plano': 'Golden'},"
                + " 'group': ''}")
            .at("/traits"));
  }

  @Test
  void the_mobile_number_stands_in_for_the_phone_number() {
    assertEquals(
        json("{'phone':'2','channel':'Facebook Messenger'}"),
        map("{'phoneNumber': null, 'cellPhoneNumber': '2', 'lastMessageDate': 'x',"
                + " 'source': 'Facebook Messenger'}")
            .at("/traits"));
  }

  @Test
  void no_column_of_a_warehouse_is_filled_twice() {
    assertEquals(
        json(
            "{'category':'a','action':'b','extras_a_b':1,'extras_a_b_2':2,'extras_a_b_2_2':3,"
                + "'extras_a_b_3':4,'extras_unnamed':5,'extras_unnamed_2':6}"),
        map("{'category': 'a', 'action': 'b', 'extras': {'aB': 1, 'a_b': 2, 'a b 2': 3,"
                + " 'A.b': 4, '\u00e9': 5, '': 6}}")
            .at("/properties"));
  }

  @Test
  void extras_that_are_not_there_have_their_reason() {
    var extras = Pointer.of("/extras");

    assertEquals(
        new Absence.NotInPayload(extras),
        map("{'lastMessageDate': 'a'}").missing().get("/traits/extras_*"));
    assertEquals(
        new Absence.IsNull(extras),
        map("{'lastMessageDate': 'a', 'extras': null}").missing().get("/traits/extras_*"));
    assertEquals(
        new Absence.NoObject(extras),
        map("{'lastMessageDate': 'a', 'extras': ['b']}").missing().get("/traits/extras_*"));
    assertEquals(
        Set.of("/userId", "/properties/label"),
        keysOf(
            map("{'category': 'a', 'action': 'b', 'extras': {}, 'label': null}").missing(),
            "/userId",
            "/properties/label",
            "/properties/extras_*"));
  }

  private static Set<String> keysOf(Map<String, Absence> missing, String... asked) {
    var keys = new TreeSet<>(missing.keySet());
    keys.retainAll(Set.of(asked));
    return keys;
  }

  @Test
  void a_contact_of_which_nothing_is_known_has_empty_traits() {
    assertEquals("{}", map("{'lastMessageDate': 'a'}").at("/traits"));
  }

  @Test
  void extras_that_become_text_say_so() {
    var mapped = map("{'lastMessageDate': 'a', 'extras': {'b': [], 'c': 'd'}}");

    assertEquals(
        new Provenance.Converted(new Provenance.Copied(mapped.node("/extras/b")), TargetType.TEXT),
        mapped.story("/traits/extras_b"));
    assertEquals(new Provenance.Copied(mapped.node("/extras/c")), mapped.story("/traits/extras_c"));
  }

  @Test
  void everything_in_it_is_our_choice() {
    var profile = Profiles.named("idiomatic").orElseThrow();
    for (var kind : Kind.values()) {
      var plan = profile.plan(kind);
      plan.rules().forEach(rule -> assertEquals(Basis.ASSUMED, rule.grounds().basis()));
      plan.spreads().forEach(spread -> assertEquals(Basis.ASSUMED, spread.grounds().basis()));
      assertEquals(Basis.ASSUMED, plan.rest().grounds().basis());
    }
    for (var sample : List.of("contact-new-blip-chat", "message-ticket-blip-chat")) {
      Mapped.by("idiomatic", Payloads.sample("seed/" + sample + ".json"))
          .draft()
          .fields()
          .forEach(field -> assertEquals(Basis.ASSUMED, field.grounds().basis()));
    }
    assertEquals(
        Basis.ASSUMED, map("{'lastMessageDate': 'a'}").field("/anonymousId").grounds().basis());
  }

  /// Exactly these, in this order; nothing is filled that is not in the list.
  @Test
  void the_lists_are_complete() {
    assertEquals(
        List.of(
            "message_id",
            "channel",
            "direction",
            "author",
            "content_type",
            "text",
            "bot",
            "state_id",
            "state_name",
            "previous_state_name",
            "media_type",
            "media_uri",
            "ticket_id",
            "ticket_status",
            "campaign_id"),
        targets(Kind.MESSAGE, "/properties/"));
    assertEquals(
        List.of(
            "category",
            "action",
            "label",
            "value",
            "bot",
            "message_id",
            "channel",
            "state_id",
            "state_name",
            "previous_state_name",
            "extras_*"),
        targets(Kind.EVENT, "/properties/"));
    assertEquals(
        List.of(
            "name",
            "first_name",
            "last_name",
            "email",
            "phone",
            "gender",
            "birthday",
            "address/city",
            "locale",
            "avatar",
            "tax_document",
            "channel",
            "last_message_at",
            "extras_*"),
        targets(Kind.CONTACT, "/traits/"));
  }

  private static List<String> targets(Kind kind, String body) {
    var plan = Profiles.named("idiomatic").orElseThrow().plan(kind);
    var targets = new ArrayList<String>();
    plan.rules().stream()
        .map(rule -> rule.to().toString())
        .filter(to -> to.startsWith(body))
        .map(to -> to.substring(body.length()))
        .forEach(targets::add);
    plan.spreads().forEach(spread -> targets.add(spread.prefix() + "*"));
    return targets;
  }
}
