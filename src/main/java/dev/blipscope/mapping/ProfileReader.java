package dev.blipscope.mapping;

import dev.blipscope.blip.Kind;
import dev.blipscope.json.Blanks;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Place;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.ProfileProblem.Sort;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a profile file, and tells everything that is wrong with it, not just the first thing.
public final class ProfileReader {

  /// A profile, or what is wrong with the file.
  public sealed interface Result {

    record Read(Profile profile) implements Result {}

    record Faulty(List<ProfileProblem> problems) implements Result {
      public Faulty {
        problems = List.copyOf(problems);
      }
    }
  }

  private static final Set<String> TOP =
      Set.of("$schema", "name", "about", "message", "event", "contact");
  private static final Set<String> PLAN = Set.of("rules", "rest");
  private static final Set<String> REST = Set.of("into", "drop", "documented", "assumed");

  /// A call has its type whatever the payload says.
  private static final List<String> NOT_FOR_THE_CALL = List.of("as", "words", "types");

  private static final Map<String, Pointer> BODIES =
      Map.of("track", Pointer.of("/properties"), "identify", Pointer.of("/traits"));

  private final ProfileText file;
  private final Doc doc;

  private ProfileReader(ProfileText file) {
    this.file = file;
    this.doc = file.doc();
  }

  public static Result read(byte[] bytes) {
    if (hasByteOrderMark(bytes)) {
      return broken(bytes, 0, Expected.NO_BYTE_ORDER_MARK);
    }
    var scanner = new Scanner();
    int from = Blanks.after(bytes, 0, bytes.length);
    if (scanner.scan(bytes, from, bytes.length, true) != Scanner.Outcome.VALUE) {
      return broken(bytes, scanner.fault().at(), scanner.fault().expected());
    }
    int rest = Blanks.after(bytes, scanner.end(), bytes.length);
    if (rest < bytes.length) {
      return broken(bytes, rest, Expected.END_OF_TEXT);
    }
    var file = new ProfileText(bytes, from, scanner.doc());
    var profile = new ProfileReader(file).profile();
    return profile != null && file.problems().isEmpty()
        ? new Result.Read(profile)
        : new Result.Faulty(file.problems());
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static Result broken(byte[] bytes, int at, Expected expected) {
    var place = Place.of(bytes, 0, at);
    return new Result.Faulty(
        List.of(new ProfileProblem(place, "", Sort.NOT_JSON, expected.name())));
  }

  private @Nullable Profile profile() {
    if (!doc.is(Doc.ROOT, NodeKind.OBJECT)) {
      file.problem(Doc.ROOT, "", Sort.NOT_OBJECT, "");
      return null;
    }
    file.checkCharacters();
    file.checkFields(Doc.ROOT, "", TOP);
    file.optionalText(Doc.ROOT, "", "$schema");
    var name = file.text(Doc.ROOT, "", "name");
    var about = file.optionalText(Doc.ROOT, "", "about");
    var plans = new EnumMap<Kind, Profile.Plan>(Kind.class);
    for (var kind : Kind.values()) {
      var plan = plan(kind);
      if (plan != null) {
        plans.put(kind, plan);
      }
    }
    return name == null || plans.size() < Kind.values().length
        ? null
        : new Profile(name, about == null ? "" : about, plans);
  }

  private Profile.@Nullable Plan plan(Kind kind) {
    int plan = file.wanted(Doc.ROOT, "", kind.word(), NodeKind.OBJECT, "object");
    if (plan == Doc.NONE) {
      return null;
    }
    String at = "/" + kind.word();
    file.checkFields(plan, at, PLAN);
    var reader = new RuleReader(file, kind);
    int rows = file.wanted(plan, at, "rules", NodeKind.ARRAY, "array");
    var body = rows == Doc.NONE ? null : rows(rows, at + "/rules", reader);
    var rest = rest(plan, at, reader);
    return body == null || rest == null
        ? null
        : new Profile.Plan(body, reader.rules(), reader.spreads(), rest);
  }

  /// Reads the rows, and finds among them the one that says which call it is.
  private @Nullable Pointer rows(int rows, String at, RuleReader reader) {
    @Nullable Pointer body = null;
    int number = 0;
    for (int row = rows + 1; row < doc.after(rows); row = doc.after(row)) {
      reader.read(row, at + "/" + number);
      if (body == null && doc.is(row, NodeKind.OBJECT)) {
        body = body(row, at + "/" + number);
      }
      number++;
    }
    if (body == null) {
      file.problem(rows, at, Sort.NOT_A_CALL, "");
    }
    return body;
  }

  private @Nullable Pointer body(int row, String at) {
    int to = file.member(row, "to");
    int value = file.member(row, "value");
    boolean isCall =
        to != Doc.NONE
            && value != Doc.NONE
            && doc.is(to, NodeKind.STRING)
            && doc.is(value, NodeKind.STRING)
            && doc.text(to).equals("/type");
    var body = isCall ? BODIES.get(doc.text(value)) : null;
    if (body != null) {
      for (String field : NOT_FOR_THE_CALL) {
        int other = file.member(row, field);
        if (other != Doc.NONE) {
          file.problem(other, at + "/" + field, Sort.NOT_FOR_THE_CALL, field);
        }
      }
    }
    return body;
  }

  private @Nullable Rest rest(int plan, String at, RuleReader reader) {
    int rest = file.wanted(plan, at, "rest", NodeKind.OBJECT, "object");
    if (rest == Doc.NONE) {
      return null;
    }
    String here = at + "/rest";
    file.checkFields(rest, here, REST);
    var grounds = RuleReader.grounds(file, rest, here);
    if (file.has(rest, "drop") && file.has(rest, "into")) {
      file.problem(rest, here, Sort.TWO_SOURCES, "into, drop");
      return null;
    }
    if (file.has(rest, "drop")) {
      int drop = file.wanted(rest, here, "drop", NodeKind.TRUE, "true");
      return drop == Doc.NONE || grounds == null ? null : new Rest.Dropped(grounds);
    }
    var into = into(rest, here, reader);
    return into == null || grounds == null ? null : new Rest.Kept(into, grounds);
  }

  private @Nullable Pointer into(int rest, String at, RuleReader reader) {
    var into = file.pointer(rest, at, "into");
    if (into == null) {
      return null;
    }
    int target = file.member(rest, "into");
    if (!Targets.takesObject(into)) {
      file.problem(target, at + "/into", Sort.TARGET_NOT_ALLOWED, Targets.FOR_OBJECTS);
      return null;
    }
    reader.checkObject(target, at + "/into", into);
    return into;
  }
}
