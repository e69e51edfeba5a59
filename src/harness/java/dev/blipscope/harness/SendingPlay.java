package dev.blipscope.harness;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import dev.blipscope.delivery.AnalyticsCourier;
import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Outbox;
import dev.blipscope.delivery.Pace;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.delivery.Postman;
import dev.blipscope.delivery.Tries;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Sends the same made-up calls once with our postman and outbox, or once with analytics-java as it
/// comes; prints the seconds from the first call to the last answer.
final class SendingPlay {

  private static final String TEXT = "Olá, gostaria de saber sobre o meu pedido. ".repeat(12);

  private SendingPlay() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int count = Integer.parseInt(args[1]);
    long begin = System.nanoTime();
    if (args[0].equals("library")) {
      library(count, args[2]);
    } else {
      postman(count, args[2], Path.of(args[3]));
    }
    System.out.println((System.nanoTime() - begin) / 1e9);
    System.exit(0);
  }

  private static void library(int count, String url) throws InterruptedException {
    var over = new CountDownLatch(count);
    var callback =
        new Callback() {
          @Override
          public void success(Message message) {
            over.countDown();
          }

          @Override
          public void failure(Message message, Throwable why) {
            over.countDown();
          }
        };
    var analytics =
        Analytics.builder(WriteKey.SANDBOX.reveal()).endpoint(url).callback(callback).build();
    for (int i = 0; i < count; i++) {
      analytics.enqueue(
          TrackMessage.builder("Message Received")
              .messageId("library-" + i)
              .userId("u" + i % 1_000)
              .properties(Map.of("number", i, "content", TEXT)));
    }
    analytics.flush();
    over.await();
  }

  private static void postman(int count, String url, Path folder) throws IOException {
    var endpoint =
        Endpoint.read(url) instanceof Endpoint.Answer.Good(var good) ? good : Endpoint.US;
    try (var outbox = Outbox.open(folder, InstantSource.system()).orElseThrow()) {
      var consignment =
          outbox.fill(
              Target.SANDBOX,
              into -> {
                for (int i = 0; i < count; i++) {
                  into.accept(parcel(i));
                }
              });
      var postman =
          new Postman(
              outbox,
              AnalyticsCourier.opening(InstantSource.system(), System::nanoTime),
              Pace.NONE,
              Tries.USUAL,
              new Postman.World(
                  InstantSource.system(), System::nanoTime, Math::random, (_, _) -> true),
              new Silent());
      postman.deliver(consignment, WriteKey.SANDBOX, endpoint);
      if (consignment.tally().accepted() != count) {
        throw new IOException("not all were accepted: " + consignment.tally());
      }
    }
  }

  private static Parcel parcel(int i) {
    String id = "postman-" + i;
    return new Parcel(
        id,
        "made up",
        "{\"type\":\"track\",\"messageId\":\""
            + id
            + "\",\"timestamp\":\"2026-11-21T10:00:00.000Z\",\"userId\":\"u"
            + i % 1_000
            + "\",\"event\":\"Message Received\",\"properties\":{\"number\":"
            + i
            + ",\"content\":\""
            + TEXT
            + "\"}}",
        null);
  }

  private static final class Silent implements Postman.Listener {
    @Override
    public void moved(Consignment consignment, int call, CallState state) {}

    @Override
    public void waits(Consignment consignment, Duration time, CallState.Why why) {}
  }
}
