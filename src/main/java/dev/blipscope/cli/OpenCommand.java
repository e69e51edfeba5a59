package dev.blipscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `blipscope open`: files in the window, as the desktop asks for it.
@Command(name = "open", mixinStandardHelpOptions = true, sortOptions = false)
final class OpenCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILES|DIRS", descriptionKey = "files")
  private List<String> files = new ArrayList<>();

  private final Shell shell;
  private final Window window;

  OpenCommand(Shell shell, Window window) {
    this.shell = shell;
    this.window = window;
  }

  @Override
  public Integer call() {
    if (window.show(files)) {
      return ExitCode.FINE;
    }
    shell.complain("no-display");
    return ExitCode.CANNOT_READ_OR_WRITE;
  }
}
