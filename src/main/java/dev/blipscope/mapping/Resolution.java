package dev.blipscope.mapping;

/// What became of a source: a value with its story, or the story of its absence.
sealed interface Resolution {

  record Present(Value value, Provenance story) implements Resolution {}

  record Absent(Absence why) implements Resolution {}
}
