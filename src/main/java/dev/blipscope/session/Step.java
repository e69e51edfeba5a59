package dev.blipscope.session;

import java.util.ArrayList;
import java.util.List;

/// What an event leads to: the next session, and what is to be done.
public record Step(Session session, List<Effect> effects) {

  public Step {
    effects = List.copyOf(effects);
  }

  static Step to(Session session, Effect... effects) {
    return new Step(session, List.of(effects));
  }

  /// This step and the one after it.
  Step and(Step next) {
    var all = new ArrayList<>(effects);
    all.addAll(next.effects());
    return new Step(next.session(), all);
  }
}
