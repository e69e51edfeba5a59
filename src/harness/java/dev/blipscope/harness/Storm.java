package dev.blipscope.harness;

import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Inputs;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Sends calls through everything that can go wrong, and compares what was said of each with what
/// the ledger of the sandbox has.
final class Storm {

  private static final int REQUESTS_EACH = 4;
  private static final int MOST_AGAIN = 3;
  private static final int SHOWN = 3;
  private static final long PATIENCE_SECONDS = 120;
  private static final long BETWEEN_LOOKS = 20;
  private static final int KILLED = 137;
  private static final String ROW = "%-30s %6s %8s %8s %7s %9s %6s %6s %6s  %s";

  private final Setup setup;
  private final int count;
  private final Random dice;
  private final Home home;
  private final Path ledger;
  private final Path keyFile;
  private final Table table;
  private final Map<String, List<String>> idsByUrl = new HashMap<>();
  private final List<Slice> slices = new ArrayList<>();
  private int port;
  private int runs;

  /// The payloads that go through one kind of weather.
  ///
  /// @param from the first of them in the file of all
  private record Slice(Weather weather, Path file, int from, int size) {}

  private Storm(Setup setup, int count, long seed) throws IOException, InterruptedException {
    this.setup = setup;
    this.count = count;
    dice = new Random(seed);
    home = Home.in(setup, setup.temp().resolve("storm"));
    ledger = home.folder().resolve("ledger");
    keyFile = home.folder().resolve("key");
    Files.writeString(keyFile, WriteKey.SANDBOX.reveal());
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
    table =
        new Table(
            "Storm: %,d calls through %d kinds of trouble, seed %d"
                .formatted(count, Weather.ALL.size(), seed),
            setup.machine());
    cut(seed);
  }

  static boolean met(Setup setup, int count, long seed) throws IOException, InterruptedException {
    if (count < 10 * Weather.ALL.size()) {
      throw new Refusal("At least %d calls are needed.".formatted(10 * Weather.ALL.size()));
    }
    return new Storm(setup, count, seed).met();
  }

  /// Gives each kind of weather its part of the payloads.
  private void cut(long seed) throws IOException {
    Path all = home.folder().resolve("payloads.ndjson");
    PayloadGenerator.write(count, seed, all);
    var lines = Files.readAllLines(all);
    int kinds = Weather.ALL.size();
    for (int i = 0; i < kinds; i++) {
      int from = (int) ((long) count * i / kinds);
      int to = (int) ((long) count * (i + 1) / kinds);
      Path file = home.folder().resolve("payloads-%02d.ndjson".formatted(i));
      Files.write(file, lines.subList(from, to));
      slices.add(new Slice(Weather.ALL.get(i), file, from, to - from));
    }
  }

  private boolean met() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (var first = sandbox(List.of())) {
      port = first.port();
    }
    table.line(
        ROW.formatted(
            "",
            "calls",
            "accepted",
            "refused",
            "failed",
            "uncertain",
            "kept",
            "tries",
            "again",
            "differences"));
    var first = new ArrayList<Sent>();
    var wrong = new ArrayList<List<String>>();
    var keptThen = new ArrayList<Long>();
    for (var slice : slices) {
      var found = new ArrayList<String>();
      var sent = through(slice, found);
      first.add(sent);
      wrong.add(found);
      var ids = ids(slice, Weather.calmUrl(port));
      keptThen.add(Ledgers.keptIds(ledger).stream().filter(ids::contains).count());
    }
    var again = new ArrayList<Integer>();
    try (var _ = sandbox(List.of())) {
      for (int i = 0; i < slices.size(); i++) {
        again.add(first.get(i).allAccepted() ? 0 : again(slices.get(i), wrong.get(i)));
      }
    }
    for (int i = 0; i < slices.size(); i++) {
      row(slices.get(i), first.get(i), keptThen.get(i), again.get(i), wrong.get(i));
    }
    conclude();
    table.line("took %d s".formatted((System.nanoTime() - begin) / 1_000_000_000));
    return table.met();
  }

  private void row(Slice slice, Sent sent, long keptThen, int again, List<String> wrong) {
    table.line(
        ROW.formatted(
            slice.weather().name(),
            slice.size(),
            sent.in("accepted"),
            sent.in("refused"),
            sent.in("failed"),
            sent.in("uncertain"),
            keptThen,
            sent.tries(),
            again,
            wrong.size() + " " + table.verdict(wrong.isEmpty())));
    wrong.stream().limit(SHOWN).forEach(each -> table.line("    " + each));
  }

  private void conclude() throws IOException, InterruptedException {
    table.line("");
    var wanted = new HashSet<String>();
    for (var slice : slices) {
      wanted.addAll(ids(slice, Weather.calmUrl(port)));
    }
    var kept = Ledgers.keptIds(ledger);
    table.goal(
        "distinct ids in the ledger",
        kept.size() == count,
        "%,d of %,d".formatted(kept.size(), count));
    table.goal("they are the ids that they had before", kept.equals(wanted), "");
    table.line(
        "the ledger has %,d duplicates that were told from their first"
            .formatted(Ledgers.lines(ledger, "\"verdict\":\"duplicate\"")));
  }

  // What must be

  /// The ids that a part of the payloads has at one target; `map` shows others, for it has no key.
  private Set<String> ids(Slice slice, String url) throws IOException {
    var ids = idsByUrl.get(url);
    if (ids == null) {
      ids = calculated(url);
      idsByUrl.put(url, ids);
    }
    return new LinkedHashSet<>(ids.subList(slice.from(), slice.from() + slice.size()));
  }

  private List<String> calculated(String url) throws IOException {
    var inspector = new Inspector(Profiles.usual(), new Target(url, url, WriteKey.SANDBOX), null);
    var ids = new ArrayList<String>();
    var all = List.of(home.folder().resolve("payloads.ndjson").toString());
    try (var inputs = Inputs.of(all, InputStream.nullInputStream())) {
      if (inputs.next() instanceof Inputs.Opened.Text(_, var feed)) {
        while (feed.next() == Feed.Next.PAYLOAD) {
          var call = inspector.inspect(feed.doc().kept(), feed::placeOf).call();
          if (call != null) {
            ids.add(Parcel.of("", call).messageId());
          }
        }
      }
    }
    if (new HashSet<>(ids).size() != count) {
      throw new Refusal("The payloads do not make %,d calls of their own.".formatted(count));
    }
    return ids;
  }

  // What happens

  /// Sends a part in bad weather; what is wrong then is added.
  private Sent through(Slice slice, List<String> wrong) throws IOException, InterruptedException {
    var sent =
        switch (slice.weather()) {
          case Weather.Fault(_, var strikes, var scripts) -> struck(slice, strikes, scripts, wrong);
          case Weather.NobodyThere _ -> nobodyThere(slice, wrong);
          case Weather.NoSuchName _ -> noSuchName(slice, wrong);
          case Weather.NoTls _ -> {
            try (var _ = sandbox(List.of())) {
              yield sent(send(slice));
            }
          }
          case Weather.SenderKilled _ -> senderKilled(slice, wrong);
          case Weather.SandboxKilled _ -> sandboxKilled(slice);
        };
    wrong.addAll(
        sent.differences(
            ids(slice, slice.weather().url(port)), Ledgers.keptIds(ledger), takes(slice)));
    return sent;
  }

  private static boolean takes(Slice slice) {
    return slice.weather() instanceof Weather.Fault(_, _, var scripts)
        && scripts.stream().anyMatch(script -> script.contains("taken"));
  }

  private Sent struck(Slice slice, int strikes, List<String> scripts, List<String> wrong)
      throws IOException, InterruptedException {
    long before = Ledgers.lines(ledger, "\"detail\":\"");
    try (var _ = sandbox(scripts)) {
      var sent = sent(send(slice));
      long struck = Ledgers.lines(ledger, "\"detail\":\"") - before;
      if (struck < strikes) {
        wrong.add("only %d requests were struck".formatted(struck));
      }
      return sent;
    }
  }

  private Sent nobodyThere(Slice slice, List<String> wrong)
      throws IOException, InterruptedException {
    var sender = send(slice);
    troubled(sender);
    try (var _ = sandbox(List.of())) {
      return tried(sent(sender), wrong, 2);
    }
  }

  /// Ctrl+C, too, ends with a state for each call.
  private Sent noSuchName(Slice slice, List<String> wrong)
      throws IOException, InterruptedException {
    var sender = send(slice);
    troubled(sender);
    sender.process().destroy();
    return tried(sent(sender), wrong, 1);
  }

  /// Waits until the sender says that it has to wait.
  private static void troubled(Child sender) throws IOException, InterruptedException {
    while (sender.process().isAlive() && !Files.readString(sender.err()).contains("waiting")) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
    }
  }

  private static Sent tried(Sent sent, List<String> wrong, int least) {
    if (sent.tries() < least) {
      wrong.add("the trouble came too late");
    }
    return sent;
  }

  private Sent senderKilled(Slice slice, List<String> wrong)
      throws IOException, InterruptedException {
    // Slow answers, so that the kill comes between a request and the end of its answer.
    try (var _ = sandbox(List.of("slow-body:always:pause=50"))) {
      killed(send(slice), wrong);
      killed(resume(slice), wrong);
      return tried(sent(resume(slice)), wrong, 2);
    }
  }

  private void killed(Child sender, List<String> wrong) throws IOException, InterruptedException {
    grown(sender);
    if (sender.process().destroyForcibly().waitFor() != KILLED) {
      wrong.add("the sender ended before it was killed");
    }
  }

  private Sent sandboxKilled(Slice slice) throws IOException, InterruptedException {
    var before = sandbox(List.of());
    var sender = send(slice);
    for (int kill = 0; kill < 2; kill++) {
      grown(sender);
      before.kill();
      before = sandbox(List.of());
    }
    try (var _ = before) {
      return sent(sender);
    }
  }

  /// Waits until some more calls have arrived, and then a little.
  private void grown(Child sender) throws IOException, InterruptedException {
    long before = Files.size(ledger);
    while (Files.size(ledger) == before && sender.process().isAlive()) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
    }
    TimeUnit.MILLISECONDS.sleep(dice.nextInt(500));
  }

  /// Sends the same once more, as a person would, until all is accepted.
  private int again(Slice slice, List<String> wrong) throws IOException, InterruptedException {
    String url = Weather.calmUrl(port);
    for (int times = 1; times <= MOST_AGAIN; times++) {
      var sent = sent(start(List.of("--to", url, "--pace", "0", slice.file() + "")));
      wrong.addAll(sent.differences(ids(slice, url), Ledgers.keptIds(ledger), false));
      if (sent.allAccepted()) {
        return times;
      }
    }
    wrong.add("never accepted");
    return MOST_AGAIN;
  }

  // The programs

  private record Child(Process process, Path out, Path err) {}

  private SandboxProcess sandbox(List<String> scripts) throws IOException {
    var words = new ArrayList<>(List.of("--port", "" + port, "--ledger", ledger.toString()));
    for (String script : scripts) {
      words.addAll(List.of("--fault", script));
    }
    return new SandboxProcess(home, home.log("sandbox"), words.toArray(String[]::new));
  }

  private Child send(Slice slice) throws IOException {
    int pace = Math.max(1, slice.size() / REQUESTS_EACH);
    return start(
        List.of("--to", slice.weather().url(port), "--pace", "" + pace, slice.file() + ""));
  }

  private Child resume(Slice slice) throws IOException {
    int pace = Math.max(1, slice.size() / REQUESTS_EACH);
    return start(List.of("--to", slice.weather().url(port), "--pace", "" + pace, "--resume"));
  }

  private Child start(List<String> words) throws IOException {
    var all = new ArrayList<>(List.of("--lang", "en", "send", "--yes", "--json"));
    all.addAll(List.of("--key-file", keyFile.toString()));
    all.addAll(words);
    runs++;
    Path out = home.log("send-%02d.out".formatted(runs));
    Path err = home.log("send-%02d.err".formatted(runs));
    var process =
        home.blipscope(all).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new Child(process, out, err);
  }

  private static Sent sent(Child child) throws IOException, InterruptedException {
    if (!child.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      child.process().destroyForcibly().waitFor();
      throw new Refusal("The sender did not end.");
    }
    return Sent.of(
        child.process().exitValue(), Files.readString(child.out(), StandardCharsets.UTF_8));
  }
}
