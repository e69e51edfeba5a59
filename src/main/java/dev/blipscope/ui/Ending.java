package dev.blipscope.ui;

/// A part of the window that holds on to something which outlives it.
interface Ending {

  /// Lets go of it; the part is shown no more.
  void end();
}
