package dev.blipscope.segment;

/// Why nobody can say what becomes of a column: Segment's own pages disagree, or are silent.
public enum Dispute {
  /// Segment fills a column of this name itself. The field is discarded (schema page), likely
  /// dropped (Redshift FAQ), or gets a `_` before its name (Redshift page).
  RESERVED_NAME("reserved-name"),
  /// Several fields of one call want the column, and no page says which one gets it.
  SHARED("shared"),
  /// An array becomes text, and the only printed example has lost its inner quotes.
  ARRAY_TEXT("array-text"),
  /// The calls have values of several types here. The type is that of the first value that comes
  /// in, of the latest one in its batch (both on the schema page), or of the first one of each
  /// hour (comparison page).
  TYPE("type");

  private final String word;

  Dispute(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
