package dev.blipscope.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Uses the program under a trace of its system calls, with no target chosen, and looks whether it
/// speaks to anybody outside this machine, or looks up a name.
record Silence(Setup setup, Home home, Table table) {

  private static final int PAYLOADS = 2_000;
  private static final String SESSIONS = "3";
  private static final long PATIENCE_MINUTES = 10;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:connect|sendto|sendmsg|sendmmsg)\\(.*(?:inet_addr\\(|inet_pton\\(AF_INET6, )"
              + "\"([^\"]+)\"");
  private static final Pattern OWN = Pattern.compile("127\\..*|::1|::ffff:127\\..*");
  private static final Pattern LOOK_UP =
      Pattern.compile("\"/etc/(?:resolv\\.conf|hosts)\"|htons\\(53\\)");

  static boolean met(Setup setup) throws IOException, InterruptedException {
    var table = new Table("Silence: no target chosen, system calls traced", setup.machine());
    return new Silence(setup, Home.in(setup, setup.temp().resolve("silence")), table).met();
  }

  private boolean met() throws IOException, InterruptedException {
    String samples = setup.project().resolve("sample-payloads").toString();
    Path made = home.folder().resolve("payloads.ndjson");
    PayloadGenerator.write(PAYLOADS, 1, made);
    Path profile = home.folder().resolve("profile.json");
    silent("inspect", "inspect", samples, made.toString());
    silent("inspect --json", "inspect", "--json", samples);
    silent("map", "map", "--threads", "2", samples, made.toString());
    silent("map --target US", "map", "--target", "https://api.segment.io", made.toString());
    silent("verify", "verify", samples);
    silent("profiles list", "profiles", "list");
    silent("profiles show", "profiles", "show", "idiomatic");
    Files.copy(home.log("profiles show.out"), profile);
    silent("profiles check", "profiles", "check", profile.toString());
    silent("map --profile", "map", "--profile", profile.toString(), made.toString());
    silent("send, to the sandbox", "send", "--pace", "0", made.toString());
    silent("help", "send", "--help");
    window();
    prove();
    return table.met();
  }

  private void silent(String name, String... words) throws IOException, InterruptedException {
    silent(name, home.blipscope(List.of(words)).command());
  }

  /// Plays on everything that the window has.
  private void window() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(home.folder().resolve("monkey"));
    var command = setup.window("dev.blipscope.app.Monkey", folder.toString(), SESSIONS);
    command.add(1, "-Duser.home=" + folder);
    silent("the window", command);
    try (var said = Files.lines(home.log("the window.out"))) {
      said.filter(line -> line.contains("sessions without")).forEach(table::line);
    }
  }

  private void silent(String name, List<String> command) throws IOException, InterruptedException {
    var trace = trace(name, command);
    var spoken = addresses(trace);
    var lookedUp = lookUps(trace);
    table.goal(
        name,
        !trace.isEmpty() && spoken.isEmpty() && lookedUp.isEmpty(),
        "%,d calls, %d to others, %d look-ups"
            .formatted(trace.size(), spoken.size(), lookedUp.size()));
    Stream.concat(spoken.stream(), lookedUp.stream())
        .distinct()
        .limit(3)
        .forEach(each -> table.line("    " + each));
  }

  /// What it should find, it finds. To connect a datagram socket sends nothing.
  private void prove() throws IOException, InterruptedException {
    var spoken = trace("proof", List.of("bash", "-c", "exec 3<>/dev/udp/192.0.2.1/9"));
    table.goal("who speaks to another machine is found", addresses(spoken).size() == 1, "");
    var asked = trace("proof", List.of("getent", "ahosts", "no-such-host.invalid"));
    table.goal("who looks up a name is found", !lookUps(asked).isEmpty(), "");
  }

  /// The system calls that open files or have to do with sockets.
  private List<String> trace(String name, List<String> command)
      throws IOException, InterruptedException {
    Path trace = home.log(name + ".trace");
    var all =
        new ArrayList<>(
            List.of("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%network,openat", "-o"));
    all.add(trace.toString());
    all.addAll(command);
    Process process;
    try {
      process =
          home.at(new ProcessBuilder(all))
              .redirectOutput(home.log(name + ".out").toFile())
              .redirectError(home.log(name + ".err").toFile())
              .start();
    } catch (IOException missing) {
      throw new Refusal("strace is missing.");
    }
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroy();
      throw new Refusal("It did not end: " + name);
    }
    if (Files.notExists(trace) || Files.size(trace) == 0) {
      throw new Refusal("strace cannot trace here: " + Files.readString(home.log(name + ".err")));
    }
    try (var lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
      return lines.toList();
    }
  }

  private static List<String> addresses(List<String> trace) {
    return trace.stream()
        .map(ADDRESS::matcher)
        .filter(found -> found.find() && !OWN.matcher(found.group(1)).matches())
        .map(found -> found.group())
        .toList();
  }

  private static List<String> lookUps(List<String> trace) {
    return trace.stream().filter(line -> LOOK_UP.matcher(line).find()).toList();
  }
}
