package dev.blipscope.ui.control;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the margin says of a line, the gravest last. Each sign has a shape of its own.
enum Sign {
  FINDING_INFO("●", Ink.FINDING_INFO),
  FINDING_WARNING("▲", Ink.FINDING_WARNING),
  FINDING_ERROR("✖", Ink.FINDING_ERROR),
  HIDDEN("◌", Ink.HIDDEN),
  BROKEN("✖", Ink.BROKEN);

  private final String shape;
  private final Ink ink;

  Sign(String shape, Ink ink) {
    this.shape = shape;
    this.ink = ink;
  }

  String shape() {
    return shape;
  }

  String styleClass() {
    return ink.styleClass();
  }

  /// The key of what it means.
  String key() {
    return "sign." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The gravest sign among all inks of a line.
  static @Nullable Sign of(int[] inks) {
    int all = Ink.NONE;
    for (int mix : inks) {
      all |= mix;
    }
    Sign gravest = null;
    for (var sign : values()) {
      if (sign.ink.isIn(all)) {
        gravest = sign;
      }
    }
    return gravest;
  }
}
