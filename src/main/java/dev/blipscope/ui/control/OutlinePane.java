package dev.blipscope.ui.control;

import dev.blipscope.json.Plain;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of all places of the text, narrowed while one writes, to go to one of them.
final class OutlinePane extends VBox {

  private static final double ROW = 26;
  private static final int MOST_ROWS = 10;

  private final Texts texts;
  private final Consumer<Outline.Entry> chosen;
  private final TextField words = new TextField();
  private final ListView<Outline.Entry> list = new ListView<>();
  private final Label note = new Label();

  private Outline outline = new Outline(List.of(), true);

  OutlinePane(Texts texts, Consumer<Outline.Entry> chosen) {
    this.texts = texts;
    this.chosen = chosen;
    getStyleClass().add("outline");
    setMaxSize(560, Region.USE_PREF_SIZE);
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new EntryCell());
    list.setOnMouseClicked(_ -> choose());
    words.setId("outline-words");
    words.textProperty().addListener((_, _, _) -> narrow());
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    note.getStyleClass().add("count");
    getChildren().addAll(words, list, note);
    hide();
  }

  boolean isOpen() {
    return isVisible();
  }

  void open(Outline shown) {
    outline = shown;
    note.setText(shown.complete() ? "" : texts.of("outline.cut", Outline.MOST));
    note.setManaged(!shown.complete());
    words.clear();
    narrow();
    setVisible(true);
    words.requestFocus();
  }

  void hide() {
    setVisible(false);
    list.getItems().clear();
    outline = new Outline(List.of(), true);
  }

  void name() {
    words.setPromptText(texts.of("outline.words"));
    Bar.name(words, texts.of("outline.words"));
    list.setAccessibleText(texts.of("outline.title"));
    list.setPlaceholder(new Label(texts.of("find.none")));
  }

  private void narrow() {
    String written = words.getText().strip();
    list.getItems()
        .setAll(outline.entries().stream().filter(entry -> entry.isCalled(written)).toList());
    list.setPrefHeight(Math.clamp(list.getItems().size(), 2, MOST_ROWS) * ROW + 2);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-8);
      case PAGE_DOWN -> move(8);
      case ENTER -> choose();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void move(int by) {
    int last = list.getItems().size() - 1;
    int index =
        Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, Math.max(0, last));
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - 4));
  }

  private void choose() {
    var entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      chosen.accept(entry);
    }
  }

  /// A place and how its value begins.
  private final class EntryCell extends ListCell<Outline.Entry> {

    private final Label pointer = new Label();
    private final Label beginning = new Label();
    private final HBox row = new HBox(12, pointer, beginning);

    EntryCell() {
      pointer.getStyleClass().add("pointer");
      pointer.setMinWidth(Region.USE_PREF_SIZE);
      beginning.getStyleClass().add("beginning");
      HBox.setHgrow(beginning, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(Outline.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      String name = entry.pointer().isEmpty() ? texts.of("outline.whole") : entry.pointer();
      pointer.setText(Plain.brief(name, 60));
      beginning.setText(entry.beginning());
      setAccessibleText(pointer.getText() + " " + entry.beginning());
      setGraphic(row);
    }
  }
}
