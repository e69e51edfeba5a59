package dev.blipscope.json;

/// Why a text is no JSON: the byte where it stops being JSON, and what was expected there.
public record Fault(int at, Expected expected) {}
