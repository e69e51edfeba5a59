package dev.blipscope.ui;

import org.jspecify.annotations.Nullable;

/// Where in the menu bar a command stands.
enum Place {
  FILE("menu.file", null, 0),
  EDIT("menu.edit", null, 0),
  VIEW("menu.view", null, 0),
  PROFILE("menu.profile", null, 0),
  SEND("menu.send", null, 0),
  HELP("menu.help", null, 0),
  RECENT("menu.recent", FILE, 1),
  SAMPLES("menu.samples", FILE, 1),
  EXPORT("menu.export", FILE, 2),
  THEME("menu.theme", VIEW, 3),
  LANGUAGE("menu.language", VIEW, 3);

  private final String key;
  private final @Nullable Place parent;
  private final int group;

  Place(String key, @Nullable Place parent, int group) {
    this.key = key;
    this.parent = parent;
    this.group = group;
  }

  /// The key of its name.
  String key() {
    return key;
  }

  /// The menu that this one is in; none if it stands in the bar itself.
  @Nullable Place parent() {
    return parent;
  }

  /// Between which lines of the menu above it stands.
  int group() {
    return group;
  }
}
