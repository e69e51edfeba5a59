package dev.blipscope.ui;

import static dev.blipscope.ui.Place.EDIT;
import static dev.blipscope.ui.Place.EXPORT;
import static dev.blipscope.ui.Place.FILE;
import static dev.blipscope.ui.Place.HELP;
import static dev.blipscope.ui.Place.LANGUAGE;
import static dev.blipscope.ui.Place.PROFILE;
import static dev.blipscope.ui.Place.RECENT;
import static dev.blipscope.ui.Place.THEME;
import static dev.blipscope.ui.Place.VIEW;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/// Everything that can be asked of the window, with its menu and its keys. Menus, palette, toolbar
/// and the table of keys are made of this list; [Commands] says what each one does.
@SuppressWarnings("ImmutableEnumChecker") // List.copyOf never changes
public enum Command {
  NEW_TEXT(FILE, 1, "fth-file-plus", "Shortcut+N"),
  PASTE(FILE, 1, "fth-clipboard", "Shortcut+V"),
  OPEN_FILES(FILE, 1, "fth-file-text", "Shortcut+O"),
  OPEN_FOLDER(FILE, 1, "fth-folder", "Shortcut+Alt+O"),
  FORGET_RECENT(RECENT, 2, ""),
  EXPORT_CALLS(EXPORT, 1, ""),
  EXPORT_BATCH(EXPORT, 1, ""),
  EXPORT_PAYLOADS(EXPORT, 1, ""),
  EXPORT_FIELDS(EXPORT, 2, ""),
  EXPORT_FINDINGS(EXPORT, 2, ""),
  EXPORT_REPORT(EXPORT, 3, "fth-share-2"),
  ERASE(FILE, 3, "fth-trash-2"),
  QUIT(FILE, 4, "", "Shortcut+Q"),

  UNDO_DELETE(EDIT, 1, "fth-rotate-ccw", "Shortcut+Z"),
  DELETE(EDIT, 1, "fth-x", "Delete", "Shortcut+Back_Space"),
  CLEAR(EDIT, 1, ""),
  SELECT_ALL(EDIT, 1, "", "Shortcut+A"),
  COPY_CALL(EDIT, 2, "fth-copy", "Shortcut+Shift+C"),
  COPY_CALL_MASKED(EDIT, 2, "fth-copy", "Shortcut+Alt+C"),
  FIND_IN_TEXT(EDIT, 3, "fth-search", "Shortcut+F"),
  GO_TO_LINE(EDIT, 3, "", "Shortcut+G"),
  SEARCH_LIST(EDIT, 3, "fth-search", "Shortcut+L"),
  FORMAT(EDIT, 4, "fth-align-left", "Shortcut+Shift+F"),
  APPLY_MEND(EDIT, 4, "fth-check", "Alt+Enter"),

  OPEN_PALETTE(VIEW, 1, "fth-command", "Shortcut+K"),
  NEXT_PANE(VIEW, 2, "", "F6"),
  PREVIOUS_PANE(VIEW, 2, "", "Shift+F6"),
  FOCUS_LIST(VIEW, 2, "", "Shortcut+1"),
  FOCUS_PAYLOAD(VIEW, 2, "", "Shortcut+2"),
  FOCUS_CALLS(VIEW, 2, "", "Shortcut+3"),
  GROUP_BY_CONTACT(VIEW, 3, "fth-users", "Shortcut+Shift+G"),
  THEME_SYSTEM(THEME, 1, "fth-monitor"),
  THEME_LIGHT(THEME, 1, "fth-sun"),
  THEME_DARK(THEME, 1, "fth-moon"),
  LANGUAGE_SYSTEM(LANGUAGE, 1, ""),
  LANGUAGE_ENGLISH(LANGUAGE, 1, ""),
  LANGUAGE_PORTUGUESE(LANGUAGE, 1, ""),
  LARGER(
      VIEW,
      4,
      "fth-zoom-in",
      "Shortcut+Plus",
      "Shortcut+Equals",
      "Shortcut+Shift+Equals",
      "Shortcut+Shift+Plus",
      "Shortcut+Add"),
  SMALLER(VIEW, 4, "fth-zoom-out", "Shortcut+Minus", "Shortcut+Subtract"),
  USUAL_SIZE(VIEW, 4, "", "Shortcut+0", "Shortcut+Numpad 0"),
  PRESENT(VIEW, 5, "fth-eye-off", "F8"),

  OPEN_PROFILE(PROFILE, 2, "fth-file-text"),
  DUPLICATE_PROFILE(PROFILE, 2, "fth-copy"),
  EDIT_PROFILE(PROFILE, 2, "fth-edit"),
  SAVE_PROFILE(PROFILE, 2, "fth-save", "Shortcut+S"),
  FORGET_PROFILE(PROFILE, 3, "fth-x"),
  COMPARE_PROFILES(PROFILE, 4, "fth-git-pull-request"),

  SEND(Place.SEND, 1, "fth-send", "Shortcut+Enter"),
  SEND_SHOWN(Place.SEND, 1, "", "Shortcut+Shift+Enter"),
  SEND_AGAIN(Place.SEND, 2, "fth-repeat"),
  SEND_ANEW(Place.SEND, 2, ""),
  TARGETS(Place.SEND, 3, "fth-target"),
  SANDBOX(Place.SEND, 3, "fth-box"),
  INSTALL(Place.SEND, 4, "fth-download"),

  TOUR(HELP, 1, "fth-compass"),
  SHORTCUTS(HELP, 1, "fth-help-circle", "F1"),
  LOG(HELP, 2, "fth-file-text"),
  ABOUT(HELP, 2, "fth-info");

  private final Place place;
  private final int group;
  private final String icon;
  private final String keys;

  /// @param group between which lines of the menu it stands
  /// @param icon the name of its picture; empty for none
  /// @param keys what it is called with; the first one is shown
  Command(Place place, int group, String icon, String... keys) {
    this.place = place;
    this.group = group;
    this.icon = icon;
    this.keys = String.join(",", keys);
  }

  /// The key of its name, in which an underscore stands before the letter that chooses it.
  String key() {
    return "command." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Place place() {
    return place;
  }

  int group() {
    return group;
  }

  String icon() {
    return icon;
  }

  List<KeyCombination> keys() {
    return Stream.of(keys.split(",", -1))
        .filter(one -> !one.isEmpty())
        .map(KeyCombination::valueOf)
        .toList();
  }

  /// The keys that are shown beside its name.
  Optional<KeyCombination> shownKeys() {
    return keys().stream().findFirst();
  }

  /// The keys as they are printed on a keyboard; empty if it has none.
  String keyNames() {
    return shownKeys().map(Command::named).orElse("");
  }

  static String named(KeyCombination keys) {
    return keys.getDisplayText().replace("Back_Space", "Backspace").replace("\u21b5", "Enter");
  }

  /// Its name without the mark of its letter.
  String name(Words words) {
    return words.text(key()).replace("_", "");
  }
}
