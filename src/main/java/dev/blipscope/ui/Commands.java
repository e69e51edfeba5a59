package dev.blipscope.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What each command does. The parts of the window say so here; a command of which nobody says
/// anything is shown nowhere.
public final class Commands {

  // Of each window its own: those who listen to it go with the window.
  private final ObservableValue<Boolean> always = new SimpleBooleanProperty(true);
  private final Map<Command, Action> actions = new EnumMap<>(Command.class);

  /// What a command does.
  ///
  /// @param available whether it can be done now
  /// @param chosen whether it is in force now; none if it is nothing that lasts
  record Action(
      Runnable run,
      ObservableValue<Boolean> available,
      @Nullable ObservableValue<Boolean> chosen) {}

  /// Says what a command does.
  public void on(Command command, Runnable run) {
    on(command, run, always);
  }

  /// Says what a command does, and when it can be done.
  public void on(Command command, Runnable run, ObservableValue<Boolean> available) {
    put(command, new Action(run, available, null));
  }

  /// Says what a command does that puts something in force.
  public void onChoice(Command command, Runnable run, ObservableValue<Boolean> chosen) {
    put(command, new Action(run, always, chosen));
  }

  private void put(Command command, Action action) {
    actions.put(command, action);
  }

  Optional<Action> action(Command command) {
    return Optional.ofNullable(actions.get(command));
  }

  /// Does what a command says, if that is possible now.
  void run(Command command) {
    action(command).filter(action -> action.available().getValue()).ifPresent(it -> it.run().run());
  }

  /// Does what some keys say that nobody else took. The keys in the menus alone would not do: a
  /// menu shows only the first ones of a command, and loses them when the language changes.
  void pressed(KeyEvent key) {
    known().stream()
        .filter(command -> command.keys().stream().anyMatch(keys -> keys.match(key)))
        .findFirst()
        .ifPresent(
            command -> {
              run(command);
              key.consume();
            });
  }

  /// The commands that somebody answers to, in their order.
  List<Command> known() {
    return Stream.of(Command.values()).filter(actions::containsKey).toList();
  }
}
