package dev.blipscope.ui;

import dev.blipscope.ui.control.JsonEditor;
import dev.blipscope.ui.control.Mark;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;

/// Joins `call.fxml` to its view model, and does nothing else.
public final class CallController implements Ending {

  private final CallViewModel model;
  private final Executor worker;

  @FXML private JsonEditor editor;

  @SuppressWarnings("NullAway.Init") // FXML fills the fields.
  public CallController(CallViewModel model, Executor worker) {
    this.model = model;
    this.worker = worker;
  }

  public CallViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    editor.setWorker(worker);
    editor.setLocale(model.locale());
    editor.setTitle(model.title());
    editor.setOnCaret(model::pointAt);
    OnScreen.of(editor, model.textProperty()).subscribe(editor::setText);
    OnScreen.of(editor, model.marksProperty()).subscribe(this::mark);
  }

  private void mark(List<Mark> marks) {
    editor.setMarks(marks);
    // Who reads here shall not lose the place.
    if (!marks.isEmpty() && !editor.isFocusWithin()) {
      editor.reveal(marks.getFirst().start(), marks.getFirst().end());
    }
  }

  @Override
  public void end() {
    editor.dispose();
  }
}
