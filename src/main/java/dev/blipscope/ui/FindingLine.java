package dev.blipscope.ui;

import dev.blipscope.check.Severity;

/// A finding as a person reads it.
///
/// @param number which one it is, from 0
/// @param place where: the pointer, or line and column of what is broken
/// @param why why it matters
/// @param remedy what to do about it
public record FindingLine(
    int number,
    Severity severity,
    String code,
    String place,
    String what,
    String why,
    String remedy) {}
