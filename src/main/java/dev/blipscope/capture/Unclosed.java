package dev.blipscope.capture;

import java.io.FilterInputStream;
import java.io.InputStream;

/// A stream that others own: its reader does not close it.
final class Unclosed extends FilterInputStream {

  Unclosed(InputStream stream) {
    super(stream);
  }

  @Override
  public void close() {}
}
