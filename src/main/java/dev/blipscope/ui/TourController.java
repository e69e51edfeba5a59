package dev.blipscope.ui;

import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Joins `tour.fxml` to its view model: puts the bubble beside what it speaks of.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class TourController {

  private static final double GAP = 12;

  private final TourViewModel model;
  private @Nullable Node before;
  private Subscription following = Subscription.EMPTY;

  @FXML private Pane layer;
  @FXML private Region above;
  @FXML private Region below;
  @FXML private Region left;
  @FXML private Region right;
  @FXML private Region frame;
  @FXML private VBox bubble;
  @FXML private Label title;
  @FXML private Label text;
  @FXML private Label progress;
  @FXML private Button back;
  @FXML private Button next;

  public TourController(TourViewModel model) {
    this.model = model;
  }

  public TourViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    model.stop().subscribe(this::show);
  }

  private void show(TourViewModel.@Nullable Stop stop) {
    boolean begins = stop != null && !layer.isVisible();
    boolean ends = stop == null && layer.isVisible();
    if (begins) {
      before = layer.getScene().getFocusOwner();
    }
    layer.setVisible(stop != null);
    if (ends && before != null) {
      before.requestFocus();
    }
    following.unsubscribe();
    following = Subscription.EMPTY;
    if (stop != null) {
      follow(stop);
      title.setText(model.title(stop));
      text.setText(model.text(stop));
      progress.setText(model.progress(stop));
      next.setText(model.next(stop));
      back.setVisible(stop != TourViewModel.Stop.LIST);
      bubble.setAccessibleText(model.title(stop) + ". " + model.text(stop));
      place(stop);
      next.requestFocus();
    }
  }

  /// Stays with what is spoken of, wherever the window puts it.
  private void follow(TourViewModel.Stop stop) {
    following = layer.layoutBoundsProperty().subscribe(() -> place(stop));
    var anchor = layer.getScene().lookup("#" + stop.anchor());
    if (anchor != null) {
      following =
          following
              .and(anchor.layoutBoundsProperty().subscribe(() -> place(stop)))
              .and(anchor.localToSceneTransformProperty().subscribe(() -> place(stop)));
    }
  }

  /// Darkens all but what is spoken of, and puts the bubble where there is room beside it.
  private void place(TourViewModel.Stop stop) {
    var anchor = layer.getScene().lookup("#" + stop.anchor());
    if (anchor == null) {
      return;
    }
    double width = layer.getWidth();
    double height = layer.getHeight();
    var at = layer.sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
    above.resizeRelocate(0, 0, width, at.getMinY());
    below.resizeRelocate(0, at.getMaxY(), width, Math.max(0, height - at.getMaxY()));
    left.resizeRelocate(0, at.getMinY(), at.getMinX(), at.getHeight());
    right.resizeRelocate(
        at.getMaxX(), at.getMinY(), Math.max(0, width - at.getMaxX()), at.getHeight());
    frame.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    bubble.applyCss();
    double wide = Math.min(bubble.prefWidth(-1), width - 2 * GAP);
    double high = bubble.prefHeight(wide);
    bubble.resizeRelocate(
        within(beside(at, wide, width), width - wide),
        within(under(at, high), height - high),
        wide,
        high);
  }

  /// To the right of it if there is room, else to the left, else over its middle.
  private static double beside(Bounds at, double wide, double width) {
    if (at.getMaxX() + GAP + wide <= width) {
      return at.getMaxX() + GAP;
    }
    return at.getMinX() - GAP - wide >= 0 ? at.getMinX() - GAP - wide : at.getCenterX() - wide / 2;
  }

  /// Beside a high thing in the upper third, under a flat one.
  private static double under(Bounds at, double high) {
    return at.getHeight() > high * 2 ? at.getMinY() + at.getHeight() / 6 : at.getMaxY() + GAP;
  }

  private static double within(double wanted, double most) {
    return Math.clamp(wanted, GAP, Math.max(GAP, most - GAP));
  }

  @FXML
  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      model.end();
      key.consume();
    }
  }

  @FXML
  private void next() {
    model.next();
  }

  @FXML
  private void back() {
    model.back();
  }

  @FXML
  private void skip() {
    model.end();
  }
}
