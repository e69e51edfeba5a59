package dev.blipscope.session;

import dev.blipscope.segment.Target;
import dev.blipscope.shelf.Postmarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything about what leaves: where to, how far it came, and what became of it.
///
/// @param targets all that can be chosen, the sandbox first
/// @param chosen the name of the one in use
/// @param wanted the name of a target that is to be chosen as soon as its key is there
/// @param ask what a person is asked
/// @param later what a person is asked when that is answered
/// @param orders how many orders to send there were
/// @param marks how far the call of each payload came
/// @param totals how many calls stand where
/// @param seen what each target accepted, by its name
/// @param open what became of the call of the payload that lies open
public record Outgoing(
    List<KnownTarget> targets,
    String chosen,
    @Nullable String wanted,
    @Nullable Ask ask,
    Ask.@Nullable Unfinished later,
    long orders,
    Postmarks marks,
    Totals totals,
    Map<String, Seen> seen,
    List<Delivery> open,
    SandboxNews sandbox) {

  /// How many calls stand where.
  public record Totals(
      int queued, int sending, int accepted, int refused, int failed, int uncertain) {

    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0);

    public boolean isBusy() {
      return queued + sending > 0;
    }

    public int lost() {
      return refused + failed + uncertain;
    }
  }

  /// How many calls of each kind a target accepted in this session.
  public record Seen(int tracks, int identifies) {

    public static final Seen NOTHING = new Seen(0, 0);
  }

  static final Outgoing FIRST =
      new Outgoing(
          List.of(KnownTarget.SANDBOX),
          Target.SANDBOX.name(),
          null,
          null,
          null,
          0,
          Postmarks.NONE,
          Totals.NONE,
          Map.of(),
          List.of(),
          SandboxNews.ASLEEP);

  public Outgoing {
    targets = List.copyOf(targets);
    seen = Map.copyOf(seen);
    open = List.copyOf(open);
  }

  public Optional<KnownTarget> named(String name) {
    return targets.stream().filter(known -> known.name().equals(name)).findFirst();
  }

  /// The target in use.
  public KnownTarget inUse() {
    return named(chosen).orElse(KnownTarget.SANDBOX);
  }

  Target target() {
    return inUse().target();
  }

  /// The targets that a person made.
  public List<KnownTarget> own() {
    return targets.stream().filter(known -> !known.isSandbox()).toList();
  }

  Outgoing with(List<KnownTarget> others) {
    return new Outgoing(
        others, chosen, wanted, ask, later, orders, marks, totals, seen, open, sandbox);
  }

  /// With a target in the place of the one of that name, or behind all others.
  Outgoing with(String name, KnownTarget target) {
    var all = new ArrayList<>(targets);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(name)) {
        all.set(i, target);
        var others = with(all);
        return chosen.equals(name) ? others.using(target.name()) : others;
      }
    }
    all.add(target);
    return with(all);
  }

  Outgoing without(String name) {
    var others = with(targets.stream().filter(known -> !known.name().equals(name)).toList());
    return chosen.equals(name) ? others.using(Target.SANDBOX.name()) : others;
  }

  Outgoing using(String name) {
    return new Outgoing(
        targets, name, null, ask, later, orders, marks, totals, seen, open, sandbox);
  }

  Outgoing wanting(@Nullable String name) {
    return new Outgoing(
        targets, chosen, name, ask, later, orders, marks, totals, seen, open, sandbox);
  }

  Outgoing asking(@Nullable Ask other) {
    return new Outgoing(
        targets, chosen, wanted, other, later, orders, marks, totals, seen, open, sandbox);
  }

  Outgoing askingLater(Ask.@Nullable Unfinished other) {
    return new Outgoing(
        targets, chosen, wanted, ask, other, orders, marks, totals, seen, open, sandbox);
  }

  Outgoing ordered() {
    return new Outgoing(
        targets, chosen, wanted, ask, later, orders + 1, marks, totals, seen, open, sandbox);
  }

  Outgoing marked(Postmarks other) {
    return new Outgoing(
        targets, chosen, wanted, ask, later, orders, other, totals, seen, open, sandbox);
  }

  Outgoing knowing(Totals now, Map<String, Seen> all) {
    return new Outgoing(
        targets, chosen, wanted, ask, later, orders, marks, now, all, open, sandbox);
  }

  Outgoing showing(List<Delivery> deliveries) {
    return new Outgoing(
        targets, chosen, wanted, ask, later, orders, marks, totals, seen, deliveries, sandbox);
  }

  Outgoing knowing(SandboxNews news) {
    return new Outgoing(
        targets, chosen, wanted, ask, later, orders, marks, totals, seen, open, news);
  }

  /// Without anything that was sent; the targets stay.
  Outgoing forgetful() {
    return new Outgoing(
        targets,
        chosen,
        wanted,
        null,
        null,
        orders + 1, // What is still being gone through is of what is gone.
        Postmarks.NONE,
        Totals.NONE,
        new HashMap<>(),
        List.of(),
        SandboxNews.ASLEEP);
  }
}
