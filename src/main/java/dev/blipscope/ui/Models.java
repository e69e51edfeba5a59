package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// The view models of all views, in one language.
public final class Models {

  private final Words words;
  private final WorkbenchViewModel workbench;
  private final ListViewModel list;
  private final PayloadViewModel payload;
  private final CallsViewModel calls;
  private final Executor worker;

  /// @param session what is shown; changes on the JavaFX thread only
  /// @param dispatch tells what happened
  /// @param worker takes what is too much for the JavaFX thread
  public Models(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words, Executor worker) {
    this.words = words;
    this.worker = worker;
    this.workbench = new WorkbenchViewModel(session, dispatch, words);
    this.list = new ListViewModel(session, dispatch, words);
    this.payload = new PayloadViewModel(session, dispatch, words);
    this.calls = new CallsViewModel(session, dispatch, words);
  }

  public Words words() {
    return words;
  }

  public WorkbenchViewModel workbench() {
    return workbench;
  }

  public ListViewModel list() {
    return list;
  }

  public PayloadViewModel payload() {
    return payload;
  }

  public CallsViewModel calls() {
    return calls;
  }

  /// Makes the controller of a view.
  public Object controller(Class<?> wanted) {
    if (wanted == WorkbenchController.class) {
      return new WorkbenchController(workbench);
    }
    if (wanted == ListController.class) {
      return new ListController(list);
    }
    if (wanted == PayloadController.class) {
      return new PayloadController(payload, worker);
    }
    if (wanted == CallsController.class) {
      return new CallsController(calls);
    }
    throw new IllegalArgumentException("a controller of ours was expected: " + wanted);
  }
}
