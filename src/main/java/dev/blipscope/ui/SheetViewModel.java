package dev.blipscope.ui;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A page over the window that is only read: all keys, or what the program is.
public final class SheetViewModel implements Offering {

  private final Words words;
  private final Commands commands;
  private final ObjectProperty<@Nullable Sheet> sheet = new SimpleObjectProperty<>();

  /// The pages that there are.
  enum Sheet {
    SHORTCUTS,
    ABOUT
  }

  public SheetViewModel(Words words, Commands commands) {
    this.words = words;
    this.commands = commands;
  }

  @Override
  public void offer(Commands to) {
    to.on(Command.SHORTCUTS, () -> sheet.set(Sheet.SHORTCUTS));
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

  String version() {
    return Objects.requireNonNullElse(
        SheetViewModel.class.getPackage().getImplementationVersion(),
        words.text("about.development"));
  }

  void close() {
    sheet.set(null);
  }
}
