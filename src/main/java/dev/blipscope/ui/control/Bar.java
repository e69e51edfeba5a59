package dev.blipscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A row of small controls that is there only while it is needed.
class Bar extends HBox {

  Bar() {
    getStyleClass().add("editor-bar");
    show(false);
  }

  final boolean isOpen() {
    return isVisible();
  }

  final void show(boolean open) {
    setVisible(open);
    setManaged(open);
  }

  static Button button(String shape, Runnable action) {
    var button = new Button(shape);
    button.getStyleClass().addAll("small", "flat");
    button.setOnAction(_ -> action.run());
    whole(button);
    return button;
  }

  /// Keeps its whole text in a narrow pane; what one types into has to do with less instead.
  static void whole(Control control) {
    control.setMinWidth(Region.USE_PREF_SIZE);
  }

  static void name(Node node, String name) {
    node.setAccessibleText(name);
    if (node instanceof Control control) {
      control.setTooltip(new Tooltip(name));
    }
  }
}
