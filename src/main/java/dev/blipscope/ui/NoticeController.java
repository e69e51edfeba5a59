package dev.blipscope.ui;

import dev.blipscope.session.Notice;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Joins `notice.fxml` to its view model, and takes away what was only said after a while.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class NoticeController {

  private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(6);
  private static final Duration LONG_ENOUGH_TO_UNDO = Duration.seconds(12);

  private final NoticeViewModel model;
  private final PauseTransition reading = new PauseTransition();

  @FXML private HBox notice;
  @FXML private Label text;
  @FXML private FontIcon icon;

  public NoticeController(NoticeViewModel model) {
    this.model = model;
    reading.setOnFinished(_ -> model.close());
  }

  public NoticeViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    model.notice().subscribe(this::show);
  }

  private void show(@Nullable Notice now) {
    reading.stop();
    if (now == null) {
      return;
    }
    icon.setIconLiteral(
        switch (now.weight()) {
          case SAID -> "fth-check-circle";
          case WARNED -> "fth-alert-triangle";
          case FAILED -> "fth-alert-octagon";
        });
    notice.getStyleClass().removeAll("said", "warned", "failed");
    notice.getStyleClass().add(now.weight().name().toLowerCase(Locale.ROOT));
    // Screen readers read a text that changes only if they are told.
    text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    if (now.weight() == Notice.Weight.SAID) {
      reading.setDuration(now.undoable() ? LONG_ENOUGH_TO_UNDO : LONG_ENOUGH_TO_READ);
      reading.playFromStart();
    }
  }

  @FXML
  private void undo() {
    model.undo();
  }

  @FXML
  private void close() {
    model.close();
  }
}
