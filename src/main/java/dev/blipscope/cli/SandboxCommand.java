package dev.blipscope.cli;

import dev.blipscope.json.Out;
import dev.blipscope.sandbox.Entry;
import dev.blipscope.sandbox.FaultScript;
import dev.blipscope.sandbox.LedgerUnusable;
import dev.blipscope.sandbox.Sandbox;
import dev.blipscope.sandbox.SandboxSettings;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `blipscope sandbox`: plays Segment on this machine until somebody ends it.
@Command(name = "sandbox", mixinStandardHelpOptions = true, sortOptions = false)
final class SandboxCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
  private int port;

  @Option(names = "--ledger", paramLabel = "FILE", descriptionKey = "ledger")
  private @Nullable String ledger;

  @Option(names = "--fault", paramLabel = "SCRIPT", descriptionKey = "fault")
  private List<String> faults = new ArrayList<>();

  @Option(names = "--write-key-file", paramLabel = "FILE|-", descriptionKey = "keyFile")
  private @Nullable String keyFile;

  @Option(names = "--json", descriptionKey = "ledgerJson")
  private boolean json;

  private final Shell shell;
  private final PrintStream out;
  private final CountDownLatch ended = new CountDownLatch(1);

  SandboxCommand(Shell shell) {
    this.shell = shell;
    this.out = new PrintStream(shell.out(), false, StandardCharsets.UTF_8);
  }

  @Override
  public Integer call() throws IOException {
    SandboxSettings settings;
    try {
      settings = settings();
    } catch (Choices.Refused refused) {
      return refused.exitCode();
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var sandbox = Sandbox.start(settings, threads, InstantSource.system())) {
      return play(sandbox);
    } catch (SocketException taken) {
      shell.complain("sandbox.port.taken", port);
    } catch (LedgerUnusable unusable) {
      shell.complain("sandbox.ledger." + unusable.problem(), String.valueOf(ledger));
    } catch (IOException failed) {
      shell.complain("output.failed", String.valueOf(ledger));
    }
    return ExitCode.CANNOT_READ_OR_WRITE;
  }

  // What was asked for

  private SandboxSettings settings() throws Choices.Refused {
    if (port < 0 || port > LAST_PORT) {
      throw refused(ExitCode.USAGE, "sandbox.port.wrong", LAST_PORT);
    }
    var settings = SandboxSettings.onPort(port).failing(scripts());
    if (keyFile != null) {
      settings = settings.knowing(new KeyFile(keyFile).read(shell));
    }
    if (ledger == null) {
      return settings;
    }
    var path = FileName.path(ledger).orElse(null);
    if (path == null) {
      throw refused(ExitCode.CANNOT_READ_OR_WRITE, "output.failed", ledger);
    }
    return settings.writing(path);
  }

  private List<FaultScript> scripts() throws Choices.Refused {
    var scripts = new ArrayList<FaultScript>();
    for (String fault : faults) {
      switch (FaultScript.read(fault)) {
        case FaultScript.Answer.Good(var script) -> scripts.add(script);
        case FaultScript.Answer.Bad(var problem, var word) ->
            throw refused(ExitCode.USAGE, "sandbox.fault." + problem, fault, word);
      }
    }
    return scripts;
  }

  private Choices.Refused refused(int exitCode, String key, Object... words) {
    shell.complain(key, words);
    return new Choices.Refused(exitCode);
  }

  // What is said

  private int play(Sandbox sandbox) {
    var gone = new CountDownLatch(1);
    var hook = new Thread(() -> end(gone));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      var words = json ? shell.err() : out;
      introduce(sandbox, words);
      sandbox.ledger().listen(json ? this::printJson : this::print);
      ended.await();
    } catch (InterruptedException _) {
      // Somebody in the same program ends it, as a test does.
    }
    try {
      sandbox.close();
    } catch (IOException failed) {
      shell.complain("output.failed", String.valueOf(ledger));
    }
    int code = conclude(sandbox);
    gone.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It is the hook that ended us.
    }
    return code;
  }

  /// Ctrl+C: waits until all is said.
  private void end(CountDownLatch gone) {
    ended.countDown();
    try {
      gone.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void introduce(Sandbox sandbox, PrintStream words) {
    String key = WriteKey.SANDBOX.reveal();
    words.println(shell.message("sandbox.listens", sandbox.address()));
    words.println(shell.message("sandbox.key", key));
    if (keyFile != null) {
      words.println(shell.message("sandbox.key.more", keyFile));
    }
    words.println(shell.message("sandbox.java", key, sandbox.address()));
    words.println(shell.message("sandbox.curl", key, sandbox.address()));
    for (var script : sandbox.faults().left()) {
      words.println(shell.message("sandbox.plays", script.text()));
    }
    words.println();
    words.flush();
  }

  private void printJson(List<Entry> entries) {
    var lines = new Out(1 << 12);
    entries.forEach(entry -> entry.writeTo(lines));
    try {
      lines.flushTo(shell.out());
      shell.out().flush();
    } catch (IOException lost) {
      ended.countDown();
    }
  }

  private void print(List<Entry> entries) {
    var text = new LedgerText(shell);
    entries.forEach(entry -> out.println(text.line(entry)));
    if (out.checkError()) {
      ended.countDown();
    }
  }

  private int conclude(Sandbox sandbox) {
    var totals = sandbox.ledger().totals();
    var words = json ? shell.err() : out;
    words.println(
        shell.message(
            "sandbox.totals",
            totals.requests(),
            totals.calls(),
            totals.kept(),
            totals.dropped(),
            totals.duplicates()));
    words.flush();
    return ExitCode.FINE;
  }
}
