package dev.blipscope.ui.control;

import org.fxmisc.richtext.model.StyledDocument;

/// The text of an editor as it was at one moment, which costs nothing to take.
public final class Snapshot {

  private final long version;
  private final StyledDocument<?, ?, ?> document;

  Snapshot(long version, StyledDocument<?, ?, ?> document) {
    this.version = version;
    this.document = document;
  }

  /// Grows with each change of the text, by the user or not.
  public long version() {
    return version;
  }

  /// The whole text, its lines divided by `\n`. To put a big text together takes longer than a key
  /// may take: ask for it away from the JavaFX thread.
  public String text() {
    return document.getText();
  }
}
