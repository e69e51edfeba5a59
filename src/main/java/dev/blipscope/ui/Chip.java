package dev.blipscope.ui;

/// Something by which the list is filtered, with what takes it away.
record Chip(String text, Runnable remove) {}
