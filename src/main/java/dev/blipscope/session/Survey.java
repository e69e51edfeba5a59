package dev.blipscope.session;

import dev.blipscope.check.Code;
import dev.blipscope.shelf.Cause;
import dev.blipscope.shelf.Progress;
import dev.blipscope.shelf.RowSet;
import java.util.List;
import java.util.Map;

/// What is to be said about everything that is there, as far as it was looked at.
///
/// @param version the number of the last wish
/// @param causes why there are findings, the gravest first
/// @param codes the payloads that have each finding
public record Survey(long version, List<Cause> causes, Map<Code, RowSet> codes, Progress progress) {

  static final Survey NONE = new Survey(0, List.of(), Map.of(), new Progress(0, 0));

  public Survey {
    causes = List.copyOf(causes);
    codes = Map.copyOf(codes);
  }

  /// The same, while it is worked out anew.
  Survey again() {
    return new Survey(version + 1, causes, codes, progress);
  }

  /// Nothing, as at the beginning.
  Survey erased() {
    return new Survey(version + 1, NONE.causes, NONE.codes, NONE.progress);
  }

  /// What was found out; an older wish does not count any more.
  Survey knowing(Survey other) {
    return other.version == version ? other : this;
  }
}
