package dev.blipscope.cli;

import dev.blipscope.blip.Kind;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.mapping.Profile;
import dev.blipscope.segment.Target;
import org.jspecify.annotations.Nullable;

/// What a person ordered: by which profile and for which target payloads become calls.
///
/// @param receiver the kind that the receiver's URL is kept for, if it is
record Order(Profile profile, Target target, @Nullable Kind receiver) {

  Mapping mapping() {
    return new Mapping(profile, target, receiver);
  }

  Inspector inspector() {
    return new Inspector(profile, target, receiver);
  }
}
