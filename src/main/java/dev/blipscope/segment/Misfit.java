package dev.blipscope.segment;

/// A value that does not fit into its column, whose type an earlier call decided.
///
/// @param call the number of its call among the calls, from 0
/// @param from the place in that call, as a pointer
/// @param truncated whether only its fraction is lost; else it may be dropped
public record Misfit(
    int call, String table, String column, ColumnType type, String from, boolean truncated) {}
