package dev.blipscope.session;

import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Shown;
import org.jspecify.annotations.Nullable;

/// An inspection as it is shown: beside what was found out, the texts of the payload and its call.
///
/// @param call the call laid out; none if the payload becomes none
public record Explained(Inspection inspection, Shown payload, @Nullable Shown call) {}
