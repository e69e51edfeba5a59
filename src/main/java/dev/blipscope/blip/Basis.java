package dev.blipscope.blip;

/// On whose word a rule stands.
public enum Basis {
  /// The vendor's pages say it.
  DOCUMENTED("documented"),
  /// They are silent, and we chose.
  ASSUMED("assumed");

  private final String word;

  Basis(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
