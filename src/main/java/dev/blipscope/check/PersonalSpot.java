package dev.blipscope.check;

/// A piece of a text that is personal data.
///
/// @param from its first character
/// @param to the character behind it
public record PersonalSpot(PersonalKind kind, int from, int to) {}
