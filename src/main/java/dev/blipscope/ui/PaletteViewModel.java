package dev.blipscope.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All commands, samples, profiles and files opened last, found by a few letters.
public final class PaletteViewModel implements Offering {

  /// A command goes before all else that answers as well, whichever name is the shorter.
  private static final int COMMAND = Likeness.SHORTER;

  private final WorkbenchViewModel workbench;
  private final Commands commands;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();

  /// Something that can be done.
  ///
  /// @param group what it belongs to
  /// @param keys what it is called with; may be empty
  record Entry(String text, String group, String keys, String icon, Runnable run) {}

  public PaletteViewModel(WorkbenchViewModel workbench, Commands commands) {
    this.workbench = workbench;
    this.commands = commands;
    query.subscribe(this::search);
  }

  @Override
  public void offer(Commands to) {
    to.on(Command.OPEN_PALETTE, () -> show(!open.get()));
  }

  // What is shown

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return open.get();
  }

  StringProperty queryProperty() {
    return query;
  }

  public ObservableList<Entry> getEntries() {
    return entries;
  }

  // What can be done

  void close() {
    show(false);
  }

  void run(Entry entry) {
    close();
    entry.run().run();
  }

  private void show(boolean whether) {
    query.set("");
    search();
    open.set(whether);
  }

  private record Found(Entry entry, int points) {}

  private void search() {
    var found = new ArrayList<Found>();
    commands().forEach(entry -> find(entry, COMMAND, found));
    others().forEach(entry -> find(entry, 0, found));
    if (!query.get().isBlank()) {
      found.sort(Comparator.comparingInt(Found::points).reversed());
    }
    entries.setAll(found.stream().map(Found::entry).toList());
  }

  private void find(Entry entry, int more, List<Found> found) {
    Likeness.of(query.get(), entry.text() + " " + entry.group())
        .ifPresent(points -> found.add(new Found(entry, points + more)));
  }

  private Stream<Entry> commands() {
    return commands.known().stream()
        .filter(command -> command != Command.OPEN_PALETTE)
        .filter(this::isAvailable)
        .map(this::entry);
  }

  private Stream<Entry> others() {
    return Stream.of(
            entries(workbench.recent().getValue(), "menu.recent", "fth-clock"),
            entries(workbench.profiles().getValue(), "menu.profile", "fth-sliders"),
            entries(
                workbench.samples().values().stream().flatMap(List::stream).toList(),
                "menu.samples",
                "fth-file"))
        .flatMap(all -> all);
  }

  private boolean isAvailable(Command command) {
    return commands.action(command).filter(action -> action.available().getValue()).isPresent();
  }

  private Entry entry(Command command) {
    return new Entry(
        command.name(workbench.words()),
        name(command.place().key()),
        command.keyNames(),
        command.icon(),
        () -> commands.run(command));
  }

  private Stream<Entry> entries(List<Offer> choices, String group, String icon) {
    return choices.stream()
        .map(
            choice ->
                new Entry(
                    choice.text(),
                    name(group) + (choice.detail().isEmpty() ? "" : ": " + choice.detail()),
                    "",
                    icon,
                    choice.run()));
  }

  private String name(String key) {
    return workbench.words().text(key).replace("_", "");
  }
}
