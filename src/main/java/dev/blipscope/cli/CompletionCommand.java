package dev.blipscope.cli;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `blipscope completion`: the script by which bash and zsh complete our words.
@Command(name = CompletionCommand.NAME, mixinStandardHelpOptions = true, sortOptions = false)
final class CompletionCommand implements Runnable {

  static final String NAME = "completion";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(AutoComplete.bash("blipscope", Objects.requireNonNull(spec.root().commandLine())));
    out.flush();
  }
}
