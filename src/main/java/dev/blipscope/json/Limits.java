package dev.blipscope.json;

/// How much one JSON value may ask of us before it is refused with a clear message.
///
/// @param depth containers inside each other
/// @param tokens names and values together
/// @param number characters of one number
/// @param string bytes of one string, as it is written between its quotes
/// @param name bytes of one member name, as it is written between its quotes
/// @param size bytes of the whole value
public record Limits(int depth, int tokens, int number, int string, int name, int size) {

  /// Far above anything Blip sends, far below what would hurt the machine. A name is told again in
  /// the pointer of each value below it, and in columns, so its limit is lower than a string's.
  public static final Limits USUAL = new Limits(256, 1_000_000, 1_000, 20 << 20, 10_000, 50 << 20);

  // So that the index of a value, four numbers a token, fits into one array.
  private static final int MOST_TOKENS = 1 << 28;

  public Limits {
    if (depth < 1 || tokens < 1 || number < 1 || string < 1 || name < 1 || size < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
    if (tokens > MOST_TOKENS) {
      throw new IllegalArgumentException("the limit of tokens is at most " + MOST_TOKENS);
    }
  }
}
