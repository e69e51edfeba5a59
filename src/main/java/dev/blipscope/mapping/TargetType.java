package dev.blipscope.mapping;

import java.util.Arrays;
import java.util.Optional;

/// The type that a rule wants its value to have.
public enum TargetType {
  TEXT("text"),
  NUMBER("number"),
  BOOLEAN("boolean"),
  /// A moment, in UTC with milliseconds.
  INSTANT("instant");

  private final String written;

  TargetType(String written) {
    this.written = written;
  }

  /// How a profile writes it.
  public String written() {
    return written;
  }

  static Optional<TargetType> of(String written) {
    return Arrays.stream(values()).filter(type -> type.written.equals(written)).findFirst();
  }
}
