package dev.blipscope.inspect;

/// Where a payload was found.
///
/// @param source the name of the file or stream
/// @param index the number of the payload in it, from 1
/// @param line the line on which the payload begins, from 1
/// @param recognised the form of the input, in words
public record Origin(String source, int index, int line, String recognised) {}
