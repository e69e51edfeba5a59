package dev.blipscope.cli;

import dev.blipscope.capture.Feed;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blipscope map`: one Segment call a line, while it reads.
@Command(name = "map", mixinStandardHelpOptions = true, sortOptions = false)
final class MapCommand implements Callable<Integer> {

  private static final int ENOUGH_TO_WRITE = 1 << 16;
  private static final int MOST_THREADS = 64;

  @Mixin private MappingOptions options = new MappingOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      descriptionKey = "out")
  private @Nullable String output;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
  private int threads = 1;

  @Parameters(paramLabel = "FILES|DIRS|-", descriptionKey = "inputs")
  private List<String> inputs = new ArrayList<>();

  private final Shell shell;

  MapCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > MOST_THREADS) {
      shell.complain("threads.wrong", MOST_THREADS);
      return ExitCode.USAGE;
    }
    Order order;
    try {
      order = options.order(shell);
    } catch (Choices.Refused refused) {
      return refused.exitCode();
    }
    if (output == null || output.equals("-")) {
      return map(order, shell.out());
    }
    if (isInput(output)) {
      shell.complain("output.is-input", output);
      return ExitCode.USAGE;
    }
    try (var file = new FileOutputStream(output)) {
      return map(order, file);
    } catch (IOException e) {
      shell.complain("output.failed", output);
      return ExitCode.CANNOT_READ_OR_WRITE;
    }
  }

  private boolean isInput(String output) throws IOException {
    var file = FileName.path(output).filter(Files::isRegularFile).orElse(null);
    if (file == null) {
      return false;
    }
    for (String input : inputs) {
      var path = FileName.path(input).filter(Files::exists).orElse(null);
      if (path != null && Files.isSameFile(path, file)) {
        return true;
      }
    }
    return false;
  }

  private int map(Order order, OutputStream to) throws IOException {
    var complaints = new Complaints(shell);
    var progress = new Progress(shell);
    int code;
    try {
      code =
          Opening.each(
              inputs,
              shell,
              (name, feed) -> {
                mapOne(name, feed, order, to, complaints, progress);
                return ExitCode.FINE;
              });
    } finally {
      progress.finish();
      complaints.finish();
    }
    return Math.max(code, complaints.isEmpty() ? ExitCode.FINE : ExitCode.SOME_ERRORS);
  }

  private void mapOne(
      String name,
      Feed feed,
      Order order,
      OutputStream to,
      Complaints complaints,
      Progress progress)
      throws IOException {
    if (threads > 1 && ParallelMapping.isFor(name)) {
      new ParallelMapping(order, threads, name, to, complaints, progress).run();
      return;
    }
    map(order.mapping(), name, feed.withoutMends(), to, complaints, progress);
  }

  static void map(
      Mapping mapping,
      String name,
      Feed feed,
      OutputStream to,
      Complaints complaints,
      Progress progress)
      throws IOException {
    var out = mapping.out();
    Mapping.Listener listener = (place, finding) -> complaints.add(name, place, finding);
    while (mapping.step(feed, listener) != Feed.Next.END) {
      progress.step();
      if (out.size() > ENOUGH_TO_WRITE) {
        out.flushTo(to);
      }
    }
    out.flushTo(to);
  }
}
