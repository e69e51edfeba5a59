package dev.blipscope.cli;

import dev.blipscope.blip.Kind;
import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Inputs;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blipscope map`: one Segment call a line, while it reads.
@Command(name = "map", mixinStandardHelpOptions = true, sortOptions = false)
final class MapCommand implements Callable<Integer> {

  private static final int ENOUGH_TO_WRITE = 1 << 16;
  private static final int MOST_THREADS = 64;

  @Option(names = "--profile", paramLabel = "NAME|FILE", descriptionKey = "profile")
  private String profile = Profiles.DEFAULT;

  @Option(names = "--target", paramLabel = "NAME|URL", descriptionKey = "target")
  private @Nullable String target;

  @Option(names = "--receiver", paramLabel = "KIND", descriptionKey = "receiver")
  private @Nullable String receiver;

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

  /// What a run needs to know of the options.
  record Order(Profile profile, Target target, @Nullable Kind receiver) {

    Mapping mapping() {
      return new Mapping(profile, target, receiver);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > MOST_THREADS) {
      shell.complain("threads.wrong", MOST_THREADS);
      return ExitCode.USAGE;
    }
    Order order;
    try {
      var choices = new Choices(shell);
      order =
          new Order(choices.profile(profile), choices.target(target), choices.receiver(receiver));
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
    int code = ExitCode.FINE;
    try (var opened = Inputs.of(inputs.isEmpty() ? List.of("-") : inputs, shell.in())) {
      for (var input = opened.next(); input != null; input = opened.next()) {
        switch (input) {
          case Inputs.Opened.Text(var name, var feed) ->
              mapOne(name, feed, order, to, complaints, progress);
          case Inputs.Opened.Unreadable(var name, var reason) -> {
            shell.complain("unreadable." + reason.name(), name);
            code = ExitCode.CANNOT_READ_OR_WRITE;
          }
        }
      }
      Reading.tellWhatWasPassedOver(opened, shell);
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
