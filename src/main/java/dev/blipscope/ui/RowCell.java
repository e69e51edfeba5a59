package dev.blipscope.ui;

import dev.blipscope.segment.Postmark;
import dev.blipscope.session.Lines;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the list: a payload on two lines of text, or a contact above its payloads.
final class RowCell extends ListCell<Lines.Line> {

  private final ListViewModel model;
  private final Label badge = new Label();
  private final Label time = new Label();
  private final FontIcon way = new FontIcon();
  private final Label via = new Label();
  private final Label what = new Label();
  private final Label who = new Label();
  private final FontIcon mark = new FontIcon();
  private final Label sent = new Label("", mark);
  private final HBox payload;
  private final Label head = new Label();

  /// What is drawn: to set it again would style all of it anew.
  private @Nullable Drawn drawn;

  private record Drawn(RowFace face, Postmark postmark) {}

  RowCell(ListViewModel model) {
    this.model = model;
    getStyleClass().add("row-cell");
    time.getStyleClass().add("time");
    via.getStyleClass().add("via");
    what.getStyleClass().add("what");
    who.getStyleClass().add("who");
    head.getStyleClass().add("contact-head");
    badge.setAlignment(Pos.CENTER);
    sent.setTooltip(new Tooltip());
    sent.setMinWidth(USE_PREF_SIZE);
    via.setMinWidth(0);
    var first = new HBox(badge, time, way, via, sent);
    first.getStyleClass().add("row-line");
    // All of the time, as long as there is room for the badge and the direction beside it.
    time.minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(getWidth() - beside(), 0, time.prefWidth(-1)),
                widthProperty(),
                time.textProperty(),
                time.fontProperty()));
    HBox.setHgrow(via, Priority.ALWAYS);
    via.setMaxWidth(Double.MAX_VALUE);
    var second = new HBox(what, who);
    second.getStyleClass().add("row-line");
    HBox.setHgrow(what, Priority.ALWAYS);
    what.setMaxWidth(Double.MAX_VALUE);
    who.setMinWidth(0);
    // A long text and a long name share the line; a short one leaves the room to the other.
    what.minWidthProperty().bind(widthProperty().multiply(0.3));
    who.maxWidthProperty().bind(widthProperty().multiply(0.62));
    var texts = new VBox(first, second);
    texts.getStyleClass().add("row-texts");
    payload = new HBox(texts);
    HBox.setHgrow(texts, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    setPrefWidth(0);
    setOnMousePressed(
        press -> {
          boolean menuOfChosen = press.getButton() == MouseButton.SECONDARY && isSelected();
          if (!isEmpty() && !menuOfChosen) {
            model.click(getIndex(), press.isShiftDown(), press.isShortcutDown());
          }
        });
  }

  /// What the badge, the direction and the gaps take of the first line.
  private double beside() {
    return getFont().getSize() * 6.5;
  }

  @Override
  protected void updateItem(Lines.@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    look();
  }

  /// Shows the line that stands in its place now.
  void turn() {
    updateIndex(getIndex());
    look();
  }

  /// Shows what is known now.
  void look() {
    var line = getItem();
    if (isEmpty() || line == null) {
      drawn = null;
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (line) {
      case Lines.Line.Payload(var row) -> {
        var now = new Drawn(model.face(row), model.postmark(row));
        if (!now.equals(drawn)) {
          drawn = now;
          show(now.face());
          show(now.postmark());
        }
        updateSelected(model.isChosen(row));
        setGraphic(payload);
      }
      case Lines.Line.Contact contact -> {
        drawn = null;
        head.setText(model.head(contact));
        setAccessibleText(head.getText());
        updateSelected(false);
        setGraphic(head);
      }
    }
  }

  /// How far the call came; nothing for a payload that was not sent.
  private void show(Postmark now) {
    sent.setVisible(now != Postmark.NONE);
    sent.setManaged(sent.isVisible());
    mark.setIconLiteral(StateWords.icon(now));
    mark.getStyleClass().setAll("ikonli-font-icon", "postmark", StateWords.style(now));
    if (sent.isVisible()) {
      String name = model.state(now);
      sent.getTooltip().setText(name);
      setAccessibleText(getAccessibleText() + ", " + name);
    }
  }

  private void show(RowFace face) {
    badge.setText(face.badge());
    badge.getStyleClass().setAll("label", "kind", "badge", face.style());
    badge.setVisible(!face.badge().isEmpty());
    time.setText(face.time());
    time.setManaged(!face.time().isEmpty());
    way.setVisible(face.way() != RowFace.Way.NONE);
    way.setManaged(way.isVisible());
    way.setIconCode(
        face.way() == RowFace.Way.IN ? Feather.ARROW_DOWN_LEFT : Feather.ARROW_UP_RIGHT);
    way.getStyleClass()
        .setAll("ikonli-font-icon", face.way() == RowFace.Way.IN ? "way-in" : "way-out");
    via.setText(face.via());
    what.setText(face.what());
    who.setText(face.who());
    setAccessibleText(face.spoken());
  }
}
