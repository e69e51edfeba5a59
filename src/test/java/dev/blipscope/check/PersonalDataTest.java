package dev.blipscope.check;

import static dev.blipscope.check.PersonalKind.CARD;
import static dev.blipscope.check.PersonalKind.CNPJ;
import static dev.blipscope.check.PersonalKind.CPF;
import static dev.blipscope.check.PersonalKind.EMAIL;
import static dev.blipscope.check.PersonalKind.NAME;
import static dev.blipscope.check.PersonalKind.PHONE;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  private static final long SEED = 20250108;

  // CPF

  @Test
  void the_cpf_of_the_vendors_example_is_found_although_its_check_digits_are_wrong() {
    assertEquals(Set.of(CPF), inText("901.396.765-33"));
    assertEquals(Set.of(CPF), in("taxDocument", "901.396.765-33"));
    assertEquals(Set.of(CPF), inText("Meu CPF é 901.396.765-33, ok?"));
  }

  @Test
  void a_formatted_cpf_may_have_the_dash_of_a_phone_book() {
    assertEquals(Set.of(CPF), inText("901.396.765\u201133"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "52998224725",
        "cpf:52998224725",
        "CPF52998224725",
        "529982247-25",
        "529 982 247 25",
        "a,52998224725;b",
        "número 52998224725."
      })
  void a_bare_cpf_with_right_check_digits_is_found(String text) {
    assertEquals(Set.of(CPF), inText(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "52998224724",
        "11111111111",
        "111.111.111-11",
        "5529982247250",
        "x52998224725",
        "0.52998224725",
        "52998224725@messenger.gw.msging.net"
      })
  void other_digits_are_no_cpf(String text) {
    assertEquals(Set.of(), inText(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taxDocument",
        "TaxDocument",
        "tax_document",
        "TAXDOCUMENT",
        "cpf",
        "CPF",
        "#cpf",
        "cpfCnpj",
        "cpf_cnpj",
        "CPFCliente",
        "numeroCpf",
        "documento",
        "Número do documento",
        "documentNumber",
        "taxId"
      })
  void a_key_named_so_needs_no_check_digits(String key) {
    assertEquals(Set.of(CPF), in(key, "90139676533"));
    assertEquals(Set.of(CPF), in(key, "901.396.765-33"));
    assertEquals(Set.of(CPF), inNumber(key, "90139676533"));
    assertEquals(Set.of(CNPJ), in(key, "12345678000100"));
    assertEquals(Set.of(), in(key, "1234"));
    assertEquals(Set.of(), in(key, "none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"documentType", "documentDate", "documentUri", "docs", "stateId"})
  void a_key_about_a_document_is_not_the_document(String key) {
    assertEquals(Set.of(), in(key, "90139676533"));
  }

  @Test
  void a_number_that_lost_its_leading_zeros_is_a_cpf_only_under_its_name() {
    assertEquals(Set.of(CPF), inNumber("cpf", "1234567890"));
    assertEquals(Set.of(CPF), inNumber("cpf", "123456797"));
    assertEquals(Set.of(), inNumber("ticket", "1234567890"));
    assertEquals(Set.of(), inNumber("cpf", "12345678"));
  }

  @ParameterizedTest
  @CsvSource({"52998224725, true", "52998224725.0, true", "-52998224725, false"})
  void only_a_whole_number_is_a_cpf(String number, boolean found) {
    assertEquals(found ? Set.of(CPF) : Set.of(), inNumber("", number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.2998224725E10", "52998224725.5", "0.52998224725", "", "."})
  void other_numbers_are_not_searched(String number) {
    assertEquals(Set.of(), inNumber("cpf", number));
  }

  // CNPJ

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11222333000181",
        "11.222.333/0001-81",
        "11.222.333/0001-82",
        "11222333/0001-81",
        "CNPJ 11 222 333 0001 81",
        "12ABC34501DE35",
        "12abc34501de35",
        "12.ABC.345/01DE-35",
        "12.ABC.345/01DE-36",
        "12.abc.345/01de-35"
      })
  void a_cnpj_is_found_in_numbers_and_letters(String text) {
    assertEquals(Set.of(CNPJ), inText(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11222333000182",
        "12ABC34501DE36",
        "12aBC34501De35",
        "00000000000000",
        "11222333/0001-82",
        "my.api.com/v1ab-20"
      })
  void other_letters_and_digits_are_no_cnpj(String text) {
    assertEquals(Set.of(), inText(text));
  }

  @Test
  void a_cnpj_under_its_name_needs_no_check_digits() {
    assertEquals(Set.of(CNPJ), in("cnpj", "12ABC34501DE36"));
    assertEquals(Set.of(CNPJ), in("empresa_cnpj", "11222333000182"));
    assertEquals(Set.of(CNPJ), inNumber("cnpj", "1222333000182"));
    assertEquals(Set.of(CNPJ), inNumber("cnpj", "191000100123"));
  }

  // Phone

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+55 (11) 90000-0001",
        "+55(11)90000-0001",
        "+55 11 90000-0001",
        "+55 11 90000\u20110001",
        "+5511900000001",
        "+5491169007611",
        "+1 650 555 0000",
        "+29051234",
        "(11)9999-9999",
        "(11) 9999-9999",
        "(11) 90000-0001",
        "(11) 9 0000-0001",
        "(011) 3333-4444",
        "(650) 555-0000",
        "11 90000-0001",
        "11 9 0000-0001",
        "11 3333-4444",
        "90000-0001",
        "ligue 55 11 90000-0001, por favor",
        "https://wa.me/5511900000001?text=oi",
        "https://api.whatsapp.com/send?phone=5511900000001"
      })
  void a_phone_is_known_by_its_form(String text) {
    assertEquals(Set.of(PHONE), inText(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1234567",
        "+1234567890123456",
        "abc+5511900000001",
        "2025-01-08T16:35:14+0300",
        "11900000001",
        "11 2024",
        "(11) 2024"
      })
  void other_digits_are_no_phone(String text) {
    assertEquals(Set.of(), inText(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phoneNumber",
        "PhoneNumber",
        "phonenumber",
        "PHONE_NUMBER",
        "cellPhoneNumber",
        "phone",
        "telefone",
        "Telefone celular",
        "celular",
        "whatsapp",
        "whatsApp",
        "#memberPhoneNumber",
        "whatsAppWaId",
        "#wa.sharedWaId"
      })
  void a_phone_under_its_name_needs_eight_digits(String key) {
    assertEquals(Set.of(PHONE), in(key, "99999999"));
    assertEquals(Set.of(PHONE), in(key, "(11)9999-9999"));
    assertEquals(Set.of(PHONE), inNumber(key, "5511900000001"));
    assertEquals(Set.of(), in(key, "9999999"));
    assertEquals(Set.of(), in(key, "2da4c131-4a23-4fbe-8148-12345678ad70"));
    assertEquals(Set.of(), in(key, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phoneNumberId",
        "whatsAppParentId",
        "whatsAppUserName",
        "phoneVerifiedAt",
        "#wa.timestamp",
        "id",
        ""
      })
  void another_key_does_not_make_digits_a_phone(String key) {
    assertEquals(Set.of(), in(key, "99999999"));
    assertEquals(Set.of(), in(key, "1736354114"));
    assertEquals(Set.of(), inNumber(key, "1736354114687"));
    assertEquals(Set.of(), in(key, "2025-01-08T16:35:14.687Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5511900000001@wa.gw.msging.net",
        "5511900000001@wa.gw.msging.net/instance",
        "5511900000001@WA.GW.MSGING.NET",
        "\"5511900000001@wa.gw.msging.net\"",
        "5511900000001@googlercs.gw.msging.net",
        "5511900000001@take.io",
        "5511900000001@tangram.com.br",
        "bot@tunnel.msging.net/5511900000001%40wa.gw.msging.net",
        "bot@tunnel.msging.net%2F5511900000001%40wa.gw.msging.net",
        "5511900000001%40wa.gw.msging.net@desk.msging.net"
      })
  void the_name_in_an_address_of_a_phone_channel_is_a_phone(String address) {
    assertEquals(Set.of(PHONE), inText(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1042221589186385@messenger.gw.msging.net",
        "4111111111111111@instagram.gw.msging.net",
        "-1001234567890@telegram.gw.msging.net",
        "BR.1234567890@wa.gw.msging.net",
        "operator@tunnel.msging.net/1042221589186385%40messenger.gw.msging.net",
        "d5187b97-cbb2-4987-8e2d-cd77a04fd362@tunnel.msging.net",
        "6f16a65f-eaec-42e3-ac56-8815269ac06b.blipchatexamplerouter@0mn.io/default"
      })
  void the_name_in_another_address_is_none(String address) {
    assertEquals(Set.of(), inText(address));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, false",
    "12345678, true",
    "123456789012345, true",
    "1234567890123456, false"
  })
  void a_phone_in_a_link_has_8_to_15_digits(String digits, boolean found) {
    for (var link : List.of("https://wa.me/", "tel:", "?phone=")) {
      assertEquals(found ? Set.of(PHONE) : Set.of(), inText(link + digits));
    }
    assertEquals(Set.of(), inText("tel-" + digits));
  }

  @ParameterizedTest
  @CsvSource({
    "123456789, false",
    "1234567890, true",
    "123456789012345, true",
    "1234567890123456, false"
  })
  void a_phone_in_an_address_has_10_to_15_digits(String digits, boolean found) {
    var expected = found ? Set.of(PHONE) : Set.of();

    assertEquals(expected, inText(digits + "@wa.gw.msging.net"));
    assertEquals(expected, inText("+" + digits + "@wa.gw.msging.net"));
    assertEquals(expected, inText("x%2F" + digits + "@wa.gw.msging.net"));
    assertEquals(Set.of(), inText(digits + "%2@wa.gw.msging.net"));
  }

  @Test
  void digits_of_a_phone_do_not_count_across_letters() {
    assertEquals(Set.of(), in("phone", "1234x5678"));
    assertEquals(Set.of(PHONE), in("phone", "(12) 34-56.78"));
    assertEquals(Set.of(PHONE), in("phone", "+1 2345/678"));
  }

  // E-mail

  @ParameterizedTest
  @ValueSource(
      strings = {
        "joaodasilva@email.com.br",
        "Escreva para joao.da-silva+blip@email.com.br.",
        "<jane_doe@x.io>",
        "JANE@X.COM",
        "joão@ação.com.br",
        "user%40gmail.com@mailgun.gw.msging.net",
        "jane%40x.com@blip.ai",
        "jane%2540x.com",
        "https://x.test/?mail=jane%40x.com&a=1"
      })
  void an_email_is_found_inside_text(String text) {
    assertEquals(Set.of(EMAIL), inText(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whatsappexample@msging.net",
        "blipchatexamplerouter@msging.net/msging-application-router-hosting-standard-cd68bb7b9-v589m",
        "postmaster@broadcast.msging.net",
        "uuid.bot@0mn.io",
        "vidiabot1%40msging.net@tunnel.msging.net",
        "jane@blip.ai",
        "bot@take.io",
        "@msging",
        "a@b",
        "lib@1.2.3",
        "@x.com",
        "x@",
        "@"
      })
  void an_address_of_blip_is_no_email(String text) {
    assertEquals(Set.of(), inText(text));
  }

  @Test
  void a_key_named_so_makes_an_email_of_an_address_without_a_public_domain() {
    assertEquals(Set.of(EMAIL), in("email", "joao@empresa"));
    assertEquals(Set.of(), in("email", "uuid.bot@0mn.io"));
    assertEquals(Set.of(), in("email", "none"));
  }

  @Test
  void an_email_has_a_name_and_a_domain_that_ends_in_letters() {
    assertEquals(Set.of(EMAIL), inText("a@b.cd"));
    assertEquals(Set.of(), inText("a@b.c"));
    assertEquals(Set.of(), inText("a@b.c1"));
    assertEquals(Set.of(), inText("a@b.1c"));
    assertEquals(Set.of(), in("email", "a@-"));
    assertEquals(Set.of(), in("email", "@b"));
    assertEquals(Set.of(EMAIL), in("email", "a@b"));
    assertEquals(Set.of(EMAIL), inText("a@b.cd. E agora?"));
  }

  // Card

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "3782 822463 10005",
        "30569309025904",
        "6362970000457013",
        "cartão: 4111 1111 1111 1111!"
      })
  void a_card_needs_a_known_issuer_and_right_check_digits(String text) {
    assertEquals(Set.of(CARD), inText(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112",
        "4111 1111 1111 1112",
        "1111111111111117",
        "41111111111111110000",
        "0000000000000000"
      })
  void other_digits_are_no_card(String text) {
    assertEquals(Set.of(), inText(text));
  }

  @Test
  void the_digits_of_an_id_are_no_card() {
    assertEquals(Set.of(), in("messageId", "4111111111111111"));
    assertEquals(Set.of(CARD), inNumber("value", "4111111111111111"));
  }

  @Test
  void a_card_under_its_name_needs_no_check_digits() {
    assertEquals(Set.of(CARD), in("cardNumber", "4111 1111 1111 1112"));
    assertEquals(Set.of(CARD), in("Número do cartão", "1234567890123456"));
    assertEquals(Set.of(), in("card", "1234"));
  }

  @ParameterizedTest
  @CsvSource({
    "123456789012, false",
    "1234567890123, true",
    "1234567890123456789, true",
    "12345678901234567890, false"
  })
  void a_card_under_its_name_has_13_to_19_digits(String digits, boolean found) {
    assertEquals(found ? Set.of(CARD) : Set.of(), in("card", digits));
  }

  @Test
  void a_bare_card_may_have_13_or_19_digits() {
    assertEquals(Set.of(CARD), inText("4222222222222"));
    assertEquals(Set.of(CARD), inText("6212345678901232001"));
    assertEquals(Set.of(), inText("62123456789012320010"));
  }

  // Name

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "Name",
        "firstName",
        "last_name",
        "FULLNAME",
        "fullName",
        "nome",
        "Nome completo",
        "nome do cliente",
        "sobrenome",
        "nomeCompleto",
        "#memberName"
      })
  void a_name_is_known_by_its_key(String key) {
    assertEquals(Set.of(NAME), in(key, "João da Silva"));
    assertEquals(Set.of(NAME), in(key, "李"));
    assertEquals(Set.of(), in(key, ""));
    assertEquals(Set.of(), in(key, "123"));
    assertEquals(Set.of(), in(key, "2da4c131-4a23-4fbe-8148-792cd5d73d70"));
    assertEquals(Set.of(NAME), in(key, "Maria das Graças dos Santos da Silva"));
    assertEquals(Set.of(NAME), in(key, "2da4c131-4a23-4fbe-8148-792cd5d73d7z"));
    assertEquals(Set.of(), inNumber(key, "1e5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stateName",
        "#stateName",
        "#previousStateName",
        "campaignName",
        "#activecampaign.name",
        "userName",
        "whatsAppUserName",
        "fileName",
        "templateName",
        "nomeDaCampanha",
        "text",
        ""
      })
  void the_name_of_a_thing_is_none(String key) {
    assertEquals(Set.of(), in(key, "Boas vindas"));
  }

  // Several, none, hostile

  @Test
  void several_kinds_come_once_each_and_in_one_order() {
    var text =
        """
        joao@x.com, (11) 90000-0001, 4111 1111 1111 1111, 901.396.765-33, ana@x.com,
        11.222.333/0001-81, 529.982.247-25""";

    assertEquals(List.of(CPF, CNPJ, PHONE, EMAIL, CARD), List.copyOf(inText(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oi, tudo bem?",
        "2025-01-08T20:27:28.455Z",
        "1736354114687",
        "1736354114687529",
        "wamid.HBgNNTQ5Mjk0NDY0ODgzMBUCABIYIDNBQTk5OTk5OTk5OTk5OTk5OTk5AA==",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "192.168.0.1",
        "R$ 1.234.567,89",
        "de 2024-2025",
        "protocolo 20250108163514001",
        "10:30 - 11:45",
        "CEP 01310-100"
      })
  void ordinary_text_holds_none(String text) {
    assertEquals(Set.of(), inText(text));
  }

  @Test
  void labelled_personal_data_is_found_in_99_of_100_cases() {
    var random = new Random(SEED);
    var labelled = new ArrayList<Labelled>();
    for (int i = 0; i < 2_000; i++) {
      var cpf = withCheckDigits(digits(random, 9), 11);
      var cnpj = withCheckDigits(digits(random, 8) + "0001", 9);
      var letters = withCheckDigits(lettersAndDigits(random, 12), 9);
      var mobile = "9" + digits(random, 8);
      var area = "" + (1 + random.nextInt(9)) + (1 + random.nextInt(9));
      labelled.add(new Labelled(CPF, "", "meu cpf " + cpf));
      labelled.add(new Labelled(CPF, "", formatted("###.###.###-##", cpf)));
      labelled.add(new Labelled(CPF, "taxDocument", digits(random, 11)));
      labelled.add(new Labelled(CNPJ, "", cnpj));
      labelled.add(new Labelled(CNPJ, "", "CNPJ: " + formatted("##.###.###/####-##", cnpj)));
      labelled.add(new Labelled(CNPJ, "", letters));
      labelled.add(new Labelled(CNPJ, "", formatted("##.###.###/####-##", letters)));
      labelled.add(new Labelled(PHONE, "phoneNumber", digits(random, 8)));
      labelled.add(new Labelled(PHONE, "", "(" + area + ")" + formatted("####-####", mobile)));
      labelled.add(
          new Labelled(PHONE, "", "+55 (" + area + ") " + formatted("#####-####", mobile) + "."));
      labelled.add(new Labelled(PHONE, "", "+55" + area + mobile));
      labelled.add(new Labelled(PHONE, "from", "55" + area + mobile + "@wa.gw.msging.net"));
      labelled.add(
          new Labelled(
              EMAIL,
              "",
              "fale com " + lettersAndDigits(random, 8).toLowerCase(Locale.ROOT) + "@x.com.br"));
    }

    var missed = labelled.stream().filter(one -> !one.isFound()).toList();

    assertTrue(
        missed.size() * 100 <= labelled.size(),
        () -> "seed " + SEED + ", missed " + missed.size() + " such as " + missed.getFirst());
  }

  @Test
  void at_most_2_of_100_ids_and_times_are_taken_for_personal_data() {
    var random = new Random(SEED);
    var harmless = new ArrayList<String>();
    for (int i = 0; i < 5_000; i++) {
      harmless.add(new UUID(random.nextLong(), random.nextLong()).toString());
      harmless.add("wamid." + base64(random, 40));
      harmless.add("" + (1_736_000_000_000L + random.nextInt()));
      harmless.add("" + (1_736_000_000L + random.nextInt(100_000_000)));
      harmless.add(digits(random, 1 + random.nextInt(20)));
      harmless.add(lettersAndDigits(random, 1 + random.nextInt(30)));
      harmless.add(Long.toHexString(random.nextLong()));
      harmless.add(digits(random, 16) + "@messenger.gw.msging.net");
    }

    var flagged = harmless.stream().filter(text -> !inText(text).isEmpty()).toList();

    assertTrue(
        flagged.size() * 100 <= harmless.size() * 2,
        () -> "seed " + SEED + ", flagged " + flagged.size() + " such as " + flagged.getFirst());
    assertEquals(
        List.of(),
        flagged.stream().filter(text -> text.matches("1[67]\\d{11}|1[78]\\d{8}")).toList(),
        "a time is never personal data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@", "%", "%40", "a@", "a@a.", "1", "1 ", "1-", "(", "(1", "+1 ", "+", "9999 ", "AA.", ".",
        "111.", "a.", "é", "\ud83d", "11 9", "cpf", "1@1.1@", "%2540a", "4111 ", "-1", "A", " "
      })
  void hostile_text_takes_no_longer_than_other_text(String piece) {
    var text = piece.repeat(500_000 / piece.length());

    assertTimeout(Duration.ofSeconds(10), () -> inText(text));
    assertTimeout(Duration.ofSeconds(10), () -> in("cpfPhoneEmailCard", text));
    assertTimeout(Duration.ofSeconds(10), () -> in("name", text));
    assertTimeout(Duration.ofSeconds(10), () -> inNumber("cpf", text));
    assertTimeout(Duration.ofSeconds(10), () -> in(text, "1"));
  }

  @Test
  void no_text_whatever_makes_it_fail() {
    var random = new Random(SEED);
    var letters = "0194aAé@%.+-()/ _#\u2011\ud83d\0\n";
    for (int i = 0; i < 100_000; i++) {
      var text = picked(random, letters, random.nextInt(30));
      var key = picked(random, "cpfCPFnamePhoneEmail_# \u0301\ud83d", random.nextInt(12));
      assertDoesNotThrow(
          () -> PersonalData.in(key, text, text.length() % 2 == 0),
          () -> "seed " + SEED + ": " + key + ", " + text);
    }
  }

  private record Labelled(PersonalKind kind, String key, String text) {

    boolean isFound() {
      return in(key, text).contains(kind);
    }
  }

  private static Set<PersonalKind> inText(String text) {
    return PersonalData.in("", text, false);
  }

  private static Set<PersonalKind> in(String key, String text) {
    return PersonalData.in(key, text, false);
  }

  private static Set<PersonalKind> inNumber(String key, String number) {
    return PersonalData.in(key, number, true);
  }

  private static String digits(Random random, int count) {
    return picked(random, "0123456789", count);
  }

  private static String lettersAndDigits(Random random, int count) {
    return picked(random, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", count);
  }

  private static String picked(Random random, String from, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> "" + from.charAt(random.nextInt(from.length())))
        .collect(Collectors.joining());
  }

  private static String base64(Random random, int bytes) {
    var content = new byte[bytes];
    random.nextBytes(content);
    return Base64.getEncoder().encodeToString(content);
  }

  private static String formatted(String form, String code) {
    var text = new StringBuilder();
    int next = 0;
    for (int at = 0; at < form.length(); at++) {
      text.append(form.charAt(at) == '#' ? code.charAt(next++) : form.charAt(at));
    }
    return text.toString();
  }

  /// Written from the tax office's own description, apart from the code under test.
  private static String withCheckDigits(String code, int highestWeight) {
    var whole = code;
    for (int digit = 0; digit < 2; digit++) {
      int sum = 0;
      for (int fromRight = 0; fromRight < whole.length(); fromRight++) {
        int weight = 2 + fromRight % (highestWeight - 1);
        sum += weight * (whole.charAt(whole.length() - 1 - fromRight) - 48);
      }
      whole += sum % 11 < 2 ? 0 : 11 - sum % 11;
    }
    return whole;
  }
}
