package dev.blipscope.mapping;

import dev.blipscope.json.Pointer;

/// A field of a call that a rule asked for and that is not there.
public record Missing(Pointer to, Absence why, Grounds grounds) {}
