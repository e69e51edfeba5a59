package dev.blipscope.ui;

/// One thing that speaks for a kind, or is missing for it.
///
/// @param field the field of the payload
/// @param present whether it is there
/// @param text what that says, in words
public record EvidenceLine(String field, boolean present, String text) {}
