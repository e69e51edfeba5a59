package dev.blipscope.ui;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers its last answer, for what is asked with each session that is shown and changes with
/// few of them.
final class LastAnswer<T, R> implements Function<T, R> {

  private final Function<T, R> work;
  private @Nullable T asked;
  private @Nullable R answer;

  /// @param work finds the answer, which hangs on nothing else than the question
  LastAnswer(Function<T, R> work) {
    this.work = work;
  }

  @Override
  public R apply(T question) {
    var known = answer;
    if (known == null || !question.equals(asked)) {
      known = Objects.requireNonNull(work.apply(question));
      answer = known;
      asked = question;
    }
    return known;
  }
}
