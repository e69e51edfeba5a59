package dev.blipscope.mapping;

import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.blip.Payloads;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.SnakeCase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// A payload that was mapped for a test: the call, and the story of it.
record Mapped(Draft draft, String text) {

  static final Salt TEST = Salt.of("https://test.example", "key");
  static final Salt OTHER = Salt.of("https://test.example", "other");

  static Mapped by(String profile, Doc payload) {
    return by(Profiles.named(profile).orElseThrow(), TEST, payload);
  }

  /// Maps a payload of a kind that its markers tell. Single quotes stand for double ones.
  static Mapped by(String profile, String payload) {
    return by(profile, Payloads.payload(payload));
  }

  static Mapped by(Profile profile, Salt salt, Doc payload) {
    var kind = Objects.requireNonNull(Detector.detect(payload, null).kind(), "a kind");
    var out = new Out(16);
    out.add("before");
    var draft = new Mapper(profile, salt, SnakeCase::of).map(Item.of(payload, kind), out);
    return new Mapped(draft, out.toString().substring("before".length()));
  }

  /// A message of this profile: its rules, each a line of JSON, and its rest.
  static Profile profile(String rest, String... rules) {
    String plan =
        """
        {"rules": [{"to": "/type", "value": "track", "assumed": "a test"}%s], "rest": {%s, "assumed": "a test"}}
        """
            .formatted(rules.length == 0 ? "" : ", " + String.join(", ", rules), rest);
    String simple =
        """
        {"rules": [{"to": "/type", "value": "track", "assumed": "a test"}], "rest": {"drop": true, "assumed": "a test"}}
        """;
    String file =
        """
        {"name": "test", "message": %s, "event": %s, "contact": %s}
        """
            .formatted(plan, simple, simple)
            .replace('\'', '"');
    return switch (ProfileReader.read(file.getBytes(StandardCharsets.UTF_8))) {
      case ProfileReader.Result.Read(var profile) -> profile;
      case ProfileReader.Result.Faulty(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  /// What a message becomes by a profile of these rules.
  static Mapped message(String payload, String rest, String... rules) {
    var doc = Payloads.payload(payload);
    var out = new Out(16);
    var mapper = new Mapper(profile(rest, rules), TEST, SnakeCase::of);
    var draft = mapper.map(Item.of(doc, Kind.MESSAGE), out);
    return new Mapped(draft, out.toString());
  }

  Doc payload() {
    return draft.item().doc();
  }

  /// The call, read again.
  Doc call() {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    if (scanner.scan(bytes, 0, bytes.length, true) != Scanner.Outcome.VALUE
        || scanner.end() != bytes.length) {
      throw new IllegalStateException("a call must be JSON: " + text);
    }
    return scanner.doc().kept();
  }

  /// The JSON at a place of the call; `-` if nothing is there.
  String at(String pointer) {
    var call = call();
    int node = Pointer.of(pointer).in(call);
    return node == Doc.NONE ? "-" : call.written(node);
  }

  /// Why each field is missing, by its place.
  Map<String, Absence> missing() {
    var missing = new LinkedHashMap<String, Absence>();
    draft.missing().forEach(field -> missing.put(field.to().toString(), field.why()));
    return missing;
  }

  Provenance story(String pointer) {
    return field(pointer).story();
  }

  Filled field(String pointer) {
    return draft.fields().stream()
        .filter(field -> field.pointer(payload()).toString().equals(pointer))
        .findFirst()
        .orElseThrow();
  }

  /// The node of the payload at a place.
  int node(String pointer) {
    return Pointer.of(pointer).in(payload());
  }
}
