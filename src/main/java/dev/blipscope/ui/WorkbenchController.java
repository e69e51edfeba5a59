package dev.blipscope.ui;

/// Joins `workbench.fxml` to its view model, and does nothing else.
public final class WorkbenchController {

  private final WorkbenchViewModel model;

  public WorkbenchController(WorkbenchViewModel model) {
    this.model = model;
  }

  public WorkbenchViewModel getModel() {
    return model;
  }
}
