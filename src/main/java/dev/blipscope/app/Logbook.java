package dev.blipscope.app;

import dev.blipscope.journal.PrivateFiles;
import dev.blipscope.session.Outgoing;
import dev.blipscope.ui.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The log: a few small files, readable only by their owner. It takes numbers, names of classes and
/// versions, and no text that could come out of a payload or be a key; no library writes into it.
final class Logbook {

  static final int MOST_BYTES = 256 << 10;

  private static final String NEWEST = "blipscope.log";
  private static final String OLDER = "blipscope.1.log";
  private static final String OLDEST = "blipscope.2.log";

  private final Path folder;
  private final InstantSource clock;

  Logbook(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  void started(Edition edition) {
    write(
        "started: Blipscope %s, Java %s, JavaFX %s, %s"
            .formatted(edition.number(), edition.java(), edition.javafx(), edition.system()));
  }

  void failed(Mistake mistake) {
    write("mistake %s: %s".formatted(mistake.code(), mistake.places()));
  }

  /// @param sent what became of all calls
  void ended(Outgoing sent) {
    var calls = sent.totals();
    var sandbox = sent.sandbox();
    write(
        "ended: calls accepted %d, refused %d, failed %d, uncertain %d, waiting %d"
                .formatted(
                    calls.accepted(),
                    calls.refused(),
                    calls.failed(),
                    calls.uncertain(),
                    calls.queued() + calls.sending())
            + "; sandbox got %d, kept %d, duplicates %d"
                .formatted(sandbox.calls(), sandbox.kept(), sandbox.duplicates()));
  }

  private synchronized void write(String what) {
    var line = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + what + "\n";
    var bytes = line.getBytes(StandardCharsets.UTF_8);
    try {
      if (size() + bytes.length > MOST_BYTES) {
        turn(OLDER, OLDEST);
        turn(NEWEST, OLDER);
      }
      PrivateFiles.append(folder, NEWEST, bytes);
    } catch (IOException full) {
      // Who cannot write a log works none the less.
    }
  }

  private long size() throws IOException {
    try {
      return Files.size(folder.resolve(NEWEST));
    } catch (NoSuchFileException first) {
      return 0;
    }
  }

  private void turn(String from, String to) throws IOException {
    if (Files.exists(folder.resolve(from))) {
      Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
