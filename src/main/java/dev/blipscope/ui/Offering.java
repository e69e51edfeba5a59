package dev.blipscope.ui;

/// A part of the window that answers to commands.
interface Offering {

  /// Says which commands it answers to; called once, before the part is shown.
  void offer(Commands commands);
}
