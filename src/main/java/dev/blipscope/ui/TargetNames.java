package dev.blipscope.ui;

import dev.blipscope.session.KnownTarget;

/// What targets are called: the sandbox by its name in the language of the window.
final class TargetNames {

  private TargetNames() {}

  static String of(KnownTarget known, Words words) {
    return known.isSandbox() ? words.text("target.sandbox") : known.name();
  }
}
