package dev.blipscope.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// What goes wrong and is still to come. Each request asks one script after the other until one
/// strikes.
public final class Faults {

  private final List<Running> running = new ArrayList<>();

  Faults(List<FaultScript> scripts) {
    play(scripts);
  }

  /// Forgets what was played before, and plays these from now on.
  public synchronized void play(List<FaultScript> scripts) {
    running.clear();
    scripts.forEach(script -> running.add(new Running(script)));
  }

  /// Plays one more, after all others.
  public synchronized void add(FaultScript script) {
    running.add(new Running(script));
  }

  public synchronized void clear() {
    running.clear();
  }

  /// The scripts that are not over.
  public synchronized List<FaultScript> left() {
    return running.stream().map(one -> one.script).toList();
  }

  /// What strikes the next request; none if it is well treated.
  synchronized @Nullable FaultScript next() {
    for (var one : running) {
      if (one.strikes()) {
        running.removeIf(Running::isOver);
        return one.script;
      }
    }
    return null;
  }

  /// A script that has seen some requests.
  private static final class Running {

    private final FaultScript script;
    private final SplittableRandom dice;
    private long seen;
    private long struck;

    Running(FaultScript script) {
      this.script = script;
      this.dice = new SplittableRandom(script.seed());
    }

    boolean strikes() {
      seen++;
      boolean strikes =
          seen % script.every() == 0
              && (script.chance() >= 1 || dice.nextDouble() < script.chance());
      if (strikes) {
        struck++;
      }
      return strikes;
    }

    boolean isOver() {
      return struck >= script.times();
    }
  }
}
