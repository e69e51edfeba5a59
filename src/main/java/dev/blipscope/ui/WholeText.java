package dev.blipscope.ui;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows the whole of a text that had too little room, when the mouse rests on it.
final class WholeText {

  private static final Duration REST = Duration.millis(500);
  private static final double BESIDE = 14;
  private static final double WIDEST = 520;

  private final Scene scene;
  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition resting = new PauseTransition(REST);
  private @Nullable Labeled under;

  private WholeText(Scene scene) {
    this.scene = scene;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST);
  }

  static void of(Scene scene) {
    var whole = new WholeText(scene);
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, whole::moved);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> whole.leave());
    scene.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, whole::left);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> whole.leave());
  }

  private void moved(MouseEvent mouse) {
    var now = cut(mouse.getPickResult().getIntersectedNode());
    if (!Objects.equals(now, under)) {
      leave();
      under = now;
    }
    if (now != null && !tooltip.isShowing()) {
      resting.setOnFinished(_ -> show(now, mouse.getScreenX(), mouse.getScreenY()));
      resting.playFromStart();
    }
  }

  private void left(MouseEvent mouse) {
    if (scene.equals(mouse.getTarget())) {
      leave();
    }
  }

  private void show(Labeled cut, double x, double y) {
    var window = scene.getWindow();
    if (window != null && window.isFocused() && cut.isTextTruncated()) {
      tooltip.setText(cut.getText());
      tooltip.show(window, x + BESIDE, y + BESIDE);
    }
  }

  private void leave() {
    resting.stop();
    tooltip.hide();
    under = null;
  }

  /// What lies under the mouse, if it is a text that is cut and that nothing else is told about.
  static @Nullable Labeled cut(@Nullable Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent)
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .findFirst()
        .filter(text -> text.isTextTruncated() && text.getTooltip() == null)
        .orElse(null);
  }
}
