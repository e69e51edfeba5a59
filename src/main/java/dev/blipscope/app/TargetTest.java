package dev.blipscope.app;

import dev.blipscope.delivery.Courier;
import dev.blipscope.delivery.Exchange;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget.Tested;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/// Finds out whether a target answers. On this machine it sends a call, to another one it only
/// connects: what could tell more would be data that nobody wanted there.
final class TargetTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int HTTPS = 443;
  private static final int OK = 200;

  private final Courier.Opening couriers;
  private final LongSupplier nanos;
  private final Supplier<String> ids;

  /// @param ids makes parts of message ids that no other has
  TargetTest(Courier.Opening couriers, LongSupplier nanos, Supplier<String> ids) {
    this.couriers = couriers;
    this.nanos = nanos;
    this.ids = ids;
  }

  Tested test(Endpoint endpoint, WriteKey key) {
    return endpoint.isLoopback() ? call(endpoint, key) : connect(endpoint);
  }

  private Tested connect(Endpoint endpoint) {
    long begin = nanos.getAsLong();
    int port = endpoint.port() < 0 ? HTTPS : endpoint.port();
    var address = new InetSocketAddress(endpoint.host(), port);
    if (address.isUnresolved()) {
      return failed(Reason.UNKNOWN_HOST, endpoint);
    }
    try (var plain = new java.net.Socket()) {
      int millis = Math.toIntExact(PATIENCE.toMillis());
      plain.connect(address, millis);
      plain.setSoTimeout(millis);
      var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
      try (var secure =
          (javax.net.ssl.SSLSocket) factory.createSocket(plain, endpoint.host(), port, false)) {
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
      }
      return new Tested.Reached(since(begin), false);
    } catch (SocketTimeoutException late) {
      return failed(Reason.NO_ANSWER, endpoint);
    } catch (ConnectException refused) {
      return failed(Reason.REFUSED_CONNECTION, endpoint);
    } catch (SSLException untrusted) {
      return failed(Reason.TLS, endpoint);
    } catch (IOException broken) {
      return failed(Reason.BROKEN_OFF, endpoint);
    }
  }

  private Tested call(Endpoint endpoint, WriteKey key) {
    String id = "blipscope-test-" + ids.get();
    byte[] json =
        ("{\"type\":\"track\",\"event\":\"Blipscope Target Test\",\"anonymousId\":\"blipscope\","
                + "\"messageId\":\""
                + id
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    scanner.scan(json, 0, json.length, true);
    try (var courier = couriers.open(endpoint, key)) {
      return judged(
          courier.carry(List.of(Parcel.of("", scanner.doc().kept())), () -> {}).getFirst());
    }
  }

  private static Tested judged(Exchange exchange) {
    var answer = exchange.answer();
    var trouble = exchange.trouble();
    if (answer != null && answer.status() == OK && trouble == null) {
      return new Tested.Reached(exchange.took(), true);
    }
    if (answer != null) {
      return new Tested.NotReached(Why.of(Reason.STATUS, answer.status()));
    }
    if (trouble == null) {
      return new Tested.NotReached(Why.of(Reason.NO_ANSWER));
    }
    return new Tested.NotReached(
        Why.of(
            switch (trouble.kind()) {
              case NOT_TAKEN -> Reason.NOT_CARRIED;
              case REFUSED_CONNECTION -> Reason.REFUSED_CONNECTION;
              case UNKNOWN_HOST -> Reason.UNKNOWN_HOST;
              case TLS -> Reason.TLS;
              case NO_ANSWER -> Reason.NO_ANSWER;
              case BROKEN_OFF -> Reason.BROKEN_OFF;
              case CANCELLED -> Reason.CANCELLED;
            }));
  }

  private static Tested failed(Reason reason, Endpoint endpoint) {
    return new Tested.NotReached(Why.of(reason, endpoint.host()));
  }

  private Duration since(long begin) {
    return Duration.ofNanos(nanos.getAsLong() - begin);
  }
}
