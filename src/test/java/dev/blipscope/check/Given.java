package dev.blipscope.check;

import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Draft;
import dev.blipscope.mapping.Mapper;
import dev.blipscope.mapping.Notes;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.ProfileReader;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.mapping.Salt;
import dev.blipscope.segment.SnakeCase;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What tests begin with: texts as documents, payloads as drafts and calls.
public final class Given {

  private static final Salt SALT = Salt.of("sandbox:", "");

  private Given() {}

  /// One JSON value. For easy reading a text without any double quote may have single ones.
  public static Doc doc(String json) {
    return json.indexOf('"') < 0 ? exactly(json.replace('\'', '"')) : exactly(json);
  }

  public static Doc exactly(String json) {
    byte[] bytes = json.strip().getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    if (scanner.scan(bytes, 0, bytes.length, true) != Scanner.Outcome.VALUE) {
      throw new IllegalArgumentException(scanner.fault() + " in " + json);
    }
    return scanner.doc().kept();
  }

  public static Item item(Doc payload) {
    var kind = Detector.detect(payload, null).kind();
    if (kind == null) {
      throw new IllegalArgumentException("of no kind: " + payload.written(Doc.ROOT));
    }
    return Item.of(payload, kind);
  }

  public static Item item(String payload) {
    return item(doc(payload));
  }

  /// An item that is taken for this kind, as by a receiver that is kept for it.
  public static Item item(String payload, Kind kind) {
    return Item.of(doc(payload), kind);
  }

  public static Profile documented() {
    return Profiles.usual();
  }

  public static Profile idiomatic() {
    return Profiles.named("idiomatic").orElseThrow();
  }

  public static Profile profile(String file) {
    return switch (ProfileReader.read(file.getBytes(StandardCharsets.UTF_8))) {
      case ProfileReader.Result.Read(var profile) -> profile;
      case ProfileReader.Result.Faulty(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  /// The profile `documented` with these rules, and this for the rest, for messages.
  public static Profile forMessages(String rules, String rest) {
    String identify = "{\"rules\":[" + rule("/type", "\"identify\"") + "]," + drop() + "}";
    return profile(
        "{\"name\":\"own\",\"message\":{\"rules\":["
            + rules
            + "],\"rest\":{"
            + rest
            + ",\"assumed\":\"-\"}},\"event\":"
            + identify
            + ",\"contact\":"
            + identify
            + "}");
  }

  /// A rule that gives a field a constant.
  public static String rule(String to, String value) {
    return "{\"to\":\"" + to + "\",\"value\":" + value + ",\"assumed\":\"-\"}";
  }

  /// A rule that fills a field from a place of the payload.
  public static String copy(String to, String from) {
    return "{\"to\":\"" + to + "\",\"from\":\"" + from + "\",\"assumed\":\"-\"}";
  }

  private static String drop() {
    return "\"rest\":{\"drop\":true,\"assumed\":\"-\"}";
  }

  public static Draft draft(Doc payload, Profile profile, Out out) {
    return new Mapper(profile, SALT, SnakeCase::of).map(item(payload), out);
  }

  /// Writes the call that a payload becomes; answers its length.
  public static int write(Doc payload, Profile profile, Out out, Notes notes) {
    return new Mapper(profile, SALT, SnakeCase::of).map(item(payload), out, notes);
  }

  /// The call that a payload becomes.
  public static Doc call(Doc payload, Profile profile) {
    var out = new Out(1024);
    var _ = draft(payload, profile, out);
    return exactly(out.toString());
  }

  /// Findings in one line each: severity, code, pointer, words.
  public static List<String> told(List<Finding> findings) {
    return findings.stream().map(Given::told).toList();
  }

  private static String told(Finding finding) {
    return String.join(
        " ",
        finding.severity().word(),
        finding.code().written(),
        finding.where().pointer(),
        finding.words().toString());
  }
}
