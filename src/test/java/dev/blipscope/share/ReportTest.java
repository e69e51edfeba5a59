package dev.blipscope.share;

import static dev.blipscope.check.Given.doc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.mapping.Profiles;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a colleague sees in a report, and what Blipscope reads in it again.
class ReportTest {

  private static final Pattern TAG = Pattern.compile("<(/?[a-z][a-z0-9]*)([^>]*)>");
  private static final String PROFILE =
      new String(Profiles.file("documented").orElseThrow(), StandardCharsets.UTF_8);

  private static Report report(Locale locale, String title, List<Handed> payloads) {
    return new Report(
        title,
        ZonedDateTime.of(2026, 11, 21, 0, 40, 0, 0, ZoneOffset.UTC),
        "1.0",
        Profiles.usual(),
        PROFILE,
        payloads,
        locale);
  }

  private static final String CONTACT =
      """
      {"identity":"5511900000001@wa.gw.msging.net","name":"Ana <b>Exemplo</b>",
       "source":"WhatsApp","lastMessageDate":"2025-01-08T16:35:14Z",
       "extras":{"<script>alert(1)</script>":"</template><img src=x onerror=y> \\u202E & '\\""}}""";

  @Test
  void a_report_opens_again_with_the_masked_payloads_and_the_profile() {
    var handed = Shared.handed(doc(CONTACT));
    var mask = Mask.in(Locale.ENGLISH);
    var html = report(Locale.ENGLISH, "Ana", List.of(handed)).masked(mask);

    var payload = Shared.text(mask.mask(doc(CONTACT)));
    assertTrue(payload.contains("‹name 1›"));
    assertEquals(
        Optional.of(
            new Reopened(
                true, "documented", PROFILE, List.of(new Reopened.Payload("pasted", 1, payload)))),
        Report.read(html));
  }

  @Test
  void unmasked_it_keeps_every_letter_and_says_so() {
    var handed = Shared.handed(doc(CONTACT));
    var html = report(Locale.ENGLISH, "t", List.of(handed)).unmasked();
    var read = Report.read(html).orElseThrow();

    assertFalse(read.masked());
    assertEquals(handed.text(), read.payloads().getFirst().text());
    assertTrue(html.contains("This report holds personal data"));
  }

  @Test
  void a_text_that_is_no_payload_is_masked_as_text() {
    var broken =
        new Handed(
            new dev.blipscope.inspect.Origin("a.log", 1, 7, "json"),
            "{\"phone\": \"+5511900000001\", oops",
            dev.blipscope.inspect.Inspector.notObject(doc("1"), dev.blipscope.json.Place.START));
    var noDoc =
        new Handed(
            broken.origin(),
            broken.text(),
            dev.blipscope.inspect.Inspector.broken(
                new dev.blipscope.check.Breakage(
                    dev.blipscope.json.Place.START, 0, dev.blipscope.json.Expected.PAYLOAD, null),
                "x"));
    var html = report(Locale.ENGLISH, "t", List.of(noDoc)).masked(Mask.in(Locale.ENGLISH));

    assertEquals(
        "{\"phone\": \"‹phone 1›\", oops",
        Report.read(html).orElseThrow().payloads().getFirst().text());
    assertTrue(html.contains("Not supported"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt-BR"})
  void every_sample_can_be_told_and_nothing_in_it_runs_or_loads(String language) {
    var locale = Locale.forLanguageTag(language);
    var html = report(locale, "<title>", Shared.samples()).masked(Mask.in(locale));

    assertTrue(html.contains("default-src 'none'; style-src 'unsafe-inline'"));
    var tags = TAG.matcher(html);
    var odd = new ArrayList<String>();
    while (tags.find()) {
      if (tags.group(1).matches("/?(script|img|link|iframe|object|embed|form|input|a|base|svg)")
          || tags.group(2).matches("(?s).*\\b(src|href|on\\w+|style)=.*")) {
        odd.add(tags.group());
      }
    }
    assertEquals(List.of(), odd);
    assertFalse(html.contains("\u202E"));
    assertEquals(Shared.samples().size(), Report.read(html).orElseThrow().payloads().size());
    for (var word : List.of("documented", "assumed")) {
      assertTrue(html.contains("basis " + word));
    }
  }

  @Test
  void no_personal_value_of_a_sample_is_left_in_a_masked_report() {
    var samples = Shared.samples();
    for (int from = 0; from < samples.size(); from += 40) {
      var part = samples.subList(from, Math.min(from + 40, samples.size()));
      var html = report(Locale.ENGLISH, "t", part).masked(Mask.in(Locale.ENGLISH));
      var read = Report.read(html).orElseThrow().toString();
      for (var handed : part) {
        var payload = handed.inspection().doc();
        if (payload != null) {
          for (var value : Shared.personal(payload)) {
            assertFalse(MaskTest.contains(html + read, value), handed.origin() + ": " + value);
          }
        }
      }
    }
  }

  @Test
  void what_is_no_report_is_not_read_as_one() {
    assertEquals(Optional.empty(), Report.read(""));
    assertEquals(Optional.empty(), Report.read("<template id=\"blipscope-report\">"));
    for (var data : List.of("", "W10=", "e30=", "AAAA", "eyJmb3JtYXQiOjJ9", "=====")) {
      assertEquals(
          Optional.empty(),
          Report.read("<template id=\"blipscope-report\">" + data + "</template>"),
          data);
    }
    var odd =
        new dev.blipscope.json.Out(64)
            .add("{\"format\":1,\"payloads\":[{\"line\":-1},3,{\"text\":5}]}")
            .toBytes();
    var html =
        "<template id=\"blipscope-report\">"
            + java.util.Base64.getEncoder().encodeToString(odd)
            + "</template>";
    var empty = new Reopened.Payload("", 1, "");
    assertEquals(
        Optional.of(new Reopened(false, "", "", List.of(empty, empty, empty))), Report.read(html));
  }

  @Test
  void a_damaged_report_is_read_or_not_but_never_breaks_anything() {
    var html = report(Locale.ENGLISH, "t", List.of(Shared.handed(doc(CONTACT)))).unmasked();
    int start = html.indexOf("<template");
    var random = new Random(99);
    int readable = 0;
    for (int round = 0; round < 500; round++) {
      var damaged = new StringBuilder(html.substring(start));
      for (int hits = 0; hits < 3; hits++) {
        damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x3000));
      }
      readable += Report.read(damaged.toString()).isPresent() ? 1 : 0;
    }
    assertTrue(readable < 500, readable + " of 500");
  }

  @Test
  void a_page_says_what_it_is_in_the_language_of_its_reader() {
    var html =
        report(Locale.of("pt", "BR"), "Relatório", List.of(Shared.handed(doc(CONTACT))))
            .masked(Mask.in(Locale.of("pt", "BR")));

    assertTrue(html.contains("<html lang=\"pt-BR\">"));
    assertTrue(html.contains("Contato"));
    assertTrue(html.contains("‹telefone 1›@wa.gw.msging.net"));
    assertTrue(html.contains("21 de novembro de 2026"), html.substring(0, 9_000));
  }
}
