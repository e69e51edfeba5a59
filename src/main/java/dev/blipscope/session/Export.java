package dev.blipscope.session;

/// What is written to a file for others.
///
/// @param masked whether personal data is replaced by placeholders
public record Export(Form form, boolean masked, Extent extent) {

  /// What the file holds.
  public enum Form {
    CALLS,
    BATCH,
    FIELDS,
    FINDINGS,
    PAYLOADS,
    REPORT
  }

  /// Of which payloads.
  public enum Extent {
    SELECTED,
    SHOWN
  }
}
