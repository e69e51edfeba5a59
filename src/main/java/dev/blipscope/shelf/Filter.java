package dev.blipscope.shelf;

import dev.blipscope.blip.Direction;
import dev.blipscope.check.Code;
import dev.blipscope.segment.Postmark;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rows a person wants to see. Of each facet one of the chosen values is enough; where none is
/// chosen, all will do.
///
/// @param text what their text must hold, found by [Search]; blank for any
/// @param from their time at the earliest, in milliseconds since 1970; none for no bound
/// @param to their time at the latest
/// @param postmarks how far their calls came
public record Filter(
    Set<RowKind> kinds,
    Set<Direction> directions,
    Set<Via> vias,
    Set<Code> codes,
    String text,
    @Nullable Long from,
    @Nullable Long to,
    Set<Postmark> postmarks) {

  public static final Filter ALL =
      new Filter(Set.of(), Set.of(), Set.of(), Set.of(), "", null, null, Set.of());

  public Filter {
    kinds = Set.copyOf(kinds);
    directions = Set.copyOf(directions);
    vias = Set.copyOf(vias);
    codes = Set.copyOf(codes);
    postmarks = Set.copyOf(postmarks);
  }

  public Filter withKinds(Set<RowKind> other) {
    return new Filter(other, directions, vias, codes, text, from, to, postmarks);
  }

  public Filter withDirections(Set<Direction> other) {
    return new Filter(kinds, other, vias, codes, text, from, to, postmarks);
  }

  public Filter withVias(Set<Via> other) {
    return new Filter(kinds, directions, other, codes, text, from, to, postmarks);
  }

  public Filter withCodes(Set<Code> other) {
    return new Filter(kinds, directions, vias, other, text, from, to, postmarks);
  }

  public Filter withText(String other) {
    return new Filter(kinds, directions, vias, codes, other, from, to, postmarks);
  }

  public Filter withTimes(@Nullable Long earliest, @Nullable Long latest) {
    return new Filter(kinds, directions, vias, codes, text, earliest, latest, postmarks);
  }

  public Filter withPostmarks(Set<Postmark> other) {
    return new Filter(kinds, directions, vias, codes, text, from, to, other);
  }
}
