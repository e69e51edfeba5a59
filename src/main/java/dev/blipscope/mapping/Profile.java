package dev.blipscope.mapping;

import dev.blipscope.blip.Kind;
import dev.blipscope.json.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A way to map, as a file says it: for each kind of payload the rules that fill a call.
public record Profile(String name, String about, Map<Kind, Plan> plans) {

  public Profile {
    plans = Map.copyOf(plans);
    if (plans.size() < Kind.values().length) {
      throw new IllegalArgumentException("a profile has a plan for each kind of payload");
    }
  }

  public Plan plan(Kind kind) {
    return Objects.requireNonNull(plans.get(kind), "a profile has a plan for each kind");
  }

  /// The rules for one kind of payload.
  ///
  /// @param body the object of the call that is written even when nothing fills it
  public record Plan(Pointer body, List<Rule> rules, List<Spread> spreads, Rest rest) {
    public Plan {
      rules = List.copyOf(rules);
      spreads = List.copyOf(spreads);
    }
  }
}
