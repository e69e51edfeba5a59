package dev.blipscope.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import org.jspecify.annotations.Nullable;

/// Keeps the focus in the uppermost sheet while one is open: behind it nothing can be seen, and
/// Escape would close nothing.
final class SheetFocus {

  private final Parent window;

  private SheetFocus(Parent window) {
    this.window = window;
  }

  static void in(Parent window) {
    var focus = new SheetFocus(window);
    window.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(focus::moved);
  }

  private void moved(@Nullable Node before, @Nullable Node now) {
    window.getChildrenUnmodifiable().stream()
        .filter(node -> node.isVisible() && node.getStyleClass().contains("veil"))
        .reduce((_, above) -> above)
        .filter(sheet -> now != null && !isIn(sheet, now))
        .map(sheet -> stops(sheet).toList())
        .filter(stops -> !stops.isEmpty())
        .ifPresent(stops -> keep(stops, stops.indexOf(before)));
  }

  /// From the last stop on to the first one, and back; whoever was between them stays.
  private static void keep(List<Node> stops, int before) {
    int last = stops.size() - 1;
    int to = before == last ? 0 : before == 0 ? last : Math.max(before, 0);
    if (last == 0) {
      stops.getFirst().requestFocus();
    } else if (to == 0) {
      // A focus that comes by traversal is one that can be seen.
      stops.get(1).requestFocusTraversal(TraversalDirection.PREVIOUS);
    } else {
      stops.get(to - 1).requestFocusTraversal(TraversalDirection.NEXT);
    }
  }

  private static Stream<Node> stops(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Stream.empty();
    }
    var inner =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(SheetFocus::stops)
            : Stream.<Node>empty();
    return node.isFocusTraversable() ? Stream.concat(Stream.of(node), inner) : inner;
  }

  private static boolean isIn(Node sheet, Node node) {
    return Stream.iterate(node, it -> it != null, Node::getParent).anyMatch(sheet::equals);
  }
}
