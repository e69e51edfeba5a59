package dev.blipscope.check;

/// How much a finding matters.
public enum Severity {
  /// Segment or the warehouse would lose it.
  ERROR("error"),
  WARNING("warning"),
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
