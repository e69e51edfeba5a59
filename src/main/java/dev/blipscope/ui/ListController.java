package dev.blipscope.ui;

/// Joins `list.fxml` to its view model, and does nothing else.
public final class ListController {

  private final ListViewModel model;

  public ListController(ListViewModel model) {
    this.model = model;
  }

  public ListViewModel getModel() {
    return model;
  }
}
