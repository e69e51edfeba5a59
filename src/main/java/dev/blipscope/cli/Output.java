package dev.blipscope.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output. When it fails, that is told apart from an input that does.
final class Output extends FilterOutputStream {

  /// What was to be written cannot be.
  static final class Failed extends IOException {
    private static final long serialVersionUID = 1L;

    Failed(IOException why) {
      super(why);
    }
  }

  Output(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException why) {
      throw new Failed(why);
    }
  }
}
