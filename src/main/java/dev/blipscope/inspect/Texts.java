package dev.blipscope.inspect;

import dev.blipscope.check.Breakage;
import dev.blipscope.check.Code;
import dev.blipscope.check.Finding;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Plain;
import dev.blipscope.mapping.Absence;
import dev.blipscope.mapping.Fact;
import dev.blipscope.mapping.ProfileProblem;
import dev.blipscope.mapping.Provenance;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The engine's answers in the reader's language.
public final class Texts {

  private static final String BUNDLE = "dev.blipscope.inspect.texts";

  private static final Pattern BETWEEN_WORDS = Pattern.compile(", |\\|");

  /// Which words of a finding have texts of their own, and how the keys of these texts begin. All
  /// other words are names and values that stay as they are.
  private static final Map<Code, List<String>> TRANSLATED =
      Map.ofEntries(
          Map.entry(Code.JSON_INVALID, List.of("expected.")),
          Map.entry(Code.JSON_LIMIT, List.of("expected.")),
          Map.entry(Code.KIND_AMBIGUOUS, List.of("kind.")),
          Map.entry(Code.KIND_NONE, List.of("kind.")),
          Map.entry(Code.KIND_FOREIGN, List.of("foreign.")),
          Map.entry(Code.KIND_RIVAL, List.of("", "kind.")),
          Map.entry(Code.KIND_RECEIVER, List.of("kind.", "kind.")),
          Map.entry(Code.FIELD_MISSING, List.of("", "kind.")),
          Map.entry(Code.FIELD_TYPE, List.of("", "json-type.", "json-type.")),
          Map.entry(Code.IDENTITY_MISSING, List.of("kind.")),
          Map.entry(Code.WAREHOUSE_MANGLED, List.of("", "warehouse-name.")),
          Map.entry(Code.DIRECTION_ASSUMED, List.of("direction.row.", "direction.")));

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// English, unless the language is Portuguese.
  public static Texts in(Locale locale) {
    return new Texts(
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /// What was found, in one sentence.
  public String what(Finding finding) {
    return of(finding.code(), "what", finding);
  }

  /// Why it matters.
  public String why(Finding finding) {
    return of(finding.code(), "why", finding);
  }

  /// What to do about it.
  public String remedy(Finding finding) {
    return of(finding.code(), "do", finding);
  }

  /// What the grammar or a limit asked for.
  public String expected(Breakage breakage) {
    return expected(breakage.expected());
  }

  private String expected(Expected expected) {
    return text("expected." + expected.name());
  }

  private String of(Code code, String part, Finding finding) {
    var words = finding.words();
    if (code == Code.KIND_FOREIGN && part.equals("do")) {
      return text("foreign." + words.getFirst() + ".do");
    }
    String key = code.written() + "." + part;
    // Some texts have another form for when there is nothing
    // to name, or for a quotation mark, which cannot be seen between others.
    String other = words.contains("") ? ".bare" : words.contains("\"") ? ".quote" : "";
    return filled(bundle.containsKey(key + other) ? key + other : key, translated(code, words));
  }

  private List<String> translated(Code code, List<String> words) {
    var prefixes = TRANSLATED.getOrDefault(code, List.of());
    var translated = new ArrayList<>(words);
    for (int i = 0; i < prefixes.size(); i++) {
      if (!prefixes.get(i).isEmpty() && !words.get(i).isEmpty()) {
        translated.set(i, translated(prefixes.get(i), words.get(i)));
      }
    }
    return translated;
  }

  /// One word, or several of which it is one.
  private String translated(String prefix, String words) {
    if (words.indexOf('|') < 0 && words.indexOf(',') < 0) {
      return text(prefix + words);
    }
    return Arrays.stream(BETWEEN_WORDS.split(words, -1))
        .map(word -> text(prefix + word))
        .reduce((one, other) -> text("or", one, other))
        .orElseThrow();
  }

  /// What is wrong with a profile, and what to do.
  public String what(ProfileProblem problem) {
    String detail =
        problem.sort() == ProfileProblem.Sort.NOT_JSON
            ? text("expected." + problem.detail())
            : problem.detail();
    return text("profile." + problem.sort().name(), Plain.brief(detail));
  }

  /// Why a value is not there.
  public String why(Absence absence) {
    return switch (absence) {
      case Absence.NotInPayload(var pointer) -> text("absence.not-in-payload", pointer.toString());
      case Absence.IsNull(var pointer) -> text("absence.null", pointer.toString());
      case Absence.NoObject(var pointer) -> text("absence.no-object", pointer.toString());
      case Absence.NotConcluded(var fact) -> text("absence.not-concluded", fact(fact));
      case Absence.NotConvertible(_, var to) ->
          text("absence.not-convertible", text("type." + to.written()));
      case Absence.NotWorded _ -> text("absence.not-worded");
      case Absence.OtherType(var types) -> text("absence.other-type", String.join(", ", types));
      case Absence.NoneOf(var all) -> all.stream().map(this::why).collect(Collectors.joining("; "));
      case Absence.NoUserId _ -> text("absence.no-user-id");
    };
  }

  /// How a value came to be.
  public String story(Provenance story) {
    return switch (story) {
      case Provenance.Derived(var fact, _) -> text("story.derived", fact(fact));
      case Provenance.Converted(var input, var to) ->
          text("story.converted", story(input), text("type." + to.written()));
      case Provenance.Chosen(var winner, var passedOver) ->
          text("story.chosen", story(winner), Integer.toString(passedOver.size()));
      case Provenance.Copied _ -> text("story.copied");
      case Provenance.Fixed _ -> text("story.fixed");
    };
  }

  private String fact(Fact fact) {
    return text("fact." + fact.name());
  }

  /// Why a value of the payload goes nowhere.
  public String why(Unused unused) {
    return switch (unused.why()) {
      case Unused.Reason.Superseded() -> text("unused.superseded");
      case Unused.Reason.LeftOut(var grounds) -> text("unused.dropped", grounds.word());
      case Unused.Reason.Displaced(var place, var grounds) ->
          text("unused.displaced", place.toString(), grounds.word());
      case Unused.Reason.Excepted(var object) -> text("unused.excepted", object);
    };
  }

  /// Why a call is not where it should be.
  public String why(CallState.Why why) {
    return filled("reason." + why.reason().name(), why.words());
  }

  /// The name of a state.
  public String state(CallState state) {
    return text(
        switch (state) {
          case CallState.Queued() -> "state.queued";
          case CallState.Sending _ -> "state.sending";
          case CallState.Accepted() -> "state.accepted";
          case CallState.Refused _ -> "state.refused";
          case CallState.Failed _ -> "state.failed";
          case CallState.Uncertain _ -> "state.uncertain";
        });
  }

  /// What is wrong with an address.
  public String what(Endpoint.Problem problem) {
    return text("endpoint." + problem.name());
  }

  /// One text by its key, its placeholders filled.
  public String text(String key, String... words) {
    return filled(key, List.of(words));
  }

  private String filled(String key, List<String> words) {
    return Placeholders.filled(bundle.getString(key), words);
  }
}
