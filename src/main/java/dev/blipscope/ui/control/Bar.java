package dev.blipscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

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
    return button;
  }

  static void name(Node node, String name) {
    node.setAccessibleText(name);
    if (node instanceof Control control) {
      control.setTooltip(new Tooltip(name));
    }
  }
}
