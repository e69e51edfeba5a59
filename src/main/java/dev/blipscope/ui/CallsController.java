package dev.blipscope.ui;

/// Joins `calls.fxml` to its view model, and does nothing else.
public final class CallsController {

  private final CallsViewModel model;

  public CallsController(CallsViewModel model) {
    this.model = model;
  }

  public CallsViewModel getModel() {
    return model;
  }
}
