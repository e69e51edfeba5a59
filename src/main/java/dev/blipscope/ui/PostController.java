package dev.blipscope.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Joins `post.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class PostController {

  private static final PseudoClass REAL = PseudoClass.getPseudoClass("real");

  private final PostViewModel model;
  private final Commands commands;

  @FXML private Button sandbox;
  @FXML private Label target;
  @FXML private Label totals;

  public PostController(PostViewModel model, Commands commands) {
    this.model = model;
    this.commands = commands;
  }

  public PostViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    sandbox.managedProperty().bind(sandbox.visibleProperty());
    sandbox.visibleProperty().bind(sandbox.textProperty().isNotEmpty());
    totals.managedProperty().bind(totals.visibleProperty());
    totals.visibleProperty().bind(totals.textProperty().isNotEmpty());
    OnScreen.of(target, model.realProperty())
        .subscribe(real -> target.pseudoClassStateChanged(REAL, real));
  }

  @FXML
  private void openSandbox() {
    commands.run(Command.SANDBOX);
  }
}
