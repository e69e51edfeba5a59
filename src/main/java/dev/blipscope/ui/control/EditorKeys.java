package dev.blipscope.ui.control;

import java.util.List;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keys do in an editor, and the menu that says so.
///
/// Tab indents where one may write, as everybody expects of an editor. So that nobody is caught in
/// there, Esc lets the next Tab leave, and Ctrl+Tab always leaves.
final class EditorKeys {

  private static final KeyCombination FIND = shortcut(KeyCode.F);
  private static final KeyCombination FORMAT = shortcut(KeyCode.F, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination LINE = shortcut(KeyCode.G);
  private static final KeyCombination OUTLINE = shortcut(KeyCode.O, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
  private static final KeyCombination PREVIOUS =
      new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);

  private final JsonEditor editor;
  private final JsonArea area;
  private boolean leaving;

  EditorKeys(JsonEditor editor, JsonArea area) {
    this.editor = editor;
    this.area = area;
    editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInArea);
    area.focusedProperty().addListener((_, _, _) -> leaving = false);
  }

  private static KeyCombination shortcut(KeyCode code, KeyCombination.Modifier... more) {
    var modifiers = new KeyCombination.Modifier[more.length + 1];
    modifiers[0] = KeyCombination.SHORTCUT_DOWN;
    System.arraycopy(more, 0, modifiers, 1, more.length);
    return new KeyCodeCombination(code, modifiers);
  }

  private void pressed(KeyEvent key) {
    if (FIND.match(key)) {
      editor.find();
    } else if (FORMAT.match(key)) {
      editor.format();
    } else if (LINE.match(key)) {
      editor.goToLine();
    } else if (OUTLINE.match(key)) {
      editor.outline();
    } else if (NEXT.match(key)) {
      editor.findNext();
    } else if (PREVIOUS.match(key)) {
      editor.findPrevious();
    } else if (key.getCode() != KeyCode.ESCAPE || !editor.closeBars()) {
      return;
    }
    key.consume();
  }

  private void pressedInArea(KeyEvent key) {
    switch (key.getCode()) {
      case ESCAPE -> leaving = true;
      case TAB -> tab(key);
      case ENTER -> {
        if (area.isEditable() && !key.isShortcutDown() && !key.isAltDown()) {
          area.breakLine();
          key.consume();
        }
      }
      case SHIFT -> {}
      default -> leaving = false;
    }
  }

  private void tab(KeyEvent key) {
    if (key.isControlDown() || leaving || !area.isEditable()) {
      area.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    } else if (key.isShiftDown()) {
      area.outdent();
    } else {
      area.indent();
    }
    key.consume();
  }

  static ContextMenu menu(JsonEditor editor, JsonArea area, Texts texts) {
    var undo = item(texts.of("menu.undo"), shortcut(KeyCode.Z), area::undo);
    var redo = item(texts.of("menu.redo"), shortcut(KeyCode.Y), area::redo);
    var cut = item(texts.of("menu.cut"), shortcut(KeyCode.X), area::cut);
    var copy = item(texts.of("menu.copy"), shortcut(KeyCode.C), area::copy);
    var paste = item(texts.of("menu.paste"), shortcut(KeyCode.V), area::paste);
    var all = item(texts.of("menu.all"), shortcut(KeyCode.A), area::selectAll);
    var format = item(texts.of("menu.format"), FORMAT, editor::format);
    var afterUndo = new SeparatorMenuItem();
    var menu =
        new ContextMenu(
            undo,
            redo,
            afterUndo,
            cut,
            copy,
            paste,
            all,
            new SeparatorMenuItem(),
            item(texts.of("menu.find"), FIND, editor::find),
            item(texts.of("menu.line"), LINE, editor::goToLine),
            item(texts.of("menu.outline"), OUTLINE, editor::outline),
            format);
    menu.setOnShowing(
        _ -> {
          boolean selected = area.getSelection().getLength() > 0;
          undo.setDisable(!area.isUndoAvailable());
          redo.setDisable(!area.isRedoAvailable());
          cut.setDisable(!selected);
          copy.setDisable(!selected);
          for (var change : List.of(undo, redo, afterUndo, cut, paste, format)) {
            change.setVisible(area.isEditable());
          }
        });
    return menu;
  }

  private static MenuItem item(String text, KeyCombination keys, Runnable action) {
    var item = new MenuItem(text);
    item.setAccelerator(keys);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
