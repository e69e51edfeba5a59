package dev.blipscope.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Lives through a day with a write key that nobody had before, and looks for it everywhere.
final class Keys implements AutoCloseable {

  private static final int PAYLOADS = 40;
  private static final long PATIENCE_SECONDS = 120;
  private static final long BETWEEN_LOOKS = 20;
  private static final int KILLED = 137;
  private static final int CRASHED = 134;
  private static final int ENDED = 143;

  private final Marker marker = Marker.anew();
  private final Home home;
  private final Path keyFile;
  private final Path payloads;
  private final Path ledger;
  private final Table table;
  private final Lookout lookout = new Lookout(marker);
  private final ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger strangers = new AtomicInteger();
  private int steps;

  private Keys(Setup setup) throws IOException, InterruptedException {
    home = Home.in(setup, setup.temp().resolve("home"));
    // The only place where it may be is no part of what is searched.
    keyFile = Files.createDirectories(setup.temp().resolve("secret")).resolve("key");
    Files.writeString(keyFile, marker.key() + "\n");
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
    payloads = home.folder().resolve("payloads.ndjson");
    PayloadGenerator.write(PAYLOADS, 1, payloads);
    ledger = home.folder().resolve("ledger");
    table = new Table("Keys: one key, one day, a search everywhere", setup.machine());
    Thread.startVirtualThread(this::count);
  }

  static boolean met(Setup setup) throws IOException, InterruptedException {
    try (var keys = new Keys(setup)) {
      return keys.met();
    }
  }

  /// Whoever comes here followed a redirect.
  private void count() {
    try {
      while (true) {
        try (var socket = elsewhere.accept()) {
          strangers.incrementAndGet();
        }
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private boolean met() throws IOException, InterruptedException {
    day();
    table.line("");
    long arrived = Ledgers.lines(ledger, "\"knownKey\":true");
    table.goal("it reaches its endpoint", arrived > 0, "%d calls came with it".formatted(arrived));
    table.goal(
        "a redirect does not take it elsewhere", strangers.get() == 0, strangers + " connections");
    long crashes =
        Marker.files(home.folder()).stream()
            .filter(file -> file.getFileName().toString().startsWith("hs_err"))
            .count();
    table.goal("there are crash files to be searched", crashes == 2, crashes + "");
    var files = Marker.files(home.folder());
    search(home.folder(), "%d files of the home folder".formatted(files.size()));
    search(traces(), "traces of Java in the system's temporary folder");
    table.goal(
        "arguments and environment, %,d looks".formatted(lookout.looks()),
        lookout.found().isEmpty(),
        lookout.found().size() + " found");
    lookout.found().forEach(each -> table.line("    " + each));
    prove();
    return table.met();
  }

  private void search(Path folder, String name) throws IOException {
    var found = marker.below(folder);
    table.goal(name, found.isEmpty(), found.size() + " found");
    found.forEach(each -> table.line("    " + each));
  }

  /// Where Java itself leaves something, wherever its temporary folder is.
  private static Path traces() {
    return Path.of("/tmp/hsperfdata_" + System.getProperty("user.name"));
  }

  /// What is put there must be found, or the search says nothing.
  private void prove() throws IOException, InterruptedException {
    Path planted = home.state().resolve("planted");
    Files.writeString(planted, "x" + marker.key() + "x" + marker.basic());
    table.goal("planted in a file, it is found", marker.below(home.folder()).size() == 2, "");
    Files.delete(planted);
    var builder = home.at(new ProcessBuilder("sleep", "5"));
    builder.environment().put("PLANTED", marker.key());
    var inEnvironment = builder.start();
    var asArgument = home.at(new ProcessBuilder("sh", "-c", "sleep 5", marker.key())).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (lookout.found().size() < 2 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
    }
    inEnvironment.destroy();
    asArgument.destroy();
    table.goal("planted in a child, it is found", lookout.found().size() == 2, "");
  }

  // The day

  private void day() throws IOException, InterruptedException {
    String here = calm();
    troubles();
    crashes();
    unreachable(here);
    try (var parrot = new Parrot(marker)) {
      step("said back", 1, send(parrot.address(), "--lang", "pt-BR"));
      step("said back, --json", 1, send(parrot.address(), "--json"));
      table.goal("the parrot heard it", parrot.heard() >= 2, "");
    }
  }

  private String calm() throws IOException, InterruptedException {
    try (var sandbox = sandbox()) {
      String here = sandbox.address();
      step("sent", 0, send(here));
      step("sent again, --json", 0, send(here, "--json"));
      step("new ids", 0, send(here, "--new-ids", "--lang", "pt-BR"));
      step("nobody confirms", 1, words("send", "--to", here, "--key-file", keyFile + ""));
      var fromInput =
          home.blipscope(words("send", "--to", here, "--yes", "--key-file", "-"))
              .redirectInput(keyFile.toFile());
      ended("the key from standard input", 0, started(fromInput));
      step("mapped", 0, List.of("map", "--target", here, payloads + ""));
      step("inspected", 0, List.of("inspect", "--json", "--target", here, payloads + ""));
      step("no TLS there", 1, send(here.replace("http:", "https:"), "--json"));
      step("a wrong address", 2, send(here + "/v1"));
      return here;
    }
  }

  private void troubles() throws IOException, InterruptedException {
    struck("500, 429, 460", 0, "500:1", "429:1:retry-after=1", "460:1");
    struck("broken off, a page", 0, "reset-after-accept", "reset-before-accept", "html-200");
    struck("slow, empty, 503", 0, "slow-body:1:pause=50", "empty-200", "503:1:retry-after=1");
    struck("413", 1, "413:always");
    struck("400", 1, "400:always");
    struck("401", 1, "401:always");
    struck("a redirect", 1, "redirect:always:http://127.0.0.1:" + elsewhere.getLocalPort() + "/");
  }

  private void struck(String name, int exit, String... faults)
      throws IOException, InterruptedException {
    try (var sandbox = sandbox(faults)) {
      step(name, exit, send(sandbox.address(), "--json"));
    }
  }

  private void crashes() throws IOException, InterruptedException {
    int port;
    try (var sandbox = sandbox("hang:2")) {
      port = sandbox.port();
      var first = onTheWire(sandbox);
      first.process().destroyForcibly();
      ended("kill -9 on the wire", KILLED, first);
      var second = started(home.blipscope(resume(sandbox.address())));
      crash("a crash on the wire", second, sandbox, 2);
    }
    try (var sandbox = sandbox(port, "hang")) {
      step("nobody confirms to go on", 1, unconfirmed(sandbox.address()));
      var third = started(home.blipscope(resume(sandbox.address())));
      untilStruck(1);
      new ProcessBuilder("kill", "-SEGV", "" + sandbox.handle().pid()).start().waitFor();
      sandbox.handle().onExit().join();
      third.process().destroy();
      ended("the sandbox crashes, then Ctrl+C", ENDED, third);
    }
  }

  private Child onTheWire(SandboxProcess sandbox) throws IOException, InterruptedException {
    var child = started(home.blipscope(send(sandbox.address(), "--json")));
    untilStruck(1);
    return child;
  }

  private void crash(String name, Child child, SandboxProcess sandbox, int struck)
      throws IOException, InterruptedException {
    untilStruck(struck);
    new ProcessBuilder("kill", "-SEGV", "" + child.process().pid()).start().waitFor();
    ended(name, CRASHED, child);
  }

  private long struckBefore;

  /// Waits until so many requests hang.
  private void untilStruck(int requests) throws IOException, InterruptedException {
    while (Ledgers.lines(ledger, "\"detail\":\"hang") < struckBefore + requests) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
    }
  }

  private void unreachable(String here) throws IOException, InterruptedException {
    for (String nowhere : List.of(here, "https://no-such-host.invalid")) {
      var child = started(home.blipscope(send(nowhere, "--json")));
      while (child.process().isAlive() && !Files.readString(child.err()).contains("waiting")) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
      }
      child.process().destroy();
      ended("nobody at " + nowhere + ", Ctrl+C", ENDED, child);
    }
  }

  // The programs

  private record Child(Process process, Path err) {}

  private SandboxProcess sandbox(String... faults) throws IOException {
    return sandbox(0, faults);
  }

  private SandboxProcess sandbox(int port, String... faults) throws IOException {
    struckBefore = Files.exists(ledger) ? Ledgers.lines(ledger, "\"detail\":\"hang") : 0;
    var words = new ArrayList<>(List.of("--port", "" + port, "--ledger", ledger.toString()));
    words.addAll(List.of("--write-key-file", keyFile.toString()));
    for (String fault : faults) {
      words.addAll(List.of("--fault", fault));
    }
    steps++;
    return new SandboxProcess(
        home, home.log("%02d-sandbox".formatted(steps)), words.toArray(String[]::new));
  }

  private List<String> send(String to, String... more) {
    var words = new ArrayList<>(List.of("send", "--to", to, "--yes"));
    words.addAll(List.of("--key-file", keyFile.toString()));
    words.addAll(List.of(more));
    words.add(payloads.toString());
    return words;
  }

  private List<String> words(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add(payloads.toString());
    return all;
  }

  private List<String> unconfirmed(String to) {
    return List.of("send", "--resume", "--json", "--to", to, "--key-file", keyFile.toString());
  }

  private List<String> resume(String to) {
    var words = new ArrayList<>(unconfirmed(to));
    words.add("--yes");
    return words;
  }

  private void step(String name, int exit, List<String> words)
      throws IOException, InterruptedException {
    ended(name, exit, started(home.blipscope(words)));
  }

  private Child started(ProcessBuilder builder) throws IOException {
    steps++;
    Path err = home.log("%02d.err".formatted(steps));
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process =
        builder
            .redirectOutput(home.log("%02d.out".formatted(steps)).toFile())
            .redirectError(err.toFile())
            .start();
    return new Child(process, err);
  }

  private void ended(String name, int exit, Child child) throws InterruptedException {
    if (!child.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      child.process().destroyForcibly().waitFor();
    }
    int found = child.process().exitValue();
    table.goal(name, found == exit, "exit code " + found);
  }

  @Override
  public void close() throws IOException {
    lookout.close();
    elsewhere.close();
  }
}
