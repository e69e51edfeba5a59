package dev.blipscope.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person should know about a payload or its call.
///
/// @param words what its text speaks of, in the order of its placeholders
/// @param breakage of a text that is not the JSON that it should be: where it breaks
public record Finding(
    Code code, Severity severity, Where where, List<String> words, @Nullable Breakage breakage) {

  public Finding {
    words = List.copyOf(words);
  }

  static Finding of(Code code, Where where, String... words) {
    return new Finding(code, code.usual(), where, List.of(words), null);
  }

  Finding as(Severity other) {
    return new Finding(code, other, where, words, breakage);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
