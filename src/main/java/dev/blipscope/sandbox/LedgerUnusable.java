package dev.blipscope.sandbox;

import java.io.IOException;

/// The file that should be the ledger's cannot be.
public final class LedgerUnusable extends IOException {

  private static final long serialVersionUID = 1L;

  /// What is wrong with it.
  public enum Problem {
    /// It holds something else, which must not be touched.
    NO_LEDGER,
    /// Another sandbox writes to it.
    IN_USE
  }

  private final Problem problem;

  LedgerUnusable(Problem problem) {
    super(problem.name());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
