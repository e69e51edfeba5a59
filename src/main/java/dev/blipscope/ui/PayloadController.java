package dev.blipscope.ui;

/// Joins `payload.fxml` to its view model, and does nothing else.
public final class PayloadController {

  private final PayloadViewModel model;

  public PayloadController(PayloadViewModel model) {
    this.model = model;
  }

  public PayloadViewModel getModel() {
    return model;
  }
}
