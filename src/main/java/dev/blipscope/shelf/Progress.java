package dev.blipscope.shelf;

/// How far something is that looks at all rows.
public record Progress(int done, int of) {

  public boolean isDone() {
    return done == of;
  }
}
