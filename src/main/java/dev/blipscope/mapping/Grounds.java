package dev.blipscope.mapping;

import dev.blipscope.blip.Basis;

/// On whose word a rule stands, and what it says there.
public record Grounds(Basis basis, String word) {}
