package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Direction;
import dev.blipscope.blip.Foreign;
import dev.blipscope.blip.Kind;
import dev.blipscope.capture.Form;
import dev.blipscope.capture.Packaging;
import dev.blipscope.check.Breakage;
import dev.blipscope.check.Code;
import dev.blipscope.check.Finding;
import dev.blipscope.check.Where;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Place;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Absence;
import dev.blipscope.mapping.Fact;
import dev.blipscope.mapping.ProfileProblem;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.mapping.Provenance;
import dev.blipscope.mapping.TargetType;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  /// For when there is nothing to name, and for a quotation mark.
  private static final String OTHER_FORM = ".*\\.(bare|quote)";

  private static final Path SAMPLES = Path.of("sample-payloads");
  private static final Locale PORTUGUESE = Locale.of("pt", "BR");
  private static final Texts ENGLISH_TEXTS = Texts.in(Locale.ENGLISH);
  private static final Texts PORTUGUESE_TEXTS = Texts.in(PORTUGUESE);

  private static final List<String> PARTS = List.of("what", "why", "do");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
  private static final Pattern NOT_OUR_TONE =
      Pattern.compile("!|\u2018|\u2019|\\b(please|por favor|delivered|entregue\\w*)\\b");

  /// Findings of these codes may have nothing to name for one of their words.
  private static final Set<Code> MAY_LACK_A_WORD =
      EnumSet.of(
          Code.JSON_INVALID,
          Code.KIND_NONE,
          Code.IDENTITY_TUNNEL,
          Code.WAREHOUSE_COLLISION,
          Code.WAREHOUSE_MANGLED);

  /// Texts outside of findings that are given words, and how many.
  private static final Map<String, Integer> GIVEN =
      Map.ofEntries(
          Map.entry("or", 2),
          Map.entry("absence.not-in-payload", 1),
          Map.entry("absence.no-object", 1),
          Map.entry("absence.null", 1),
          Map.entry("absence.not-concluded", 1),
          Map.entry("absence.not-convertible", 1),
          Map.entry("absence.other-type", 1),
          Map.entry("reason.STATUS", 1),
          Map.entry("reason.REDIRECT", 2),
          Map.entry("reason.BUSY", 1),
          Map.entry("reason.SERVER", 1),
          Map.entry("reason.ODD_ANSWER", 1),
          Map.entry("story.derived", 1),
          Map.entry("story.converted", 2),
          Map.entry("story.chosen", 2),
          Map.entry("unused.dropped", 1),
          Map.entry("unused.displaced", 2),
          Map.entry("unused.excepted", 1));

  /// How many words the findings of a code bring along.
  private static int words(Code code) {
    return switch (code) {
      case JSON_NOT_OBJECT,
          JSON_LONE_SURROGATE,
          IDENTITY_CONFLICT,
          MESSAGE_TICKET_UPDATE,
          MESSAGE_TYPING,
          MESSAGE_ECHO,
          MESSAGE_LAPSING_LINK,
          SEGMENT_NO_ID,
          SEGMENT_EVENT_NAME,
          SEGMENT_CONSENT,
          SEGMENT_TIMESTAMP,
          PRIVACY_CPF,
          PRIVACY_CNPJ,
          PRIVACY_PHONE,
          PRIVACY_EMAIL,
          PRIVACY_CARD,
          PRIVACY_NAME ->
          0;
      case JSON_DUPLICATE_KEY,
          KIND_AMBIGUOUS,
          IDENTITY_MISSING,
          IDENTITY_TUNNEL,
          IDENTITY_BSUID,
          TIME_MISSING,
          TIME_UNREADABLE,
          MESSAGE_UNREPLACED,
          SEGMENT_ID_TYPE,
          SEGMENT_NOT_OBJECT,
          SEGMENT_NOT_STRING,
          SEGMENT_MESSAGE_ID ->
          1;
      case JSON_INVALID,
          JSON_LIMIT,
          KIND_NONE,
          KIND_FOREIGN,
          KIND_RIVAL,
          KIND_RECEIVER,
          FIELD_MISSING,
          DIRECTION_ASSUMED,
          SEGMENT_SIZE,
          SEGMENT_PROPERTIES,
          WAREHOUSE_COLLISION,
          WAREHOUSE_RESERVED,
          WAREHOUSE_MANGLED ->
          2;
      case FIELD_TYPE, WAREHOUSE_CUT -> 3;
    };
  }

  // The two files

  @Test
  void both_languages_have_the_same_keys() {
    assertEquals(english().keySet(), portuguese().keySet());
  }

  @Test
  void every_text_that_may_be_asked_for_is_there_and_no_other() {
    var keys = new TreeSet<>(english().keySet());
    keys.removeIf(key -> key.matches(OTHER_FORM));

    assertEquals(new TreeSet<>(asked().keySet()), keys);
  }

  @Test
  void a_text_with_nothing_to_name_stands_beside_the_usual_one() {
    var expected = new TreeSet<String>();
    for (var code : MAY_LACK_A_WORD) {
      expected.add(code.written());
    }
    var found = new TreeSet<String>();
    for (String key : english().keySet()) {
      if (key.endsWith(".bare")) {
        String usual = key.substring(0, key.length() - ".bare".length());
        assertTrue(asked().containsKey(usual), key);
        found.add(usual.substring(0, usual.lastIndexOf('.')));
      }
    }
    assertEquals(expected, found);
  }

  @Test
  void no_key_stands_twice_in_a_file() {
    for (String file : List.of("texts.properties", "texts_pt.properties")) {
      var keys =
          content(file)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertEquals(keys.size(), Set.copyOf(keys).size(), file);
    }
  }

  @Test
  void no_text_is_empty_or_has_blanks_around_it() {
    each(
        (key, text) -> {
          assertFalse(text.isBlank(), key);
          assertEquals(text.strip(), text, key);
        });
  }

  @Test
  void no_text_names_a_word_that_it_is_not_given() {
    var asked = asked();
    each(
        (key, text) -> {
          int given = asked.getOrDefault(key.replaceAll("\\.(bare|quote)$", ""), 0);
          for (int number : placeholders(text)) {
            assertTrue(number < given, key + ": " + text);
          }
          assertFalse(PLACEHOLDER.matcher(text).replaceAll("").matches(".*[{}].*"), key);
        });
  }

  @Test
  void both_languages_say_the_same_words() {
    var portuguese = portuguese();
    english()
        .forEach(
            (key, text) ->
                assertEquals(
                    placeholders(text), placeholders(portuguese.getOrDefault(key, "")), key));
  }

  @Test
  void what_is_said_of_a_finding_is_one_sentence() {
    each(
        (key, text) -> {
          if (isOfFinding(key)) {
            assertTrue(text.endsWith("."), key + ": " + text);
            assertFalse(text.contains(". "), key + ": " + text);
            assertTrue(Character.isUpperCase(text.charAt(0)) || text.startsWith("\""), key);
          } else if (!key.startsWith("profile.")) {
            assertFalse(text.endsWith("."), key + ": " + text);
          }
        });
  }

  @Test
  void the_tone_is_calm_and_nothing_is_called_delivered() {
    each(
        (key, text) ->
            assertFalse(NOT_OUR_TONE.matcher(text.toLowerCase(Locale.ROOT)).find(), key));
  }

  // What is rendered

  @Test
  void findings_bring_the_words_that_their_texts_are_given() {
    for (var finding : findingsOfSamples()) {
      assertEquals(words(finding.code()), finding.words().size(), finding.toString());
      assertTrue(
          !finding.words().contains("") || MAY_LACK_A_WORD.contains(finding.code()),
          finding.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt-BR"})
  void no_placeholder_is_left_in_what_is_said_of_the_samples(String language) {
    var texts = Texts.in(Locale.forLanguageTag(language));
    for (var inspection : samples()) {
      for (var finding : inspection.findings()) {
        filled(texts.what(finding));
        filled(texts.why(finding));
        filled(texts.remedy(finding));
      }
      inspection.missing().forEach(missing -> filled(texts.why(missing.why())));
      inspection.traces().forEach(trace -> filled(texts.story(trace.story())));
      inspection.unused().forEach(unused -> filled(texts.why(unused)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_break_of_a_text_can_be_told(Expected expected) {
    var breakage = new Breakage(Place.START, 0, expected, null);
    for (var texts : List.of(ENGLISH_TEXTS, PORTUGUESE_TEXTS)) {
      for (String found : List.of("x", "")) {
        var finding = breakage.finding(found);
        assertEquals(words(finding.code()), finding.words().size());
        filled(texts.what(finding));
        filled(texts.why(finding));
        filled(texts.remedy(finding));
        assertTrue(texts.what(finding).contains(texts.expected(breakage)));
      }
    }
  }

  @Test
  void states_their_reasons_and_bad_addresses_can_be_told() {
    var why = CallState.Why.of(CallState.Reason.REDIRECT, 307, "other.example");
    for (var texts : List.of(ENGLISH_TEXTS, PORTUGUESE_TEXTS)) {
      assertTrue(texts.why(why).contains("307"));
      assertTrue(texts.why(why).contains("other.example"));
      for (var state :
          List.of(
              new CallState.Queued(),
              new CallState.Sending(1),
              new CallState.Accepted(),
              new CallState.Refused(why),
              new CallState.Failed(why),
              new CallState.Uncertain(why))) {
        filled(texts.state(state));
      }
      for (var problem : Endpoint.Problem.values()) {
        filled(texts.what(problem));
      }
    }
  }

  @Test
  void a_break_names_what_was_expected_and_what_was_found() {
    var breakage = new Breakage(Place.START, 0, Expected.COMMA_OR_CLOSING_BRACE, null);

    assertAll(
        () ->
            assertEquals(
                "Expected a comma or a closing brace, but found \"}\".",
                ENGLISH_TEXTS.what(breakage.finding("}"))),
        () ->
            assertEquals(
                "Expected a comma or a closing brace.", ENGLISH_TEXTS.what(breakage.finding(""))),
        () ->
            assertEquals(
                "Esperava-se uma vírgula ou o fechamento da chave, mas encontrou-se \"}\".",
                PORTUGUESE_TEXTS.what(breakage.finding("}"))));
  }

  @Test
  void a_foreign_shape_is_named_and_has_its_own_help() {
    var command = finding(Code.KIND_FOREIGN, "command", "method, uri");

    assertAll(
        () ->
            assertEquals(
                "This is a LIME command, which Blip's data webhook is not documented to send;"
                    + " recognised by: method, uri.",
                ENGLISH_TEXTS.what(command)),
        () -> assertEquals(ENGLISH_TEXTS.text("foreign.command.do"), ENGLISH_TEXTS.remedy(command)),
        () -> assertTrue(PORTUGUESE_TEXTS.what(command).startsWith("Isto é um comando LIME")));
  }

  @Test
  void kinds_types_and_directions_are_said_in_the_reader_s_language() {
    assertAll(
        () ->
            assertEquals(
                "This could be a message or an event or a contact, and nothing decides which.",
                ENGLISH_TEXTS.what(finding(Code.KIND_AMBIGUOUS, "message, event, contact"))),
        () ->
            assertEquals(
                "O campo \"content\" é um número; o documentado é uma string ou um objeto.",
                PORTUGUESE_TEXTS.what(
                    finding(Code.FIELD_TYPE, "content", "string|object", "number"))),
        () ->
            assertEquals(
                "By its addresses this message goes from one bot to another (row 8);"
                    + " that it counts as sent is assumed.",
                ENGLISH_TEXTS.what(finding(Code.DIRECTION_ASSUMED, "8", "sent"))),
        () ->
            assertEquals(
                "Nenhum tipo se encaixa: o mais próximo é uma mensagem, mas sem from, to.",
                PORTUGUESE_TEXTS.what(finding(Code.KIND_NONE, "message", "from, to"))));
  }

  @Test
  void a_finding_with_nothing_to_name_says_so() {
    assertAll(
        () ->
            assertEquals(
                "No kind fits: not one of the documented mandatory fields is there.",
                ENGLISH_TEXTS.what(finding(Code.KIND_NONE, "", ""))),
        () ->
            assertEquals(
                "Use the router's webhook if one person is to be one user in Segment.",
                ENGLISH_TEXTS.remedy(finding(Code.IDENTITY_TUNNEL, ""))),
        () ->
            assertEquals(
                "Nothing of this name is left for a column.",
                ENGLISH_TEXTS.what(finding(Code.WAREHOUSE_MANGLED, "", "column"))),
        () ->
            assertEquals(
                "Deste nome não sobra nada para uma tabela.",
                PORTUGUESE_TEXTS.what(finding(Code.WAREHOUSE_MANGLED, "", "table"))));
  }

  @Test
  void a_word_that_looks_like_a_placeholder_stays_as_it_is() {
    assertEquals(
        "This value and /properties/{1}$1 share the column \"1\".",
        ENGLISH_TEXTS.what(finding(Code.WAREHOUSE_COLLISION, "/properties/{1}$1", "1")));
  }

  @Test
  void a_story_is_told_from_the_inside_out() {
    var story =
        new Provenance.Chosen(
            new Provenance.Converted(new Provenance.Copied(3), TargetType.INSTANT),
            List.of(new Absence.IsNull(Pointer.of("/date"))));

    assertEquals(
        "copied as it stands, then converted to a date in UTC with milliseconds"
            + " (alternatives tried before: 1)",
        ENGLISH_TEXTS.story(story));
  }

  @Test
  void every_absence_has_a_reason() {
    var absence =
        new Absence.NoneOf(
            List.of(
                new Absence.NotInPayload(Pointer.of("/a")),
                new Absence.IsNull(Pointer.of("/b")),
                new Absence.NotConcluded(Fact.CONTACT),
                new Absence.NotConvertible(new Provenance.Fixed(), TargetType.NUMBER),
                new Absence.NotWorded(new Provenance.Fixed()),
                new Absence.OtherType(List.of("text/plain", "application/json")),
                new Absence.NoUserId(new Provenance.Fixed())));

    assertEquals(
        "the payload has no /a; /b is null; the payload does not tell the identity of the"
            + " customer; what was found cannot be read as a number; the profile has no word for"
            + " what was found; the rule is only for messages of type text/plain,"
            + " application/json; what was found is blank or not a string, and cannot be a userId",
        ENGLISH_TEXTS.why(absence));
  }

  @Test
  void limits_are_named_by_the_figures_that_hold() {
    var limits = Limits.USUAL;
    for (var locale : List.of(Locale.ENGLISH, PORTUGUESE)) {
      var texts = Texts.in(locale);
      assertAll(
          () -> figure(texts, locale, Expected.SHALLOWER, limits.depth(), ""),
          () -> figure(texts, locale, Expected.FEWER_TOKENS, limits.tokens(), ""),
          () -> figure(texts, locale, Expected.SHORTER_NUMBER, limits.number(), ""),
          () -> figure(texts, locale, Expected.SHORTER_STRING, limits.string() >> 20, " MiB"),
          () -> figure(texts, locale, Expected.SHORTER_NAME, limits.name(), ""),
          () -> figure(texts, locale, Expected.SMALLER, limits.size() >> 20, " MiB"));
    }
  }

  private static void figure(
      Texts texts, Locale locale, Expected expected, int figure, String unit) {
    String said = texts.expected(new Breakage(Place.START, 0, expected, null));
    String written = " " + String.format(locale, "%,d", figure) + unit + " ";

    assertTrue((said + " ").contains(written), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en-GB", "ja"})
  void other_languages_are_answered_in_english(String language) {
    var usual = Locale.getDefault();
    Locale.setDefault(PORTUGUESE);
    try {
      assertEquals(
          "no payload", Texts.in(Locale.forLanguageTag(language)).text("recognised.UNKNOWN"));
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt", "pt-BR", "pt-PT"})
  void portuguese_is_answered_in_portuguese(String language) {
    assertEquals(
        "nenhum payload", Texts.in(Locale.forLanguageTag(language)).text("recognised.UNKNOWN"));
  }

  // Everything that may be asked for

  /// Each key that the program asks for, with the number of words that it gives to the text.
  private static Map<String, Integer> asked() {
    var asked = new HashMap<>(GIVEN);
    for (var code : Code.values()) {
      for (String part : PARTS) {
        asked.put(code.written() + "." + part, words(code));
      }
    }
    // What to do with a foreign shape is said by the shape.
    asked.remove(Code.KIND_FOREIGN.written() + ".do");
    Stream.of(
            words("kind.", Arrays.stream(Kind.values()).map(Kind::word)),
            words("direction.", Arrays.stream(Direction.values()).map(Direction::word)),
            // The first two rows of the table are documented.
            words("direction.row.", IntStream.rangeClosed(3, 13).mapToObj(Integer::toString)),
            words("foreign.", Arrays.stream(Foreign.values()).map(Foreign::word)),
            words("foreign.", Arrays.stream(Foreign.values()).map(shape -> shape.word() + ".do")),
            words("expected.", Arrays.stream(Expected.values()).map(Expected::name)),
            words("fact.", Arrays.stream(Fact.values()).map(Fact::name)),
            words("type.", Arrays.stream(TargetType.values()).map(TargetType::written)),
            words("recognised.", Arrays.stream(Form.values()).map(Form::name)),
            words("warehouse-name.", Stream.of("column", "table")),
            words("json-type.", Stream.of("string", "number", "object", "array", "boolean")),
            words("endpoint.", Arrays.stream(Endpoint.Problem.values()).map(Enum::name)),
            words("reason.", Arrays.stream(CallState.Reason.values()).map(Enum::name))
                .filter(key -> !GIVEN.containsKey(key)),
            words(
                "state.",
                Stream.of("queued", "sending", "accepted", "refused", "failed", "uncertain")),
            Stream.of(
                "kind.unsupported",
                "absence.not-worded",
                "absence.no-user-id",
                "story.copied",
                "story.fixed",
                "unused.superseded"))
        .flatMap(keys -> keys)
        .forEach(key -> asked.put(key, 0));
    words("packaging.", Arrays.stream(Packaging.values()).map(Packaging::name))
        .forEach(key -> asked.put(key, 1));
    words("profile.", Arrays.stream(ProfileProblem.Sort.values()).map(ProfileProblem.Sort::name))
        .forEach(key -> asked.put(key, 1));
    return asked;
  }

  private static Stream<String> words(String prefix, Stream<String> words) {
    return words.map(word -> prefix + word);
  }

  private static boolean isOfFinding(String key) {
    return key.matches(".*\\.(what|why|do)(\\.bare|\\.quote)?");
  }

  private static Set<Integer> placeholders(String text) {
    var numbers = new TreeSet<Integer>();
    PLACEHOLDER
        .matcher(text)
        .results()
        .forEach(found -> numbers.add(Integer.parseInt(found.group(1))));
    return numbers;
  }

  private static void filled(String text) {
    // A payload may speak of "${0}" itself.
    assertFalse(text.isBlank());
    assertFalse(text.matches("(?s).*(?<!\\$)\\{\\d}.*"), text);
  }

  private static Finding finding(Code code, String... words) {
    return new Finding(code, code.usual(), new Where.InInput(), List.of(words), null);
  }

  // The files

  private interface Check {
    void of(String key, String text);
  }

  private static void each(Check check) {
    english().forEach(check::of);
    portuguese().forEach(check::of);
  }

  private static Map<String, String> english() {
    return texts("texts.properties");
  }

  private static Map<String, String> portuguese() {
    return texts("texts_pt.properties");
  }

  private static Map<String, String> texts(String file) {
    var properties = new Properties();
    try (var reader = new StringReader(content(file))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var texts = new HashMap<String, String>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  private static String content(String file) {
    try (var in = Texts.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The samples

  private static List<Finding> findingsOfSamples() {
    return samples().stream().flatMap(inspection -> inspection.findings().stream()).toList();
  }

  /// What is found out about every sample that is one object, under each built-in profile and for
  /// each kind that a receiver may be reserved for.
  private static List<Inspection> samples() {
    var inspections = new ArrayList<Inspection>();
    var docs = docs();
    for (String name : Profiles.names()) {
      inspect(
          docs,
          new Inspector(Profiles.named(name).orElseThrow(), Target.SANDBOX, null),
          inspections);
    }
    for (var kind : Kind.values()) {
      inspect(docs, new Inspector(Profiles.usual(), Target.SANDBOX, kind), inspections);
    }
    docs.stream()
        .limit(1)
        .forEach(
            doc -> {
              inspections.add(Inspector.notObject(doc, Place.START));
              inspections.add(Inspector.afterByteOrderMark(inspections.getFirst()));
            });
    return inspections;
  }

  private static void inspect(List<Doc> docs, Inspector inspector, List<Inspection> inspections) {
    docs.forEach(doc -> inspections.add(inspector.inspect(doc)));
  }

  private static List<Doc> docs() {
    var docs = new ArrayList<Doc>();
    try (var files = Files.walk(SAMPLES)) {
      for (var file : files.filter(TextsTest::isSample).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        var scanner = new Scanner();
        if (bytes.length > 0
            && bytes[0] == '{'
            && scanner.scan(bytes, 0, bytes.length, true) == Scanner.Outcome.VALUE) {
          docs.add(scanner.doc().kept());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return docs;
  }

  private static boolean isSample(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.endsWith(".expected.json");
  }
}
