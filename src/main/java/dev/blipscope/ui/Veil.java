package dev.blipscope.ui;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What lies between the window and a sheet over it: Escape and a click beside the sheet close it,
/// and who was in focus before is so again.
final class Veil {

  private Veil() {}

  /// @param first what is in focus when the sheet opens
  static void tie(StackPane veil, ObservableValue<Boolean> open, Node first, Runnable close) {
    var before = new AtomicReference<@Nullable Node>();
    veil.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            close.run();
            key.consume();
          }
        });
    veil.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        click -> {
          if (veil.equals(click.getTarget())) {
            close.run();
          }
        });
    veil.setVisible(false);
    // A sheet that is open while the language changes is made anew, and so is its focus.
    first
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null && veil.isVisible()) {
                first.requestFocus();
              }
            });
    OnScreen.of(veil, open)
        .subscribe(
            now -> {
              if (now == veil.isVisible()) {
                return;
              }
              veil.setVisible(now);
              var back = before.get();
              if (now) {
                var scene = veil.getScene();
                before.set(scene == null ? null : scene.getFocusOwner());
                first.requestFocus();
              } else if (back != null) {
                back.requestFocus();
              }
            });
  }
}
