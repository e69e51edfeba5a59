package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Session;
import dev.blipscope.ui.Sight;
import dev.blipscope.ui.WindowAsking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// The first start of the program, with files and without.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit sets up before each test
class ProgramTest {

  private static final String ANA =
      "{\"type\":\"text/plain\",\"content\":\"Oi\",\"id\":\"1\","
          + "\"from\":\"5511900000001@wa.gw.msging.net\",\"to\":\"b@msging.net\"}";

  @TempDir private Path folder;

  private Thread.UncaughtExceptionHandler before;
  private Program program;
  private Stage window;

  @BeforeEach
  void prepare() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    program =
        new Program(
            new Folders(folder.resolve("config"), folder.resolve("state")), WindowAsking::new);
  }

  @AfterEach
  void close() {
    new FxRobot().interact(window::hide);
    program.stop();
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private void start(String... files) {
    new FxRobot()
        .interact(
            () -> {
              window = new Stage();
              program.start(window, List.of(files));
            });
  }

  private Session until(Predicate<Session> wanted) throws Exception {
    Sight.until(() -> wanted.test(program.works().shown().get()));
    return program.works().shown().get();
  }

  private boolean isShownAround() {
    return Sight.of(
        () -> {
          var tour = window.getScene().lookup("#tour");
          return tour != null && tour.isVisible();
        });
  }

  @Test
  void who_comes_with_files_sees_these_and_is_not_shown_around() throws Exception {
    var file = Files.writeString(folder.resolve("ana.json"), ANA);
    start(file.toString(), folder.resolve("none.json").toString());

    var now = until(it -> it.desk() != null && it.notice() != null);

    assertEquals("ana.json", Objects.requireNonNull(now.desk()).origin().source());
    assertEquals(
        List.of(folder.resolve("none.json").toString()),
        Objects.requireNonNull(now.notice()).words());
    assertEquals(1, now.pile().sources().size());
    assertFalse(isShownAround());
    assertFalse(now.settings().toured());
  }

  @Test
  void who_comes_for_the_first_time_without_files_is_shown_around_a_sample() throws Exception {
    start();

    var now = until(it -> it.desk() != null);

    assertEquals(1, now.pile().sources().size());
    assertTrue(isShownAround());
  }
}
