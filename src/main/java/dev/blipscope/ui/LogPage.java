package dev.blipscope.ui;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What the log holds, and where it is. Nobody can know whether the system really opens a folder,
/// so its place is there to be copied.
final class LogPage {

  private static final double GAP = 8;

  private LogPage() {}

  static List<Node> of(SheetViewModel model) {
    var words = model.words();
    String folder = model.logFolder();
    var what = wrapped(words.text("log.what"));
    if (folder.isEmpty()) {
      return List.of(what, wrapped(words.text("log.none")));
    }
    var place = new TextField(folder);
    place.setId("log-folder");
    place.setEditable(false);
    place.setAccessibleText(words.text("log.folder"));
    HBox.setHgrow(place, Priority.ALWAYS);
    var copy = new Button(words.text("log.copy"));
    copy.setId("log-copy");
    copy.setMinWidth(Button.USE_PREF_SIZE);
    copy.setOnAction(
        _ -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, folder)));
    var open = new Button(words.text("log.open"));
    open.setId("log-open");
    open.setOnAction(_ -> model.openLog());
    return List.of(what, new HBox(GAP, place, copy), open, wrapped(words.text("log.not-opened")));
  }

  private static Label wrapped(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add("paragraph");
    return label;
  }
}
