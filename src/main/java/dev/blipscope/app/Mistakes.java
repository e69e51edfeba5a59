package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Where a mistake of ours ends up: told on standard error by its kind and place, never by its
/// message, which might quote a payload; and to the person in a calm sentence.
final class Mistakes implements Consumer<Throwable> {

  private static final Duration BETWEEN_NOTICES = Duration.ofSeconds(2);
  private static final int MOST_NOTED = 100;

  private final Consumer<Event> tell;
  private final Consumer<String> write;
  private final InstantSource clock;
  private final Set<String> noted = new HashSet<>();
  private long said = Long.MIN_VALUE;

  /// @param write takes the kind and the places of a mistake
  Mistakes(Consumer<Event> tell, Consumer<String> write, InstantSource clock) {
    this.tell = tell;
    this.write = write;
    this.clock = clock;
  }

  /// Hears of whatever nobody else catches, on any thread.
  void hearOfAll() {
    Thread.setDefaultUncaughtExceptionHandler((_, mistake) -> accept(mistake));
  }

  /// The same mistake again, as in each frame of the screen, is not written again.
  @Override
  public synchronized void accept(Throwable mistake) {
    String text = text(mistake);
    if (noted.size() < MOST_NOTED && noted.add(text)) {
      write.accept(text);
    }
    long now = clock.millis();
    if (said == Long.MIN_VALUE || now - said >= BETWEEN_NOTICES.toMillis()) {
      said = now;
      String key = mistake instanceof OutOfMemoryError ? "notice.memory" : "notice.mistake";
      tell.accept(new Event.Said(Notice.Weight.FAILED, key, List.of()));
    }
  }

  static String text(Throwable mistake) {
    var told = new StringBuilder();
    String before = "";
    for (var cause = mistake; cause != null; cause = cause.getCause()) {
      told.append(before).append(cause.getClass().getName());
      for (var place : cause.getStackTrace()) {
        told.append("\n  at ").append(place);
      }
      before = "\nbecause of ";
    }
    return told.toString();
  }
}
