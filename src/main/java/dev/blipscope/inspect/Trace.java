package dev.blipscope.inspect;

import dev.blipscope.mapping.Grounds;
import dev.blipscope.mapping.Provenance;
import java.util.List;

/// The story of one value of a call.
///
/// @param to where in the call it stands
/// @param from the values of the payload that it came from
/// @param start where in the written call it begins
/// @param end where it ends there
public record Trace(
    String to, Provenance story, List<Spot> from, Grounds grounds, int start, int end) {
  public Trace {
    from = List.copyOf(from);
  }
}
