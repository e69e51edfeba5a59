package dev.blipscope.shelf;

import dev.blipscope.check.Code;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found out about rows by reading them, as far as it is known by now.
///
/// @param hits the rows that hold the text that was searched for; none if there was no search
/// @param codes the rows that have a finding
/// @param postmarks how far their calls came
public record Marks(@Nullable RowSet hits, Map<Code, RowSet> codes, Postmarks postmarks) {

  public static final Marks NONE = new Marks(null, Map.of(), Postmarks.NONE);

  public Marks {
    codes = Map.copyOf(codes);
  }
}
