package dev.blipscope.capture;

import dev.blipscope.json.Expected;
import java.io.IOException;

/// A stream cannot be read on because of what is in it, not because of the disk.
final class Damage extends IOException {

  private static final long serialVersionUID = 1;

  private final Expected expected;

  Damage(Expected expected) {
    super(expected.name());
    this.expected = expected;
  }

  Expected expected() {
    return expected;
  }
}
