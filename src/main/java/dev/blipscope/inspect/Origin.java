package dev.blipscope.inspect;

import dev.blipscope.json.Place;

/// Where a payload was found.
///
/// @param source the name of the file or stream
/// @param index the number of the payload in it, from 1
/// @param start where in it the payload begins
/// @param recognised the form of the input, in words
public record Origin(String source, int index, Place start, String recognised) {

  /// The origin of a payload of which only the line is known.
  public Origin(String source, int index, int line, String recognised) {
    this(source, index, new Place(line, 1, 0), recognised);
  }

  /// The line on which the payload begins, from 1.
  public int line() {
    return start.line();
  }
}
