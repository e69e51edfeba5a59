package dev.blipscope.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.capture.Feed;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What arrives is what is shown, through the real library, for every sample.
class ShownIsSentTest {

  private static final Path SAMPLES = Path.of("sample-payloads");

  private static List<Path> samples() throws IOException {
    try (Stream<Path> all = Files.walk(SAMPLES)) {
      return all.filter(file -> file.toString().endsWith("json"))
          .filter(file -> !file.toString().endsWith(".expected.json"))
          .sorted()
          .toList();
    }
  }

  private static List<Parcel> shown(Inspector inspector) throws IOException {
    var shown = new ArrayList<Parcel>();
    for (Path sample : samples()) {
      var feed = Feed.of(Files.readAllBytes(sample));
      for (var next = feed.next(); next != Feed.Next.END; next = feed.next()) {
        if (next == Feed.Next.PAYLOAD) {
          var call = inspector.inspect(feed.doc().kept()).call();
          if (call != null) {
            shown.add(Parcel.of(sample.toString(), call));
          }
        }
      }
    }
    return shown;
  }

  @ParameterizedTest
  @ValueSource(strings = {"documented", "idiomatic"})
  void every_sample_arrives_to_the_letter(String profile) throws IOException {
    var inspector = new Inspector(Profiles.named(profile).orElseThrow(), Target.SANDBOX, null);
    var fitness = new Fitness();
    var shown =
        shown(inspector).stream().filter(parcel -> fitness.refusal(parcel) == null).toList();
    assertTrue(shown.size() > 300, shown.size() + " samples");

    try (var server = new StandIn();
        var courier =
            AnalyticsCourier.opening(InstantSource.system(), System::nanoTime)
                .open(server.endpoint(), WriteKey.SANDBOX)) {
      courier.carry(shown, () -> {});

      assertEquals(shown.stream().map(Parcel::call).toList(), server.calls());
    }
  }
}
