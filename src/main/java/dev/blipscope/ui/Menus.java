package dev.blipscope.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes menus of the commands that somebody answers to.
final class Menus {

  private final WorkbenchViewModel model;
  private final Commands commands;
  private final Words words;

  Menus(WorkbenchViewModel model, Commands commands) {
    this.model = model;
    this.commands = commands;
    this.words = model.words();
  }

  /// The menus of the bar.
  List<Menu> bar() {
    var made = new EnumMap<Place, Menu>(Place.class);
    for (var place : Place.values()) {
      var menu = new Menu(words.text(place.key()));
      menu.setMnemonicParsing(true);
      menu.setId("menu-" + place.name().toLowerCase(java.util.Locale.ROOT));
      made.put(place, menu);
    }
    made.forEach((place, menu) -> fill(menu, place, made));
    return Stream.of(Place.values())
        .filter(place -> place.parent() == null)
        .map(made::get)
        .toList();
  }

  private void fill(Menu menu, Place place, Map<Place, Menu> all) {
    switch (place) {
      case SAMPLES -> menu.getItems().setAll(samples());
      case RECENT -> follow(menu, model.recent(), items(place, all), false);
      case PROFILE -> follow(menu, model.profiles(), items(place, all), true);
      default -> menu.getItems().setAll(items(place, all));
    }
  }

  /// A menu for each folder of samples.
  List<MenuItem> samples() {
    return model.samples().entrySet().stream()
        .<MenuItem>map(
            folder -> {
              var menu = new Menu(folder.getKey());
              menu.setMnemonicParsing(false);
              menu.getItems().setAll(folder.getValue().stream().map(this::item).toList());
              return menu;
            })
        .toList();
  }

  /// The profiles, as a list to choose from.
  ObservableValue<List<MenuItem>> profiles() {
    return model.profiles().map(all -> all.stream().<MenuItem>map(this::radio).toList());
  }

  /// Items for some commands.
  List<MenuItem> items(List<Command> some) {
    return some.stream()
        .filter(command -> commands.action(command).isPresent())
        .map(command -> item(command, commands.action(command).orElseThrow()))
        .toList();
  }

  private void follow(
      Menu menu, ObservableValue<List<Offer>> choices, List<MenuItem> rest, boolean one) {
    choices.subscribe(
        now -> {
          var items = new ArrayList<MenuItem>();
          now.forEach(choice -> items.add(one ? radio(choice) : item(choice)));
          if (!now.isEmpty() && !rest.isEmpty()) {
            items.add(new SeparatorMenuItem());
          }
          items.addAll(rest);
          menu.getItems().setAll(items);
          menu.setDisable(one ? items.isEmpty() : now.isEmpty());
        });
  }

  /// The commands of a menu and the menus in it, with a line between groups.
  private List<MenuItem> items(Place place, Map<Place, Menu> all) {
    var items = new ArrayList<MenuItem>();
    int last = commands.known().stream().mapToInt(Command::group).max().orElse(0);
    for (int group = 1; group <= last; group++) {
      var more = new ArrayList<MenuItem>();
      for (var command : commands.known()) {
        if (command.place() == place && command.group() == group) {
          more.add(item(command, commands.action(command).orElseThrow()));
        }
      }
      for (var sub : Place.values()) {
        if (sub.parent() == place && sub.group() == group && holds(sub)) {
          more.add(all.get(sub));
        }
      }
      if (!items.isEmpty() && !more.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      items.addAll(more);
    }
    return items;
  }

  private boolean holds(Place place) {
    return place == Place.SAMPLES
        || commands.known().stream().anyMatch(command -> command.place() == place);
  }

  private MenuItem item(Command command, Commands.Action action) {
    var chosen = action.chosen();
    var item = chosen == null ? new MenuItem() : lasting(command, chosen);
    item.setText(words.text(command.key()));
    item.setMnemonicParsing(true);
    item.setId(command.key());
    command.shownKeys().ifPresent(item::setAccelerator);
    if (!command.icon().isEmpty()) {
      item.setGraphic(new FontIcon(command.icon()));
    }
    action.available().subscribe(can -> item.setDisable(!can));
    item.setOnAction(
        _ -> {
          action.run().run();
          if (chosen != null) {
            mark(item, chosen.getValue());
          }
        });
    return item;
  }

  /// An item that shows whether it is in force.
  private static MenuItem lasting(Command command, ObservableValue<Boolean> chosen) {
    var item = command == Command.PRESENT ? new CheckMenuItem() : new RadioMenuItem();
    chosen.subscribe(now -> mark(item, now));
    return item;
  }

  // The item marks itself when it is clicked; but only the session knows what is in force.
  private static void mark(MenuItem item, boolean chosen) {
    switch (item) {
      case RadioMenuItem radio -> radio.setSelected(chosen);
      case CheckMenuItem check -> check.setSelected(chosen);
      default -> throw new IllegalArgumentException("an item that can be marked was expected");
    }
  }

  private MenuItem item(Offer choice) {
    return dress(new MenuItem(), choice);
  }

  private MenuItem radio(Offer choice) {
    var item = new RadioMenuItem();
    item.setSelected(choice.chosen());
    return dress(item, choice);
  }

  private static MenuItem dress(MenuItem item, Offer choice) {
    item.setText(choice.text());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> choice.run().run());
    return item;
  }
}
