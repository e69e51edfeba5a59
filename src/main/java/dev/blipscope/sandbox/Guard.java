package dev.blipscope.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.blipscope.json.Plain;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lets in what speaks to this machine by its own name and is no page in a browser. The server of
/// the JDK checks none of that.
final class Guard {

  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final List<String> PROTOCOLS = List.of("HTTP/1.1", "HTTP/1.0");
  private static final int LONGEST_PATH = 100;

  private Guard() {}

  /// Why a request is not let in; none if it is.
  static Reading.@Nullable Refused refusal(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    if (!PROTOCOLS.contains(exchange.getProtocol())) {
      return new Reading.Refused(400, Matter.PROTOCOL, "");
    }
    if (!namesThisMachine(headers) || exchange.getRequestURI().isAbsolute()) {
      return new Reading.Refused(403, Matter.HOST, "");
    }
    if (isFromBrowser(headers)) {
      return new Reading.Refused(403, Matter.BROWSER, "");
    }
    if (way(exchange) == null) {
      return new Reading.Refused(404, Matter.NOT_FOUND, "");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return new Reading.Refused(405, Matter.METHOD, "");
    }
    return null;
  }

  /// Another name may be one that an attacker made lead here.
  private static boolean namesThisMachine(Headers headers) {
    var hosts = headers.getOrDefault("Host", List.of());
    return hosts.size() == 1 && OWN_NAME.matcher(hosts.getFirst()).matches();
  }

  private static boolean isFromBrowser(Headers headers) {
    return headers.containsKey("Origin")
        || !headers.getOrDefault("Sec-fetch-site", List.of("none")).equals(List.of("none"));
  }

  static @Nullable Way way(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    return path == null ? null : Way.of(path);
  }

  /// The path as the ledger shows it: a known one, or what is safe to show of another.
  static String shown(HttpExchange exchange) {
    var way = way(exchange);
    String path = exchange.getRequestURI().getRawPath();
    if (way != null || path == null) {
      return way == null ? "" : way.path();
    }
    // Whatever is as long as a write key might be one.
    return Plain.brief(path.replaceAll("[A-Za-z0-9_.~%-]{20,}", "…"), LONGEST_PATH);
  }
}
