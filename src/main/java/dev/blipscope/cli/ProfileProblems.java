package dev.blipscope.cli;

import dev.blipscope.json.Plain;
import dev.blipscope.mapping.ProfileProblem;

/// Tells what is wrong with a profile file.
final class ProfileProblems {

  private ProfileProblems() {}

  /// File, line, column, the rule as a pointer, and a sentence.
  static String line(Shell shell, String file, ProfileProblem problem) {
    return Plain.text(file)
        + ":"
        + problem.place().line()
        + ":"
        + problem.place().column()
        + ": "
        + (problem.rule().isEmpty() ? "" : Plain.text(problem.rule()) + ": ")
        + shell.texts().what(problem);
  }
}
