package dev.blipscope.cli;

/// What the program says to the shell when it ends.
public final class ExitCode {

  /// All was fine.
  public static final int FINE = 0;

  /// Some payload could not be mapped, or its call would be lost; or something differs.
  public static final int SOME_ERRORS = 1;

  /// The command line was wrong.
  public static final int USAGE = 2;

  /// Something could not be read or written.
  public static final int CANNOT_READ_OR_WRITE = 3;

  private ExitCode() {}
}
