package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Session;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The sentence about what just happened.
public final class NoticeViewModel {

  private final ObservableValue<@Nullable Notice> notice;
  private final ObservableValue<String> text;
  private final ObservableValue<Boolean> said;
  private final ObservableValue<Boolean> undoable;
  private final Consumer<Event> dispatch;
  private final Commands commands;

  public NoticeViewModel(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words, Commands commands) {
    this.dispatch = dispatch;
    this.commands = commands;
    this.notice = session.map(Session::notice);
    this.text = session.map(now -> text(now.notice(), words));
    this.said = session.map(now -> now.notice() != null);
    this.undoable = session.map(now -> canUndo(now.notice()));
  }

  // What is shown

  ObservableValue<@Nullable Notice> notice() {
    return notice;
  }

  public ObservableValue<String> textProperty() {
    return text;
  }

  public String getText() {
    return text.getValue();
  }

  public ObservableValue<Boolean> saidProperty() {
    return said;
  }

  public boolean isSaid() {
    return said.getValue();
  }

  public ObservableValue<Boolean> undoableProperty() {
    return undoable;
  }

  public boolean isUndoable() {
    return undoable.getValue();
  }

  // What can be done

  void undo() {
    commands.run(Command.UNDO_DELETE);
    close();
  }

  void close() {
    dispatch.accept(new Event.NoticeSeen());
  }

  private static String text(@Nullable Notice one, Words words) {
    return one == null ? "" : words.text(one.key(), one.words().toArray());
  }

  private boolean canUndo(@Nullable Notice one) {
    return one != null && one.undoable() && commands.action(Command.UNDO_DELETE).isPresent();
  }
}
