package dev.blipscope.ui;

/// One line of the list as a person reads it.
///
/// @param style the style class of its badge
/// @param badge what sort of payload it is, in a few letters
/// @param time when it happened; empty if it does not say
/// @param way which way it went
/// @param via the channel; empty if it does not say
/// @param spoken all of it in one sentence, for those who listen
record RowFace(
    String style,
    String badge,
    String time,
    Way way,
    String via,
    String what,
    String who,
    String spoken) {

  /// Which way a message went.
  enum Way {
    IN,
    OUT,
    NONE
  }

  static final RowFace PENDING = new RowFace("pending", "", "", Way.NONE, "", "…", "", "");
}
