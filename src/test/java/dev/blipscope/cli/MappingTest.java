package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Inputs;
import dev.blipscope.check.OddPayloads;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Doc;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The quick way through millions of payloads and the one that tells everything are the same rules:
/// what they write is the same, too.
class MappingTest {

  private static final long SEED = 20250108;

  static Stream<String> profiles() {
    return Profiles.names().stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void a_sample_becomes_the_call_that_an_inspection_shows(String profile) throws IOException {
    var ways = new Ways(profile);
    int compared = 0;
    try (var inputs = Inputs.of(List.of("sample-payloads"), InputStream.nullInputStream())) {
      for (var input = inputs.next(); input != null; input = inputs.next()) {
        if (input instanceof Inputs.Opened.Text(var name, var feed)) {
          compared += ways.compare(feed, name);
        }
      }
    }
    assertTrue(compared > 400, compared + " calls were compared");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void any_payload_becomes_the_call_that_an_inspection_shows(String profile) throws IOException {
    var ways = new Ways(profile);
    var payloads = new OddPayloads(new Random(SEED), true, true);
    for (int i = 0; i < 2_500; i++) {
      String payload = payloads.next();
      assertEquals(1, ways.compare(Feed.of(payload), "seed " + SEED + ": " + payload));
    }
  }

  /// Both ways to follow one profile.
  private record Ways(Mapping mapping, Inspector inspector) {

    Ways(Profile profile) {
      this(
          new Mapping(profile, Target.SANDBOX, null), new Inspector(profile, Target.SANDBOX, null));
    }

    Ways(String profile) {
      this(Profiles.named(profile).orElseThrow());
    }

    /// Answers how many calls both have written alike.
    int compare(Feed feed, String about) throws IOException {
      int compared = 0;
      while (true) {
        var next = mapping.step(feed, (_, _) -> {});
        String quick = mapping.out().toString();
        mapping.out().cutTo(0);
        if (next == Feed.Next.END) {
          return compared;
        }
        var call = next == Feed.Next.PAYLOAD ? inspector.inspect(feed.doc().kept()).call() : null;
        assertEquals(call == null ? "" : call.written(Doc.ROOT) + "\n", quick, about);
        compared += call == null ? 0 : 1;
      }
    }
  }
}
