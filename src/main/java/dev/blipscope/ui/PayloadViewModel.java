package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What the payload pane shows and what can be done there.
public final class PayloadViewModel {

  public PayloadViewModel(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {}
}
