package dev.blipscope.ui;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets Alt and a letter open a menu however often, and whichever key is let go first.
final class MenuLetters {

  private final Scene scene;
  private boolean closedBefore;

  private MenuLetters(Scene scene) {
    this.scene = scene;
  }

  static void of(Scene scene) {
    var letters = new MenuLetters(scene);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, letters::pressed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, letters::released);
  }

  // JavaFX keeps an empty entry for each letter of a menu that was closed. As it compares letters
  // without their case, the "a" that is left over hides the "A" of the menu bar.
  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ALT) {
      scene.getMnemonics().values().removeIf(List::isEmpty);
      closedBefore = !open();
    }
  }

  // JavaFX never sees the letter, so it takes an Alt that is let go first for an Alt alone, which
  // closes what the letter opened.
  private void released(KeyEvent key) {
    if (key.getCode() == KeyCode.ALT && closedBefore && open()) {
      key.consume();
    }
  }

  private boolean open() {
    return scene.lookup(".menu-bar") instanceof MenuBar bar
        && bar.getMenus().stream().anyMatch(menu -> menu.isShowing());
  }
}
