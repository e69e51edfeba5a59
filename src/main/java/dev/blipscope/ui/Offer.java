package dev.blipscope.ui;

/// Something that can be opened or chosen, beside the commands: a sample, a file, a profile.
///
/// @param detail what tells it from others of its name; may be empty
/// @param chosen whether it is in force now
record Offer(String text, String detail, Runnable run, boolean chosen) {}
