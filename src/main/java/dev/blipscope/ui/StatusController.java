package dev.blipscope.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Joins `status.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class StatusController {

  private static final int GAP = 8;
  private static final int MOST_ROWS = 3;

  private final StatusViewModel model;
  private final Menus menus;
  private final Commands commands;
  private final Words words;
  private final Map<Long, JobRow> rows = new HashMap<>();

  @FXML private VBox jobs;
  @FXML private MenuButton profile;
  @FXML private MenuButton language;
  @FXML private MenuButton theme;
  @FXML private ToggleButton present;

  public StatusController(StatusViewModel model, Menus menus, Commands commands, Words words) {
    this.model = model;
    this.menus = menus;
    this.commands = commands;
    this.words = words;
  }

  public StatusViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    model.jobs().subscribe(this::show);
    menus.profiles().subscribe(items -> profile.getItems().setAll(items));
    language
        .getItems()
        .setAll(
            menus.items(
                List.of(
                    Command.LANGUAGE_SYSTEM,
                    Command.LANGUAGE_ENGLISH,
                    Command.LANGUAGE_PORTUGUESE)));
    theme
        .getItems()
        .setAll(
            menus.items(List.of(Command.THEME_SYSTEM, Command.THEME_LIGHT, Command.THEME_DARK)));
    model.presentingProperty().subscribe(present::setSelected);
  }

  @FXML
  private void present() {
    commands.run(Command.PRESENT);
    present.setSelected(model.isPresenting());
  }

  private void show(List<StatusViewModel.Row> now) {
    rows.keySet().retainAll(now.stream().map(StatusViewModel.Row::id).toList());
    jobs.getChildren()
        .setAll(
            now.stream()
                .limit(MOST_ROWS)
                .map(row -> rows.computeIfAbsent(row.id(), JobRow::new).showing(row).box)
                .toList());
    jobs.setVisible(!now.isEmpty());
    jobs.setManaged(!now.isEmpty());
  }

  /// One thing that takes a while.
  private final class JobRow {

    private final Label text = new Label();
    private final Label count = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox box;

    JobRow(long job) {
      var cancel = new Button(words.text("status.cancel"));
      cancel.getStyleClass().addAll("small", "cancel-job");
      cancel.setOnAction(_ -> model.cancel(job));
      text.getStyleClass().add("job-text");
      count.setMinWidth(Label.USE_PREF_SIZE);
      cancel.setMinWidth(Button.USE_PREF_SIZE);
      box = new HBox(GAP, text, bar, count, cancel);
      box.getStyleClass().add("job");
    }

    JobRow showing(StatusViewModel.Row row) {
      text.setText(row.text());
      count.setText(row.count());
      bar.setProgress(row.fraction());
      bar.setAccessibleText(row.text() + ", " + row.count());
      return this;
    }
  }
}
