package dev.blipscope.ui;

/// One value that the list can be filtered by.
record FacetLine(String text, boolean chosen, Runnable toggle) {}
