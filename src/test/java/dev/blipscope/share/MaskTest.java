package dev.blipscope.share;

import static dev.blipscope.check.Given.doc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Given;
import dev.blipscope.json.Doc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a masked copy shows and what it hides.
class MaskTest {

  private final Mask mask = Mask.in(Locale.ENGLISH);

  private String masked(String json) {
    return Shared.text(mask.mask(doc(json)));
  }

  @Test
  void only_what_is_private_is_replaced_and_the_layout_stays() {
    assertEquals(
        """
        {
          "name" : "‹name 1›",  "flow": 1.0,
          "phone": [ "‹phone 1›", true, null ]
        }""",
        masked(
            """
            {
              "name" : "Ana Exemplo",  "flow": 1.0,
              "phone": [ "+55 11 90000-0001", true, null ]
            }"""));
  }

  @Test
  void the_same_value_has_the_same_placeholder_however_it_is_written() {
    assertEquals(
        "{\"from\":\"‹phone 1›@wa.gw.msging.net/app\",\"phoneNumber\":\"‹phone 1›\","
            + "\"cellPhoneNumber\":\"‹phone 2›\",\"text\":\"call ‹phone 1›\"}",
        masked(
            "{\"from\":\"5511900000001@wa.gw.msging.net/app\",\"phoneNumber\":\"(11) 90000-0001\","
                + "\"cellPhoneNumber\":\"+5511900000002\",\"text\":\"call 11900000001\"}"));
  }

  @Test
  void what_was_learnt_in_one_document_is_hidden_in_the_others() {
    mask.learn(doc("{'name':'Ana Exemplo'}"));

    assertEquals(
        "{\"content\":\"‹name 1› called, ‹name 1›!\"}",
        masked("{'content':'Ana called, Ana Exemplo!'}"));
    assertEquals("ask ‹name 1› about bananas", mask.maskText("ask Ana about bananas"));
  }

  @Test
  void a_number_stays_a_number() {
    assertEquals(
        "{\"taxDocument\":-1,\"phone\":-1,\"again\":-1,\"value\":12}",
        masked(
            "{'taxDocument':90139676533,'phone':5511900000001,'again':5511900000001,'value':12}"));
  }

  @Test
  void names_of_members_are_hidden_where_they_are_private() {
    mask.learn(doc("{'name':'Ana Exemplo'}"));

    assertEquals(
        "{\"extras\":{\"‹phone 1›\":1,\"‹name 1›\":2}}",
        masked("{'extras':{'5511900000001':1,'Ana Exemplo':2}}"));
    assertEquals("/extras/‹phone 1›/0", mask.maskPointer("/extras/5511900000001/0"));
    assertEquals("", mask.maskPointer(""));
  }

  @Test
  void fields_of_blip_keep_their_names_whoever_is_called_so() {
    mask.learn(doc("{'name':'content'}"));

    assertEquals("{\"content\":\"‹name 1›\"}", masked("{'content':'content'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from     | auroraroteador@msging.net                        | auroraroteador@msging.net
          from     | postmaster@msging.net                            | postmaster@msging.net
          from     | 5511900000001@wa.gw.msging.net                   | ‹phone 1›@wa.gw.msging.net
          identity | 0f0e0d0c-1b2c-4d3e-8f90-0123456789ab@tunnel.msging.net | ‹identity 1›@tunnel.msging.net
          to       | 5511900000001%40wa.gw.msging.net@desk.msging.net | ‹phone 1›%40wa.gw.msging.net@desk.msging.net
          userId   | ana%40example.com@blip.ai                        | ‹e-mail 1›@blip.ai
          from     | 5511900000001                                    | ‹phone 1›
          from     | ana@example.com                                  | ‹e-mail 1›
          from     | somebody                                         | ‹identity 1›
          text     | to 0a1b.bot@0mn.io!                              | to ‹identity 1›@0mn.io!
          """)
  void an_address_keeps_its_domain_and_a_bot_its_name(String key, String address, String expected) {
    assertEquals(expected, mask.maskText(key, address).replace("‹email", "‹e-mail"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see https://cdn.example.com/a.png?sv=1&sig=abc%3D now | see https://cdn.example.com/a.png?‹query 1› now
          sig=abc123&x=1                                     | sig=‹secret 1›&x=1
          fwd:wamid.HBgNNTUxMTkwMDAwMDA3MhUCABIYIEEzQTZD     | fwd:wamid.‹id 1›
          cpf 901.396.765-33.                                | cpf ‹CPF 1›.
          CPF90139676533                                     | CPF‹CPF 1›
          {"name": "Ana", "stateName": "Menu"}               | {"name": "‹name 1›", "stateName": "Menu"}
          {"name": "Ana Ex                                   | {"name": "‹name 1›
          {\\"email\\":\\"ana@local\\"}                      | {\\"email\\":\\"‹e-mail 1›\\"}
          1746662240158                                      | 1746662240158
          1746662236                                         | 1746662236
          Pedido 12345678 enviado                            | Pedido 12345678 enviado
          """)
  void texts_are_searched_by_form(String text, String expected) {
    assertEquals(expected, mask.maskText(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#date_processed", "date_created", "#wa.timestamp"})
  void a_moment_is_no_phone(String key) {
    assertEquals("17466622361", mask.maskText(key, "17466622361"));
  }

  @Test
  void a_template_and_a_flow_keep_their_names() {
    String json = "{\"template\":{\"name\":\"welcome_back\"}}";

    assertEquals(json, masked(json));
  }

  @Test
  void placeholders_speak_the_language_of_the_reader() {
    assertEquals(
        "{\"phone\":\"‹telefone 1›\"}",
        Shared.text(Mask.in(Locale.of("pt", "BR")).mask(doc("{'phone':'5511900000001'}"))));
  }

  @Test
  void what_is_masked_once_stays_so() {
    String once = masked("{'name':'Ana Exemplo','from':'5511900000001@wa.gw.msging.net'}");
    byte[] twice = Mask.in(Locale.ENGLISH).mask(Given.exactly(once));

    assertEquals(once, Shared.text(twice));
  }

  @Test
  void no_personal_value_of_a_sample_is_left_in_its_masked_payload_and_call() {
    var left = new ArrayList<String>();
    var docs = new ArrayList<Doc>();
    for (var handed : Shared.samples()) {
      var payload = handed.inspection().doc();
      if (payload == null) {
        continue;
      }
      docs.add(payload);
      var shown = Shared.text(mask.mask(payload));
      var call = handed.inspection().call();
      if (call != null) {
        shown += Shared.text(mask.mask(call));
      }
      String all = shown;
      Shared.personal(payload).stream()
          .filter(value -> contains(all, value))
          .forEach(value -> left.add(handed.origin().source() + ": " + value));
    }

    assertTrue(docs.size() > 400, docs.size() + " samples");
    assertEquals(List.of(), left);
  }

  /// Whether a value stands in a text as a word of its own.
  static boolean contains(String text, String value) {
    int at = text.indexOf(value);
    while (at >= 0) {
      boolean before = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + value.length();
      boolean after = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
      if (!before && !after) {
        return true;
      }
      at = text.indexOf(value, at + 1);
    }
    return false;
  }

  @Test
  void hostile_text_takes_no_longer_than_other_text() {
    for (String piece : List.of("a", "@", "%40", "\"", "1", "http://", "a.", "key=", "wamid.")) {
      String text = piece.repeat(400_000 / piece.length());
      assertTimeout(Duration.ofSeconds(10), () -> mask.maskText(text).length(), piece);
    }
  }
}
