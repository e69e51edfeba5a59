package dev.blipscope.cli;

import dev.blipscope.blip.Kind;
import dev.blipscope.delivery.AnalyticsCourier;
import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Outbox;
import dev.blipscope.delivery.Pace;
import dev.blipscope.delivery.Postman;
import dev.blipscope.delivery.Tries;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.sandbox.Sandbox;
import dev.blipscope.sandbox.SandboxSettings;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blipscope send`: sends the calls of payloads, and says what became of each.
@Command(name = "send", mixinStandardHelpOptions = true, sortOptions = false)
final class SendCommand implements Callable<Integer> {

  private static final int FASTEST = 100_000;

  @Mixin private SendTarget to = new SendTarget();

  @Option(names = "--profile", paramLabel = "NAME|FILE", descriptionKey = "profile")
  private String profile = Profiles.DEFAULT;

  @Option(names = "--receiver", paramLabel = "KIND", descriptionKey = "receiver")
  private @Nullable String receiver;

  @Option(names = "--new-ids", descriptionKey = "newIds")
  private boolean newIds;

  @Option(names = "--pace", paramLabel = "N", descriptionKey = "pace")
  private int pace = Pace.USUAL.perSecond();

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean yes;

  @Option(names = "--json", descriptionKey = "sendJson")
  private boolean json;

  @Option(names = "--resume", descriptionKey = "resume")
  private boolean resume;

  @Option(names = "--discard", descriptionKey = "discard")
  private boolean discard;

  @Parameters(paramLabel = "FILES|DIRS|-", descriptionKey = "inputs")
  private List<String> inputs = new ArrayList<>();

  private final Shell shell;
  private final Path folder;
  private final SplittableRandom dice = new SplittableRandom();
  private int code = ExitCode.FINE;

  /// @param folder where what was sent is kept
  SendCommand(Shell shell, Path folder) {
    this.shell = shell;
    this.folder = folder;
  }

  /// How the payloads become calls.
  private record How(Profile profile, @Nullable Kind receiver) {}

  @Override
  public Integer call() throws IOException {
    try {
      if (pace < 0 || pace > FASTEST) {
        throw to.refused(shell, "send.pace.wrong", FASTEST);
      }
      var choices = new Choices(shell);
      var how = new How(choices.profile(profile), choices.receiver(receiver));
      var target = to.target(shell, inputs);
      try (var outbox = outbox()) {
        return send(outbox, how, target);
      }
    } catch (Choices.Refused refused) {
      return refused.exitCode();
    }
  }

  private Outbox outbox() throws Choices.Refused {
    try {
      var opened = Outbox.open(folder, InstantSource.system());
      if (opened.isPresent()) {
        return opened.get();
      }
    } catch (IOException _) {
      shell.complain("send.outbox.failed", folder);
      throw new Choices.Refused(ExitCode.CANNOT_READ_OR_WRITE);
    }
    shell.complain("send.busy");
    throw new Choices.Refused(ExitCode.CANNOT_READ_OR_WRITE);
  }

  private int send(Outbox outbox, How how, Target target) throws IOException, Choices.Refused {
    var unfinished = outbox.unfinished();
    if (discard) {
      return discard(outbox, unfinished);
    }
    if (resume) {
      return resume(outbox, unfinished, target);
    }
    if (!unfinished.isEmpty()) {
      unfinished.forEach(each -> tellUnfinished("send.unfinished", each));
      return ExitCode.SOME_ERRORS;
    }
    var consignment = posted(outbox, new Order(how.profile(), target, how.receiver()));
    return consignment.isEmpty()
        ? Math.max(code, ExitCode.SOME_ERRORS)
        : Math.max(code, deliver(outbox, consignment.get(), target));
  }

  private void tellUnfinished(String key, Consignment each) {
    shell.complain(key, each.open().size(), each.endpoint(), each.made());
  }

  private int discard(Outbox outbox, List<Consignment> unfinished) throws IOException {
    for (var each : unfinished) {
      int before = each.open().size();
      outbox.discard(each);
      shell.complain("send.discarded", before);
    }
    if (unfinished.isEmpty()) {
      shell.complain("send.unfinished.none");
    }
    return ExitCode.FINE;
  }

  private int resume(Outbox outbox, List<Consignment> unfinished, Target target)
      throws IOException {
    if (unfinished.isEmpty()) {
      shell.complain("send.unfinished.none");
    }
    for (var each : unfinished) {
      if (!each.endpoint().equals(target.endpoint())) {
        tellUnfinished("send.unfinished", each);
        tellUnfinished("send.unfinished.other", each);
        code = ExitCode.SOME_ERRORS;
      } else if (target.isSandbox() || isConfirmed("send.resume", words(each))) {
        shell.complain("send.resumed", each.open().size());
        code = Math.max(code, deliver(outbox, each, target));
      } else {
        code = ExitCode.SOME_ERRORS;
      }
    }
    return code;
  }

  private static Object[] words(Consignment each) {
    return new Object[] {each.open().size(), each.endpoint(), each.target(), each.made()};
  }

  // What is sent

  /// Takes what is to be sent into the outbox, once it is confirmed: what lies there can be sent by
  /// `--resume`.
  ///
  /// @return nothing if it is not to be sent
  private Optional<Consignment> posted(Outbox outbox, Order order) throws IOException {
    var target = order.target();
    if (target.isSandbox() || yes) {
      var reading = new SendReading(shell, order, newIds);
      var consignment = outbox.fill(target, into -> reading.read(inputs, into));
      code = reading.code();
      if (consignment.size() == 0) {
        shell.complain("send.nothing");
      }
      return Optional.of(consignment).filter(each -> each.size() > 0);
    }
    var first = new SendReading(shell, order, newIds);
    first.read(inputs, _ -> {});
    code = first.code();
    var load = first.load();
    if (load.calls() == 0) {
      shell.complain("send.nothing");
      return Optional.empty();
    }
    if (!isConfirmed("send", load.calls(), target.endpoint(), load.personal())) {
      return Optional.empty();
    }
    var second = new SendReading(shell.silent(), order, newIds);
    var consignment = outbox.fill(target, into -> second.read(inputs, into));
    if (!second.load().equals(load)) {
      outbox.discard(consignment);
      shell.complain("send.changed");
      return Optional.empty();
    }
    return Optional.of(consignment);
  }

  /// Asks a person; who cannot be asked has said it before.
  ///
  /// @param what begins the keys of the messages
  private boolean isConfirmed(String what, Object... words) throws IOException {
    if (yes) {
      return true;
    }
    if (!shell.errIsTerminal() || to.readsStandardInput() || readsStandardInput()) {
      shell.complain(what + ".unasked", words);
      shell.complain("send.cancelled");
      return false;
    }
    if (!to.endpoint().isKnown()) {
      shell.complain("send.question.unknown", to.endpoint().url());
    }
    shell.complain(what + ".question", words);
    shell.err().print(shell.message("send.question.answer"));
    shell.err().flush();
    var answer = new StringBuilder();
    for (int next = shell.in().read(); next >= 0 && next != '\n'; next = shell.in().read()) {
      answer.append((char) next);
    }
    boolean confirmed = answer.toString().strip().equals(shell.message("send.yes"));
    if (!confirmed) {
      shell.complain("send.cancelled");
    }
    return confirmed;
  }

  private boolean readsStandardInput() {
    return !resume && (inputs.isEmpty() || inputs.contains("-"));
  }

  // Sending

  /// Sends, and says what became of it; Ctrl+C, too, waits until it is said.
  private int deliver(Outbox outbox, Consignment consignment, Target target) throws IOException {
    var postman = postman(outbox);
    var over = new CountDownLatch(1);
    var hook = new Thread(() -> cancel(postman, over));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      deliver(postman, consignment, target);
      return conclude(outbox, consignment);
    } finally {
      over.countDown();
      remove(hook);
    }
  }

  private Postman postman(Outbox outbox) {
    return new Postman(
        outbox,
        AnalyticsCourier.opening(InstantSource.system(), System::nanoTime),
        new Pace(pace),
        Tries.USUAL,
        new Postman.World(
            InstantSource.system(), System::nanoTime, dice::nextDouble, SendCommand::pass),
        new SendProgress(shell));
  }

  private void deliver(Postman postman, Consignment consignment, Target target) throws IOException {
    if (!target.isSandbox()) {
      postman.deliver(consignment, target.writeKey(), to.endpoint());
      return;
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var sandbox = Sandbox.start(SandboxSettings.onPort(0), threads, InstantSource.system())) {
      if (Endpoint.read(sandbox.address().toString()) instanceof Endpoint.Answer.Good(var own)) {
        postman.deliver(consignment, WriteKey.SANDBOX, own);
      }
      tell(sandbox);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It is the hook that ended us.
    }
  }

  private static boolean pass(Duration time, CountDownLatch unless) {
    try {
      var _ = unless.await(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Ctrl+C: what waits is failed, and is on the disk as that, before the program ends.
  private static void cancel(Postman postman, CountDownLatch over) {
    postman.cancel();
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  // What is said

  private void tell(Sandbox sandbox) {
    var totals = sandbox.ledger().totals();
    shell.complain("send.sandbox", totals.kept(), totals.dropped(), totals.duplicates());
    totals
        .reasons()
        .forEach(
            (reason, count) ->
                shell.complain(
                    "send.sandbox.dropped",
                    count,
                    shell.message("sandbox.reason." + reason.name())));
  }

  private int conclude(Outbox outbox, Consignment consignment) throws IOException {
    new SendReport(shell, outbox, consignment).print(json);
    return consignment.tally().accepted() == consignment.size()
        ? ExitCode.FINE
        : ExitCode.SOME_ERRORS;
  }
}
