package dev.blipscope.harness;

import java.util.List;

/// One of the things that go wrong in the storm.
sealed interface Weather {

  /// The sandbox misbehaves, by its own scripts.
  ///
  /// @param strikes how many requests must have been struck at least, or the row proves nothing
  record Fault(String name, int strikes, List<String> scripts) implements Weather {}

  /// Nobody listens, for a while.
  record NobodyThere(String name) implements Weather {}

  /// The name of the host leads nowhere, and somebody presses Ctrl+C.
  record NoSuchName(String name) implements Weather {}

  /// Somebody listens who does not speak TLS.
  record NoTls(String name) implements Weather {}

  /// The sender is killed, and goes on with `--resume`, and is killed once more.
  record SenderKilled(String name) implements Weather {}

  /// The sandbox is killed twice, and started again with its ledger.
  record SandboxKilled(String name) implements Weather {}

  /// All of them.
  List<Weather> ALL =
      List.of(
          fault("500", 3, "500:2", "500:1:taken"),
          fault("429, Retry-After", 2, "429:2:retry-after=1"),
          fault("413, for good", 5, "413:always"),
          fault("hang", 1, "hang"),
          fault("reset after accept", 3, "reset-after-accept:3"),
          fault("slow body, too slow body", 3, "slow-body:2:pause=100", "slow-body:1:pause=1500"),
          fault("HTML with 200", 3, "html-200:2", "html-200:1:taken"),
          fault("redirect", 2, "redirect:2"),
          fault("400, for some", 9, "400:9"),
          fault("401", 2, "401:2"),
          fault("503, Retry-After", 2, "503:2:retry-after=2"),
          fault("460", 2, "460:2"),
          fault("empty 200", 3, "empty-200:2", "empty-200:1:taken"),
          fault("half-read request", 3, "reset-before-accept:3"),
          new NobodyThere("connection refused"),
          new NoSuchName("DNS failure"),
          new NoTls("TLS failure"),
          new SenderKilled("kill -9 of the sender, twice"),
          new SandboxKilled("kill -9 of the sandbox, twice"));

  private static Fault fault(String name, int strikes, String... scripts) {
    return new Fault(name, strikes, List.of(scripts));
  }

  String name();

  /// The address as a person would give it.
  default String url(int port) {
    return switch (this) {
      case NoTls _ -> "https://127.0.0.1:" + port;
      case NoSuchName _ -> "https://no-such-host.invalid";
      case Fault _, NobodyThere _, SenderKilled _, SandboxKilled _ -> calmUrl(port);
    };
  }

  /// The address when the storm is over, or the mistake in it mended.
  static String calmUrl(int port) {
    return "http://127.0.0.1:" + port;
  }
}
