package dev.blipscope.mapping;

import dev.blipscope.blip.Basis;
import dev.blipscope.json.Name;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of a plan in the shape of the call that they fill: objects in objects.
final class Layout {

  /// What stands in a profile for all names that an object has.
  static final String MANY = "*";

  private static final Pointer TYPE = Pointer.of("/type");
  private static final Pointer EVENT = Pointer.of("/event");
  private static final Pointer USER_ID = Pointer.of("/userId");
  private static final Pointer TIMESTAMP = Pointer.of("/timestamp");
  private static final Set<Pointer> OWN = Set.of(TYPE, EVENT, USER_ID, TIMESTAMP);

  private final Profile.Plan plan;

  private Layout(Profile.Plan plan) {
    this.plan = plan;
  }

  /// An object of a call.
  ///
  /// @param mixed whether names of ours and names of the payload meet in it
  record Body(List<Part> parts, boolean mixed) {
    Body {
      parts = List.copyOf(parts);
    }
  }

  /// One thing that stands in an object of a call.
  sealed interface Part {
    void writeBy(CallWriter writer);
  }

  /// A field that one rule fills.
  ///
  /// @param takes whether what it copies is not kept under its own name as well
  record Leaf(
      Pointer to, Pointer in, String name, Label label, Finder finder, Standing on, boolean takes)
      implements Part {
    @Override
    public void writeBy(CallWriter writer) {
      writer.leaf(this);
    }
  }

  /// An object.
  ///
  /// @param always whether it stands there even if nothing fills it
  record Group(String name, Label label, Body body, boolean always) implements Part {
    @Override
    public void writeBy(CallWriter writer) {
      writer.group(this);
    }
  }

  /// The payload's own fields, but for those that a rule takes.
  ///
  /// @param spreads the rules that take objects apart
  record Keep(Pointer to, Grounds grounds, List<Spread> spreads) implements Part {
    @Override
    public void writeBy(CallWriter writer) {
      writer.keep(this);
    }
  }

  /// The members of one object of the payload as fields of their own.
  ///
  /// @param many all of them, as a profile writes their place
  record Pour(Spread spread, Pointer many) implements Part {
    @Override
    public void writeBy(CallWriter writer) {
      writer.pour(this);
    }
  }

  /// The user id, or else the anonymous id.
  record Person(@Nullable Leaf userId, Standing anonymous) implements Part {
    @Override
    public void writeBy(CallWriter writer) {
      writer.person(this);
    }
  }

  /// The id of the call.
  record Stamp() implements Part {
    @Override
    public void writeBy(CallWriter writer) {
      writer.stamp();
    }
  }

  /// The call's own fields in the order in which Segment's pages print them, then the others as the
  /// profile has them.
  static Body of(Profile.Plan plan) {
    return new Layout(plan).call();
  }

  private Body call() {
    var parts = new ArrayList<Part>();
    addOwn(parts, TYPE);
    addOwn(parts, EVENT);
    parts.add(person());
    parts.add(new Stamp());
    addOwn(parts, TIMESTAMP);
    parts.addAll(inside(Pointer.ROOT).parts());
    return new Body(parts, false);
  }

  private void addOwn(List<Part> parts, Pointer field) {
    var rule = ruleFor(field);
    if (rule != null) {
      parts.add(leaf(rule));
    }
  }

  private Person person() {
    var rule = ruleFor(USER_ID);
    if (rule == null) {
      var none = new Grounds(Basis.ASSUMED, "the profile has no rule for /userId");
      return new Person(null, new Standing(none, none));
    }
    return new Person(
        leaf(rule), Standing.of(rule).orElse("; without one an anonymousId is generated"));
  }

  private Body inside(Pointer at) {
    var ours = new ArrayList<Part>();
    for (String step : steps(at)) {
      var to = at.then(step);
      if (!OWN.contains(to)) {
        var rule = ruleFor(to);
        ours.add(rule == null ? group(to, step) : leaf(rule));
      }
    }
    var theirs = new ArrayList<Part>();
    if (plan.rest() instanceof Rest.Kept kept && kept.to().equals(at)) {
      theirs.add(new Keep(at, kept.grounds(), plan.spreads()));
    }
    for (var spread : plan.spreads()) {
      if (spread.to().equals(at)) {
        theirs.add(new Pour(spread, at.then(spread.prefix() + MANY)));
      }
    }
    boolean mixed =
        theirs.stream().anyMatch(part -> part instanceof Pour)
            || !(ours.isEmpty() || theirs.isEmpty());
    ours.addAll(theirs);
    return new Body(ours, mixed);
  }

  /// The names in an object as the profile has them. The one on the way to the rest is the last:
  /// when it comes to the rest, all other rules have taken what is theirs.
  private Set<String> steps(Pointer at) {
    var steps = new LinkedHashSet<String>();
    for (var rule : plan.rules()) {
      addStep(steps, at, rule.to());
    }
    addStep(steps, at, plan.body());
    for (var spread : plan.spreads()) {
      addStep(steps, at, spread.to());
    }
    if (plan.rest() instanceof Rest.Kept kept && isInside(at, kept.to())) {
      steps.remove(step(at, kept.to()));
      addStep(steps, at, kept.to());
    }
    return steps;
  }

  private static void addStep(Set<String> steps, Pointer at, Pointer to) {
    if (isInside(at, to)) {
      steps.add(step(at, to));
    }
  }

  private static boolean isInside(Pointer object, Pointer field) {
    int depth = object.steps().size();
    return field.steps().size() > depth && field.steps().subList(0, depth).equals(object.steps());
  }

  private static String step(Pointer object, Pointer field) {
    return field.steps().get(object.steps().size()).text();
  }

  private Group group(Pointer to, String step) {
    return new Group(step, Label.of(step), inside(to), to.equals(plan.body()));
  }

  private Leaf leaf(Rule rule) {
    List<Name> steps = rule.to().steps();
    var in = new Pointer(steps.subList(0, steps.size() - 1));
    String name = steps.getLast().text();
    boolean takes = steps.size() > 1 && plan.rest() instanceof Rest.Kept;
    return new Leaf(
        rule.to(), in, name, Label.of(name), Resolver.of(rule.source()), Standing.of(rule), takes);
  }

  private @Nullable Rule ruleFor(Pointer to) {
    return plan.rules().stream().filter(rule -> rule.to().equals(to)).findFirst().orElse(null);
  }
}
