package dev.blipscope.app;

import dev.blipscope.ui.Asking;
import dev.blipscope.ui.Frame;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.stage.Stage;

/// The window of the program, to be played on by a program of the harness.
record ShownWindow(Works works, Frame frame, Stage stage) {

  /// Shows a window in English that has nothing open and has not begun to work; belongs to the
  /// JavaFX thread.
  ///
  /// @param home where its settings and what it keeps are
  /// @param write takes the kind and the places of a mistake of ours
  /// @param asking answers in the place of a person
  static ShownWindow of(
      Path home,
      InstantSource clock,
      Consumer<String> write,
      double width,
      double height,
      Asking asking) {
    var works =
        new Works(
            new Folders(home.resolve("config"), home.resolve("state")), clock, write, _ -> {});
    var frame =
        new Frame(
            works.shown(),
            works::tell,
            Locale.ENGLISH,
            Thread::startVirtualThread,
            width,
            height,
            (_, _) -> asking);
    var stage = new Stage();
    stage.setScene(frame.scene());
    works.giveWayTo(frame.scene());
    stage.show();
    return new ShownWindow(works, frame, stage);
  }
}
