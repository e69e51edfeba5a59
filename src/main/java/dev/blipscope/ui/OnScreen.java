package dev.blipscope.ui;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Ties listening to being shown. The session outlives every view, and would hold on to each view
/// that ever listened to it.
final class OnScreen {

  private OnScreen() {}

  /// The same value, listened to only while the node is in a window.
  static <T> ObservableValue<T> of(Node node, ObservableValue<T> value) {
    return value.when(node.sceneProperty().map(Objects::nonNull).orElse(false));
  }
}
