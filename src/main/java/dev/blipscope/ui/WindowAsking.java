package dev.blipscope.ui;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Asks with the choosers of the system and with small windows over ours.
public final class WindowAsking implements Asking {

  private static final double GAP = 10;
  private static final double WIDTH = 420;

  private final Scene scene;
  private final Words words;

  public WindowAsking(Scene scene, Words words) {
    this.scene = scene;
    this.words = words;
  }

  @Override
  public List<String> files(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    return Stream.ofNullable(chooser.showOpenMultipleDialog(scene.getWindow()))
        .flatMap(List::stream)
        .map(File::getPath)
        .toList();
  }

  @Override
  public Optional<String> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return path(chooser.showDialog(scene.getWindow())).findFirst();
  }

  @Override
  public Optional<String> save(String title, String name) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    return path(chooser.showSaveDialog(scene.getWindow())).findFirst();
  }

  @Override
  public boolean sure(Question question) {
    var alert = new Alert(Alert.AlertType.CONFIRMATION);
    var yes = new ButtonType(question.answers().getFirst(), ButtonBar.ButtonData.OK_DONE);
    dress(alert, question, yes);
    alert.setContentText(question.text());
    // What cannot be undone needs more than Enter.
    for (var type : alert.getButtonTypes()) {
      if (alert.getDialogPane().lookupButton(type) instanceof Button button) {
        button.setDefaultButton(!type.equals(yes));
      }
    }
    return alert.showAndWait().filter(yes::equals).isPresent();
  }

  @Override
  public Optional<Integer> choose(Question question) {
    var group = new ToggleGroup();
    var box = new VBox(GAP, wrapped(question.text()));
    for (var answer : question.answers()) {
      var button = new RadioButton(answer);
      button.setToggleGroup(group);
      box.getChildren().add(button);
    }
    group.selectToggle(group.getToggles().getFirst());
    var alert = new Alert(Alert.AlertType.NONE);
    var go = new ButtonType(words.text("asking.go-on"), ButtonBar.ButtonData.OK_DONE);
    dress(alert, question, go);
    alert.getDialogPane().setContent(box);
    return alert
        .showAndWait()
        .filter(go::equals)
        .map(_ -> group.getToggles().indexOf(group.getSelectedToggle()));
  }

  private void dress(Dialog<?> dialog, Question question, ButtonType go) {
    dialog.initOwner(scene.getWindow());
    dialog.setTitle(question.title());
    dialog.setHeaderText(question.title());
    var pane = dialog.getDialogPane();
    pane.getButtonTypes()
        .setAll(go, new ButtonType(words.text("asking.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    pane.getStylesheets().setAll(scene.getStylesheets());
    pane.getStyleClass().addAll(scene.getRoot().getStyleClass());
    pane.setStyle(scene.getRoot().getStyle());
    pane.setPrefWidth(WIDTH);
  }

  private static Label wrapped(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  private static Stream<String> path(@Nullable File file) {
    return Stream.ofNullable(file).map(File::getPath);
  }
}
