package dev.blipscope.cli;

import java.util.List;

/// What shows files to a person; that is all that the command line knows of it.
@FunctionalInterface
public interface Window {

  /// Shows files until the person closes the window.
  ///
  /// @param files as they were named
  /// @return whether there was a display to show them on
  boolean show(List<String> files);
}
