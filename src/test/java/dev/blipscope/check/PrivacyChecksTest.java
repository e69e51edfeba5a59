package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrivacyChecksTest {

  @Test
  void personal_data_is_told_by_kind_and_place() {
    assertEquals(
        List.of(
            "warning privacy.cpf /taxDocument []",
            "note privacy.email /email []",
            "note privacy.phone /phoneNumber []",
            "note privacy.name /name []",
            "note privacy.cnpj /extras/empresa []",
            "warning privacy.card /extras/pago []"),
        told(
            """
            {'taxDocument': '901.396.765-33', 'email': 'joao@email.com.br',
             'phoneNumber': '99999999', 'name': 'João', 'source': 'WhatsApp',
             'extras': {'empresa': '11.222.333/0001-81', 'pago': '4111 1111 1111 1111'}}"""));
  }

  @Test
  void numbers_are_looked_at_like_texts() {
    assertEquals(
        List.of(
            "warning privacy.cpf /cpf []",
            "note privacy.phone /phone []",
            "warning privacy.cpf /a/1 []"),
        told("{'cpf': 90139676533, 'phone': 5511900000001, 'a': [1, 52998224725]}"));
  }

  @Test
  void one_value_is_told_once_for_each_kind() {
    assertEquals(
        List.of("warning privacy.cpf /cpf []", "note privacy.email /cpf []"),
        told("{'cpf': '901.396.765-33, 529.982.247-25, a@x.com, b@x.com'}"));
  }

  @Test
  void a_value_in_a_list_goes_by_the_name_of_the_list() {
    assertEquals(
        List.of("note privacy.phone /phones/0/0 []"),
        told("{'phones': [['99999999']], 'a': ['99999999']}"));
  }

  @Test
  void other_values_hold_none() {
    assertEquals(
        List.of(), told("{'name': null, 'cpf': true, 'phone': {}, 'email': [], 'card': false}"));
  }

  @Test
  void the_name_of_a_template_or_a_flow_is_nobodys() {
    assertEquals(
        List.of("note privacy.name /content/name []"),
        told(
            """
            {'content': {'template': {'name': 'boas_vindas'}, 'name': 'Ana',
             'templateContent': {'name': 'boas_vindas'},
             'interactive': {'action': {'name': 'flow'}}}}"""));
    assertEquals(
        List.of("warning privacy.cpf /template/name []"),
        told("{'template': {'name': '901.396.765-33'}}"));
  }

  @Test
  void the_place_is_the_value() {
    assertEquals(
        List.of(Finding.of(Code.PRIVACY_EMAIL, new Where.InPayload("/a~1b/0", 8, 17))),
        PrivacyChecks.of(Given.doc("{'a/b':['a@x.com']}")));
  }

  private static List<String> told(String payload) {
    return Given.told(PrivacyChecks.of(Given.doc(payload)));
  }
}
