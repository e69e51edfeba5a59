package dev.blipscope.mapping;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.ProfileProblem.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a profile for one kind of payload.
final class RuleReader {

  private static final Set<String> RULE =
      Set.of(
          "to", "from", "value", "each", "except", "as", "words", "types", "documented", "assumed");
  private static final List<String> NOT_BESIDE_EACH =
      List.of("from", "value", "as", "words", "types");

  private final ProfileText file;
  private final SourceReader sources;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Spread> spreads = new ArrayList<>();

  RuleReader(ProfileText file, Kind kind) {
    this.file = file;
    this.sources = new SourceReader(file, kind);
  }

  List<Rule> rules() {
    return rules;
  }

  List<Spread> spreads() {
    return spreads;
  }

  void read(int node, String at) {
    if (!file.is(node, NodeKind.OBJECT)) {
      file.problem(node, at, Sort.NOT_OBJECT, "");
      return;
    }
    file.checkFields(node, at, RULE);
    var grounds = grounds(file, node, at);
    var to = file.pointer(node, at, "to");
    if (file.has(node, "each")) {
      spread(node, at, to, grounds);
    } else {
      rule(node, at, to, grounds);
    }
  }

  private void rule(int node, String at, @Nullable Pointer to, @Nullable Grounds grounds) {
    if (file.has(node, "except")) {
      file.problem(node, at, Sort.MISSING_FIELD, "each");
    }
    var source = sources.read(node, at);
    if (to == null) {
      return;
    }
    int target = file.member(node, "to");
    if (!Targets.takesValue(to)) {
      file.problem(target, at + "/to", Sort.TARGET_NOT_ALLOWED, Targets.FOR_VALUES);
    } else if (isFree(target, at + "/to", to) && source != null && grounds != null) {
      rules.add(new Rule(to, source, grounds));
    }
  }

  private boolean isFree(int target, String at, Pointer to) {
    for (var rule : rules) {
      if (Targets.isInOrAt(rule.to(), to) || Targets.isInOrAt(to, rule.to())) {
        clash(target, at, to, rule.to());
        return false;
      }
    }
    for (var spread : spreads) {
      if (Targets.isInOrAt(to, spread.to())) {
        clash(target, at, to, spread.to());
        return false;
      }
    }
    return true;
  }

  private void clash(int target, String at, Pointer to, Pointer other) {
    var sort = to.equals(other) ? Sort.SAME_TARGET : Sort.TARGET_INSIDE_TARGET;
    file.problem(target, at, sort, other.toString());
  }

  private void spread(int node, String at, @Nullable Pointer to, @Nullable Grounds grounds) {
    for (String other : NOT_BESIDE_EACH) {
      if (file.has(node, other)) {
        file.problem(node, at, Sort.TWO_SOURCES, "each, " + other);
      }
    }
    var each = file.pointer(node, at, "each");
    var except = file.texts(node, at, "except").stream().map(Name::of).toList();
    if (to == null) {
      return;
    }
    int target = file.member(node, "to");
    if (!Targets.isForMany(to)) {
      file.problem(target, at + "/to", Sort.TARGET_NOT_ALLOWED, Targets.FOR_MANY);
      return;
    }
    checkObject(target, at + "/to", object(to));
    if (each != null && grounds != null) {
      spreads.add(new Spread(object(to), prefix(to), each, except, grounds));
    }
  }

  private static Pointer object(Pointer to) {
    return new Pointer(to.steps().subList(0, to.steps().size() - 1));
  }

  private static String prefix(Pointer to) {
    String last = to.steps().getLast().text();
    return last.substring(0, last.length() - Layout.MANY.length());
  }

  /// No rule may put a single value where an object has to be.
  void checkObject(int target, String at, Pointer object) {
    for (var rule : rules) {
      if (Targets.isInOrAt(rule.to(), object)) {
        clash(target, at, object, rule.to());
      }
    }
  }

  static @Nullable Grounds grounds(ProfileText file, int node, String at) {
    boolean documented = file.has(node, Basis.DOCUMENTED.word());
    boolean assumed = file.has(node, Basis.ASSUMED.word());
    if (documented == assumed) {
      file.problem(
          node, at, documented ? Sort.TWO_GROUNDS : Sort.NO_GROUNDS, "documented, assumed");
      return null;
    }
    var basis = documented ? Basis.DOCUMENTED : Basis.ASSUMED;
    var word = file.text(node, at, basis.word());
    return word == null ? null : new Grounds(basis, word);
  }
}
