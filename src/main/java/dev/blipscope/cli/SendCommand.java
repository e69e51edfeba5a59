package dev.blipscope.cli;

import dev.blipscope.blip.Kind;
import dev.blipscope.check.Finding;
import dev.blipscope.delivery.AnalyticsCourier;
import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Outbox;
import dev.blipscope.delivery.Pace;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.delivery.Postman;
import dev.blipscope.delivery.Tries;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.sandbox.Sandbox;
import dev.blipscope.sandbox.SandboxSettings;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `blipscope send`: sends the calls of payloads, and says what became of each.
@Command(name = "send", mixinStandardHelpOptions = true, sortOptions = false)
final class SendCommand implements Callable<Integer> {

  private static final int FASTEST = 100_000;
  private static final int MARK_LETTERS = 10;

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
  private int personal;
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
    var consignment = outbox.fill(target, into -> read(how, target, into));
    if (consignment.size() == 0) {
      shell.complain("send.nothing");
      return Math.max(code, ExitCode.SOME_ERRORS);
    }
    if (!target.isSandbox() && !isConfirmed(consignment, target)) {
      outbox.discard(consignment);
      shell.complain("send.cancelled");
      return ExitCode.SOME_ERRORS;
    }
    deliver(outbox, consignment, target);
    return Math.max(code, conclude(outbox, consignment));
  }

  private void tellUnfinished(String key, Consignment each) {
    var tally = each.tally();
    int open = tally.all() - tally.accepted() - tally.refused();
    shell.complain(key, open, each.endpoint(), each.made());
  }

  private int discard(Outbox outbox, List<Consignment> unfinished) throws IOException {
    for (var each : unfinished) {
      int before = each.tally().queued() + each.tally().uncertain();
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
      } else {
        shell.complain("send.resumed", each.size());
        deliver(outbox, each, target);
        code = Math.max(code, conclude(outbox, each));
      }
    }
    return code;
  }

  // What is sent

  private void read(How how, Target target, Consumer<Parcel> into) throws IOException {
    var order = new Order(how.profile(), target, how.receiver());
    var complaints = new Complaints(shell);
    int read =
        new Reading(shell, order.inspector())
            .each(
                inputs,
                (origin, inspection) -> {
                  var call = inspection.call();
                  inspection.findings().stream()
                      .filter(finding -> finding.code().family().equals("privacy"))
                      .forEach(_ -> personal++);
                  if (call != null) {
                    into.accept(parcel(origin.source() + ":" + origin.line(), inspection, call));
                  } else {
                    code = ExitCode.SOME_ERRORS;
                    complain(complaints, origin.source(), origin.line(), inspection);
                  }
                });
    complaints.finish();
    code = Math.max(code, read == ExitCode.CANNOT_READ_OR_WRITE ? read : ExitCode.FINE);
  }

  private static void complain(
      Complaints complaints, String source, int line, Inspection inspection) {
    inspection.findings().stream()
        .filter(Finding::isError)
        .findFirst()
        .ifPresent(finding -> complaints.add(source, new Place(line, 1, 0), finding));
  }

  private Parcel parcel(String place, Inspection inspection, Doc call) {
    var parcel = newIds ? Parcel.anew(place, call, mark()) : Parcel.of(place, call);
    return inspection.isDoomed()
        ? parcel.refused(CallState.Why.of(CallState.Reason.DOOMED))
        : parcel;
  }

  private String mark() {
    return dice.ints(MARK_LETTERS, 0, 36)
        .mapToObj(digit -> Character.toString(Character.forDigit(digit, 36)))
        .reduce("", String::concat);
  }

  private boolean isConfirmed(Consignment consignment, Target target) throws IOException {
    if (yes) {
      return true;
    }
    int calls = consignment.tally().queued();
    if (!shell.errIsTerminal() || to.readsStandardInput() || inputs.contains("-")) {
      shell.complain("send.unasked", calls, target.endpoint(), personal);
      return false;
    }
    if (!to.endpoint().isKnown()) {
      shell.complain("send.question.unknown", target.endpoint());
    }
    shell.complain("send.question", calls, target.endpoint(), personal);
    shell.err().print(shell.message("send.question.answer"));
    shell.err().flush();
    var answer = new StringBuilder();
    for (int next = shell.in().read(); next >= 0 && next != '\n'; next = shell.in().read()) {
      answer.append((char) next);
    }
    return answer.toString().strip().equals(shell.message("send.yes"));
  }

  // Sending

  private void deliver(Outbox outbox, Consignment consignment, Target target) throws IOException {
    if (!target.isSandbox()) {
      deliver(outbox, consignment, target.writeKey(), to.endpoint());
      return;
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var sandbox = Sandbox.start(SandboxSettings.onPort(0), threads, InstantSource.system())) {
      if (Endpoint.read(sandbox.address().toString()) instanceof Endpoint.Answer.Good(var own)) {
        deliver(outbox, consignment, WriteKey.SANDBOX, own);
      }
      tell(sandbox);
    }
  }

  private void deliver(Outbox outbox, Consignment consignment, WriteKey key, Endpoint endpoint) {
    var postman =
        new Postman(
            outbox,
            AnalyticsCourier.opening(InstantSource.system(), System::nanoTime),
            new Pace(pace),
            Tries.USUAL,
            new Postman.World(
                InstantSource.system(), System::nanoTime, dice::nextDouble, SendCommand::pass),
            new SendProgress(shell));
    var over = new CountDownLatch(1);
    var hook = new Thread(() -> cancel(postman, over));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      postman.deliver(consignment, key, endpoint);
    } finally {
      over.countDown();
    }
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
