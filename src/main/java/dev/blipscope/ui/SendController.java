package dev.blipscope.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;

/// Joins `send.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class SendController {

  private static final PseudoClass REAL = PseudoClass.getPseudoClass("real");

  private final SendViewModel model;
  private final Menus menus;
  private final Commands commands;

  private List<MenuItem> more;

  @FXML private MenuButton target;
  @FXML private SplitMenuButton send;

  public SendController(SendViewModel model, Menus menus, Commands commands) {
    this.model = model;
    this.menus = menus;
    this.commands = commands;
  }

  public SendViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    more = menus.items(List.of(Command.TARGETS, Command.SANDBOX, Command.INSTALL));
    var tip = new Tooltip();
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    target.setTooltip(tip);
    OnScreen.of(target, model.targets()).subscribe(this::show);
    OnScreen.of(target, model.realProperty())
        .subscribe(
            real -> {
              target.pseudoClassStateChanged(REAL, real);
              send.pseudoClassStateChanged(REAL, real);
              tip.setText(model.help());
              target.setAccessibleHelp(model.help());
            });
    send.getItems()
        .setAll(
            menus.items(
                List.of(Command.SEND, Command.SEND_SHOWN, Command.SEND_AGAIN, Command.SEND_ANEW)));
    commands
        .action(Command.SEND)
        .ifPresent(
            action ->
                OnScreen.of(send, action.available()).subscribe(can -> send.setDisable(!can)));
  }

  private void show(List<Offer> targets) {
    var items = new ArrayList<MenuItem>();
    for (var offer : targets) {
      var item = new RadioMenuItem(offer.text());
      item.setMnemonicParsing(false);
      item.setSelected(offer.chosen());
      item.setOnAction(
          _ -> {
            offer.run().run();
            // Only the session knows whether it came to that.
            item.setSelected(offer.chosen());
          });
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    items.addAll(more);
    target.getItems().setAll(items);
  }

  @FXML
  private void send() {
    commands.run(Command.SEND);
  }
}
