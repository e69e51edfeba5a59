package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.session.Mishap;
import dev.blipscope.session.Notice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a mistake of ours ends up: noted by its kind and places, and told to the person, who may
/// go on or close. Many in a row are told as a number now and then, so that they cannot flood the
/// screen which may be what fails.
final class Mistakes implements Consumer<Throwable> {

  private static final int MOST_NOTED = 100;
  private static final int MOST_TOLD = 5;

  private final Consumer<Event> tell;
  private final Consumer<Mistake> note;
  private final Executor later;
  private final Set<Mistake> noted = new LinkedHashSet<>();

  /// What is not yet told: the first of some mistakes, and how many there were.
  private @Nullable Mistake untold;

  private long times;
  private boolean memory;
  private boolean resting;

  /// @param note takes each mistake once
  /// @param later does something after a while
  Mistakes(Consumer<Event> tell, Consumer<Mistake> note, Executor later) {
    this.tell = tell;
    this.note = note;
    this.later = later;
  }

  /// Hears of whatever nobody else catches, on any thread.
  void hearOfAll() {
    Thread.setDefaultUncaughtExceptionHandler((_, mistake) -> accept(mistake));
  }

  /// The same mistake again, as in each frame of the screen, is not noted again.
  @Override
  public synchronized void accept(Throwable thrown) {
    var mistake = Mistake.of(thrown);
    if (noted.size() < MOST_NOTED && noted.add(mistake)) {
      note.accept(mistake);
    }
    if (thrown instanceof OutOfMemoryError) {
      memory = true;
    } else {
      untold = untold == null ? mistake : untold;
      times++;
    }
    if (!resting) {
      tellNow();
    }
  }

  private void tellNow() {
    if (memory) {
      tell.accept(new Event.Said(Notice.Weight.FAILED, "notice.memory", List.of()));
    }
    if (untold != null) {
      tell.accept(new Event.Failed(new Mishap(untold.code(), times, places(untold))));
    }
    memory = false;
    untold = null;
    times = 0;
    resting = true;
    later.execute(this::rested);
  }

  private synchronized void rested() {
    resting = false;
    if (memory || untold != null) {
      tellNow();
    }
  }

  /// This mistake, and before it in time, but behind it here, others that may have led to it.
  private String places(Mistake mistake) {
    return Stream.concat(Stream.of(mistake), noted.stream().filter(other -> !other.equals(mistake)))
        .limit(MOST_TOLD)
        .map(one -> one.code() + "\n" + one.places())
        .collect(Collectors.joining("\n\n"));
  }
}
