package dev.blipscope.cli;

import dev.blipscope.inspect.InspectionJson;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Out;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blipscope inspect`: everything that is known about each payload.
@Command(name = "inspect", mixinStandardHelpOptions = true, sortOptions = false)
final class InspectCommand implements Callable<Integer> {

  private static final int ENOUGH_TO_WRITE = 1 << 16;

  @Mixin private MappingOptions options = new MappingOptions();

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Parameters(paramLabel = "FILES|DIRS|-", descriptionKey = "inputs")
  private List<String> inputs = new ArrayList<>();

  private final Shell shell;

  InspectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    try {
      var inspector = options.order(shell).inspector();
      return json ? printJson(inspector) : printText(inspector);
    } catch (Choices.Refused refused) {
      return refused.exitCode();
    }
  }

  private int printJson(Inspector inspector) throws IOException {
    var out = new Out(1 << 17);
    var writer = new InspectionJson(shell.texts(), out);
    var reading = new Reading(shell, inspector);
    int code =
        reading.each(
            inputs,
            (origin, inspection) -> {
              writer.write(origin, inspection);
              out.add('\n');
              if (out.size() > ENOUGH_TO_WRITE || reading.isInteractive()) {
                out.flushTo(shell.out());
              }
            });
    out.flushTo(shell.out());
    return code;
  }

  private int printText(Inspector inspector) throws IOException {
    var report = new TextReport(shell);
    int code = new Reading(shell, inspector).each(inputs, report::print);
    report.finish();
    return code;
  }
}
