package dev.blipscope.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes back to the sender. Nothing of what came is in it.
///
/// @param type what the body is; none if it is empty
record Answer(int status, @Nullable String type, String body, Map<String, String> headers) {

  static final int OK = 200;

  static final Answer SUCCESS = json(OK, "{\"success\":true}", Map.of());
  static final Answer NOT_KEPT = json(500, "{\"success\":false}", Map.of());
  static final Answer NOTHING = new Answer(OK, null, "", Map.of());
  static final Answer PAGE =
      new Answer(
          OK,
          "text/html; charset=utf-8",
          "<!DOCTYPE html><title>Wi-Fi</title><p>Sign in to go on.\n",
          Map.of());

  /// Where a redirect leads that names no other place: nothing answers there but 404.
  static final String ELSEWHERE = "/elsewhere";

  private static Answer json(int status, String body, Map<String, String> headers) {
    return new Answer(status, "application/json", body, headers);
  }

  static Answer refusing(Reading.Refused refused) {
    int status = refused.status();
    return switch (status) {
      case 400 -> json(status, "{\"success\":false}", Map.of());
      case 405 -> new Answer(status, null, "", Map.of("Allow", "POST"));
      default -> new Answer(status, null, "", Map.of());
    };
  }

  static Answer failing(int status, @Nullable Integer retryAfter) {
    String wait = String.valueOf(retryAfter);
    // Segment is documented to send both.
    return json(
        status,
        "{\"success\":false}",
        retryAfter == null ? Map.of() : Map.of("Retry-After", wait, "X-RateLimit-Reset", wait));
  }

  static Answer redirecting(int status, String to) {
    return new Answer(status, null, "", Map.of("Location", to.isEmpty() ? ELSEWHERE : to));
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /// Sends all but the body.
  void begin(HttpExchange exchange) throws IOException {
    var sent = exchange.getResponseHeaders();
    headers.forEach(sent::set);
    if (type != null) {
      sent.set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : bytes().length);
  }
}
