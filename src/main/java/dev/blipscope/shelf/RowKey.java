package dev.blipscope.shelf;

/// A row by a name that stays while other texts grow before it.
///
/// @param batch the number of its text
/// @param row its number there, from 0
public record RowKey(int batch, int row) {}
