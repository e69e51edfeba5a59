package dev.blipscope.segment;

/// A value of a call that gets a column of its own.
///
/// @param pointer where in the call it stands
/// @param node the value in the call's document
/// @param column the name of its column; empty if nothing of its own name is left
/// @param lossy whether letters of its name are lost in the name of the column
public record Leaf(String pointer, int node, String column, boolean lossy) {

  /// Whether a table can have this column at all.
  public boolean hasColumn() {
    return !column.isEmpty();
  }
}
