package dev.blipscope.capture;

import java.io.IOException;

/// A place for the bytes of payloads that stand nowhere as they are: in a compressed file, in the
/// string of another payload. One thread appends, others may read what was appended before.
public interface Store extends Bytes {

  /// Keeps some bytes.
  ///
  /// @return where they begin in the store
  /// @throws Full if there is no room for them; then nothing was kept
  long append(byte[] bytes, int from, int length) throws IOException;

  /// There is no room for more.
  final class Full extends IOException {

    private static final long serialVersionUID = 1;

    public Full(long limit) {
      super("the store holds at most " + limit + " bytes");
    }
  }
}
