package dev.blipscope.harness;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// An endpoint that refuses every request and says all of it back, and the header with the key as
/// other libraries would have sent it.
final class Parrot implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger heard = new AtomicInteger();

  Parrot(Marker marker) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          heard.addAndGet(marker.in(body).size());
          var words = new StringBuilder("Basic " + marker.basic() + "\n");
          exchange
              .getRequestHeaders()
              .forEach((name, values) -> words.append(name).append(": ").append(values));
          words.append(new String(body, StandardCharsets.UTF_8));
          byte[] answer = words.toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("X-Said", "Basic " + marker.basic());
          exchange.getResponseHeaders().set("X-Key", marker.key());
          exchange.sendResponseHeaders(401, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// How many requests had the marker in them.
  int heard() {
    return heard.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
