package dev.blipscope.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the body of a request turned out to be.
sealed interface Reading {

  /// Calls that are answered with 200.
  ///
  /// @param matter what there is to say about all of them together; none if nothing
  record Calls(List<Draft> drafts, boolean knownKey, @Nullable Matter matter) implements Reading {
    public Calls {
      drafts = List.copyOf(drafts);
    }
  }

  /// Nothing that is taken.
  record Refused(int status, Matter matter, String detail) implements Reading {}
}
