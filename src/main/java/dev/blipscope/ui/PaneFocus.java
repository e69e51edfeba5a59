package dev.blipscope.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Walks from pane to pane, comes back to where one was in each, and marks the one with the focus.
final class PaneFocus {

  // Not :focus-within: a list gives that to its pane for a line that was chosen, for ever.
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final List<? extends Parent> panes;
  private final Map<Parent, Node> last = new HashMap<>();

  PaneFocus(List<? extends Parent> panes) {
    this.panes = panes;
    // Heard through the pane: a scene outlives the views that it shows.
    panes.getFirst().sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::remember);
  }

  private void remember(@Nullable Node owner) {
    for (var pane : panes) {
      boolean active = owner != null && isIn(pane, owner);
      pane.pseudoClassStateChanged(ACTIVE, active);
      if (active) {
        last.put(pane, owner);
      }
    }
  }

  /// Goes some panes on, round and round.
  void move(int by) {
    var scene = panes.getFirst().getScene();
    var owner = scene.getFocusOwner();
    int here = -1;
    for (int i = 0; i < panes.size(); i++) {
      if (owner != null && isIn(panes.get(i), owner)) {
        here = i;
      }
    }
    int from = here < 0 && by < 0 ? 0 : here;
    enter(panes.get(Math.floorMod(from + by, panes.size())));
  }

  void enter(Parent pane) {
    Optional.ofNullable(last.get(pane))
        .filter(node -> pane.getScene().equals(node.getScene()) && isReachable(node))
        .or(() -> Optional.ofNullable(pane.lookup(".main-part")).filter(PaneFocus::isReachable))
        .or(() -> first(pane))
        .orElse(pane)
        .requestFocus();
  }

  private static Optional<Node> first(Parent pane) {
    return pane.getChildrenUnmodifiable().stream()
        .filter(node -> node.isVisible() && !node.isDisabled())
        .flatMap(
            node ->
                node.isFocusTraversable()
                    ? Stream.of(node)
                    : node instanceof Parent parent ? first(parent).stream() : Stream.empty())
        .findFirst();
  }

  private static boolean isReachable(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible)
        && !node.isDisabled();
  }

  private static boolean isIn(Parent pane, Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(pane::equals);
  }
}
