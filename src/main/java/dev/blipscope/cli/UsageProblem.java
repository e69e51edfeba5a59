package dev.blipscope.cli;

import dev.blipscope.json.Plain;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells in the person's language what is wrong with a command line; the library speaks English.
final class UsageProblem {

  private UsageProblem() {}

  static String in(ParameterException wrong, Shell shell) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched ->
          shell.message(
              unmatched.isUnknownOption() ? "usage.option" : "usage.word",
              unmatched.getUnmatched().getFirst());
      case MissingParameterException missing ->
          missing.getMissing().stream()
              .map(
                  part ->
                      shell.message(
                          part.isOption() ? "usage.without-value" : "usage.missing", name(part)))
              .collect(Collectors.joining(" "));
      case OverwrittenOptionException twice ->
          shell.message("usage.twice", name(twice.getOverwritten()));
      default -> {
        var part = wrong.getArgSpec();
        String value = wrong.getValue();
        yield part == null || value == null
            ? Plain.brief(String.valueOf(wrong.getMessage()))
            : shell.message("usage.value", value, name(part));
      }
    };
  }

  private static String name(ArgSpec part) {
    return part instanceof OptionSpec option ? option.longestName() : part.paramLabel();
  }
}
