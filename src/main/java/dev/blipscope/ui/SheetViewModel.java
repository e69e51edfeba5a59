package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A page over the window: all keys, where the log is, or what the program is.
public final class SheetViewModel implements Offering {

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final Commands commands;
  private final Edition edition;
  private final ObjectProperty<@Nullable Sheet> sheet = new SimpleObjectProperty<>();

  /// The pages that there are.
  enum Sheet {
    SHORTCUTS,
    LOG,
    ABOUT
  }

  public SheetViewModel(
      ObservableValue<Session> session,
      Consumer<Event> dispatch,
      Words words,
      Commands commands,
      Edition edition) {
    this.session = session;
    this.dispatch = dispatch;
    this.edition = edition;
    this.words = words;
    this.commands = commands;
  }

  @Override
  public void offer(Commands to) {
    to.on(Command.SHORTCUTS, () -> sheet.set(Sheet.SHORTCUTS));
    to.on(Command.LOG, () -> sheet.set(Sheet.LOG));
    to.on(Command.ABOUT, () -> sheet.set(Sheet.ABOUT));
  }

  ObservableValue<@Nullable Sheet> sheet() {
    return sheet;
  }

  Words words() {
    return words;
  }

  Commands commands() {
    return commands;
  }

  Edition edition() {
    return edition;
  }

  /// Where the log is; empty if there is none.
  String logFolder() {
    return session.getValue().talk().log();
  }

  void openLog() {
    dispatch.accept(new Event.LogAsked());
  }

  void close() {
    sheet.set(null);
  }
}
