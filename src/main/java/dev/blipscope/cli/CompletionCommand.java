package dev.blipscope.cli;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `blipscope completion`: the script by which bash and zsh complete our words.
@Command(name = "completion", mixinStandardHelpOptions = true, sortOptions = false)
final class CompletionCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(AutoComplete.bash("blipscope", Objects.requireNonNull(spec.root().commandLine())));
    out.flush();
  }
}
