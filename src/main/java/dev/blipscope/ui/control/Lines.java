package dev.blipscope.ui.control;

/// A text of many lines, read line by line where it is looked at.
public interface Lines {

  int count();

  /// One line without its line end, counted from 0. It is asked for on the JavaFX thread, and by a
  /// search on another.
  String line(int index);
}
