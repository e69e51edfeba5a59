package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks that `map` and the Node script do the same job: equal calls, whose ids alone may differ.
record SameCalls(Setup setup, Path payloads) {

  private static final int COUNT = 20_000;
  private static final List<String> MEMBERS =
      List.of("type", "event", "userId", "timestamp", "properties", "traits");
  private static final Pattern MESSAGE_ID = Pattern.compile("blip-[0-9a-f]{32}");

  static void check(Setup setup, Table table, long seed) throws IOException, InterruptedException {
    Path payloads = setup.temp().resolve("same.ndjson");
    PayloadGenerator.write(COUNT, seed, payloads);
    var difference = new SameCalls(setup, payloads).firstDifference();
    table.goal(
        "map makes the calls of the Node script",
        difference.isEmpty(),
        difference.orElse("%,d calls compared".formatted(COUNT)));
  }

  private Optional<String> firstDifference() throws IOException, InterruptedException {
    Path ours = output("ours.ndjson", setup.blipscope(List.of(), "map", payloads.toString()));
    Path theirs = output("theirs.ndjson", setup.node(payloads));
    try (var mapped = Json.in(Files.newInputStream(ours));
        var scripted = Json.in(Files.newInputStream(theirs))) {
      for (int number = 1; number <= COUNT; number++) {
        var a = mapped.next();
        var b = scripted.next();
        if (a.isEmpty() || b.isEmpty()) {
          return Optional.of("call %d is missing".formatted(number));
        }
        var member = difference(a.get(), b.get());
        if (member.isPresent()) {
          return Optional.of("call %d differs in %s".formatted(number, member.get()));
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<String> difference(Json ours, Json theirs) {
    if (!MESSAGE_ID.matcher(ours.at("messageId").text()).matches()) {
      return Optional.of("the form of messageId");
    }
    if (ours.at("anonymousId").exists() != theirs.at("anonymousId").exists()) {
      return Optional.of("having an anonymousId");
    }
    return MEMBERS.stream().filter(m -> !ours.at(m).equals(theirs.at(m))).findFirst();
  }

  private Path output(String name, List<String> command) throws IOException, InterruptedException {
    Path out = setup.temp().resolve(name);
    Run.into(out, setup, command).expecting(0, 1);
    return out;
  }
}
