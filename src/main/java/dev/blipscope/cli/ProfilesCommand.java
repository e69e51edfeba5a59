package dev.blipscope.cli;

import dev.blipscope.mapping.ProfileReader;
import dev.blipscope.mapping.Profiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blipscope profiles`: the built-in profiles, and a check of one's own.
@Command(name = "profiles", mixinStandardHelpOptions = true, sortOptions = false)
final class ProfilesCommand implements Callable<Integer> {

  private final Shell shell;

  private ProfilesCommand(Shell shell) {
    this.shell = shell;
  }

  static CommandLine line(Shell shell) {
    return new CommandLine(new ProfilesCommand(shell))
        .addSubcommand(new ListCommand(shell))
        .addSubcommand(new ShowCommand(shell))
        .addSubcommand(new CheckCommand(shell));
  }

  /// Without a word behind it the command lists.
  @Override
  public Integer call() throws IOException {
    return new ListCommand(shell).call();
  }

  /// `blipscope profiles list`: the names of the built-in profiles.
  @Command(name = "list", mixinStandardHelpOptions = true)
  private static final class ListCommand implements Callable<Integer> {

    private final Shell shell;

    ListCommand(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
      for (String name : Profiles.names()) {
        shell
            .out()
            .write(
                (name + "  " + shell.message("profiles." + name) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
      }
      return ExitCode.FINE;
    }
  }

  /// `blipscope profiles show`: the file of a built-in profile, or the schema of all profiles.
  @Command(name = "show", mixinStandardHelpOptions = true)
  private static final class ShowCommand implements Callable<Integer> {

    @Option(names = "--schema", descriptionKey = "schema")
    private boolean schema;

    @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "profileName")
    private String name = Profiles.DEFAULT;

    private final Shell shell;

    ShowCommand(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
      if (schema) {
        shell.out().write(Profiles.schema());
        return ExitCode.FINE;
      }
      var file = Profiles.file(name);
      if (file.isEmpty()) {
        shell.complain("profile.unknown", name, String.join(", ", Profiles.names()));
        return ExitCode.USAGE;
      }
      shell.out().write(file.get());
      return ExitCode.FINE;
    }
  }

  /// `blipscope profiles check`: whether a profile file can be used, and if not, why.
  @Command(name = "check", mixinStandardHelpOptions = true)
  private static final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "profileFile")
    private String file = "";

    private final Shell shell;

    CheckCommand(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
      byte[] bytes;
      try {
        var path = FileName.path(file).orElse(null);
        if (path == null || !Files.isRegularFile(path)) {
          boolean there = path != null && Files.exists(path);
          shell.complain(there ? "unreadable.NOT_A_FILE" : "unreadable.MISSING", file);
          return ExitCode.CANNOT_READ_OR_WRITE;
        }
        bytes = Files.readAllBytes(path);
      } catch (IOException e) {
        shell.complain("unreadable.FAILED", file);
        return ExitCode.CANNOT_READ_OR_WRITE;
      }
      return switch (ProfileReader.read(bytes)) {
        case ProfileReader.Result.Read(var profile) -> {
          shell
              .out()
              .write(
                  (shell.message("profile.good", file, profile.name()) + "\n")
                      .getBytes(StandardCharsets.UTF_8));
          yield ExitCode.FINE;
        }
        case ProfileReader.Result.Faulty(var problems) -> {
          for (var problem : problems) {
            shell.err().println(ProfileProblems.line(shell, file, problem));
          }
          yield ExitCode.SOME_ERRORS;
        }
      };
    }
  }
}
