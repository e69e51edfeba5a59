package dev.blipscope.ui;

import dev.blipscope.session.Mishap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// What is shown if the window cannot be built: the sentences and the report, made without any view
/// file and style sheet of ours, since one of those may be what is broken.
public final class LastWindow {

  private static final double GAP = 12;
  private static final double WIDTH = 640;
  private static final double HEIGHT = 480;

  private LastWindow() {}

  public static void show(Stage stage, Mishap mishap, Words words) {
    var text = new Label(words.text("mishap.no-window", mishap.code()));
    text.setId("last-text");
    text.setWrapText(true);
    text.setMinHeight(Label.USE_PREF_SIZE);
    var report = new TextArea(MishapReport.of(mishap, Edition.ofThisProgram(), words));
    report.setId("last-report");
    report.setEditable(false);
    report.setAccessibleText(words.text("mishap.report.name"));
    VBox.setVgrow(report, Priority.ALWAYS);
    var copy = new Button(words.text("mishap.copy"));
    copy.setOnAction(
        _ ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, report.getText())));
    var close = new Button(words.text("mishap.quit"));
    close.setId("last-close");
    close.setDefaultButton(true);
    close.setOnAction(_ -> stage.hide());
    var all = new VBox(GAP, text, report, new HBox(GAP, copy, close));
    all.setPadding(new Insets(GAP));
    stage.setTitle("Blipscope");
    stage.setScene(new Scene(all, WIDTH, HEIGHT));
    stage.show();
  }
}
