package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbookTest {

  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-01-08T12:00:00.123Z"));
  private static final Edition EDITION = new Edition("1.2.3", "25 (Somebody)", "26", "Linux 6 x");

  @TempDir private Path home;
  private Path folder;
  private Logbook log;

  @BeforeEach
  void open() {
    folder = home.resolve("state/log");
    log = new Logbook(folder, TODAY);
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void it_says_which_program_started_what_went_wrong_and_how_it_ended() throws IOException {
    log.started(EDITION);
    log.failed(new Mistake("B-7F3A", "java.lang.ArithmeticException\n  at A.b(A.java:1)"));
    log.ended(Session.first(Settings.USUAL).outgoing());

    assertEquals(
        """
        2026-01-08T12:00:00Z started: Blipscope 1.2.3, Java 25 (Somebody), JavaFX 26, Linux 6 x
        2026-01-08T12:00:00Z mistake B-7F3A: java.lang.ArithmeticException
          at A.b(A.java:1)
        2026-01-08T12:00:00Z ended: calls accepted 0, refused 0, failed 0, uncertain 0, waiting 0; \
        sandbox got 0, kept 0, duplicates 0
        """,
        Files.readString(folder.resolve("blipscope.log")));
  }

  @Test
  void only_its_owner_may_read_it() throws IOException {
    assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"));
    log.started(EDITION);

    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("blipscope.log"))));
  }

  @Test
  void it_turns_its_files_over_and_never_grows_beyond_three() throws IOException {
    String long_ = "x".repeat(50_000);
    for (int i = 0; i < 40; i++) {
      log.failed(new Mistake("B-%04d".formatted(i), long_));
    }

    assertEquals(
        List.of("blipscope.1.log", "blipscope.2.log", "blipscope.log"),
        files().stream().map(file -> file.getFileName().toString()).toList());
    for (var file : files()) {
      assertTrue(Files.size(file) <= Logbook.MOST_BYTES, file + " " + Files.size(file));
    }
    assertTrue(Files.readString(folder.resolve("blipscope.log")).contains("B-0039"));
    assertFalse(Files.readString(folder.resolve("blipscope.2.log")).contains("B-0000"));
  }

  @Test
  void a_disk_that_takes_nothing_stops_nobody() throws IOException {
    Files.writeString(home.resolve("state"), "no folder");

    log.started(EDITION);

    assertEquals("no folder", Files.readString(home.resolve("state")));
  }
}
