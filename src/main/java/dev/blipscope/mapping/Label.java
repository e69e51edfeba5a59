package dev.blipscope.mapping;

import dev.blipscope.json.Out;

/// A name as it is written in a call, with its quotes and its colon.
final class Label {

  private final byte[] written;

  private Label(byte[] written) {
    this.written = written;
  }

  static Label of(String name) {
    return new Label(new Out(name.length() + 4).quoted(name).add(':').toBytes());
  }

  void writeTo(Out out) {
    out.add(written);
  }
}
