package dev.blipscope.segment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An address that takes calls, checked before any library sees it: analytics-java turns one that
/// it cannot read into production.
///
/// @param host as it is written in a URL, so an IPv6 address has its brackets
/// @param port the port; -1 for the usual one of the scheme
public record Endpoint(String scheme, String host, int port) {

  public static final Endpoint US = new Endpoint("https", "api.segment.io", -1);
  public static final Endpoint EU = new Endpoint("https", "events.eu1.segmentapis.com", -1);

  private static final int LAST_PORT = 65_535;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// What a text that should be an address turned out to be.
  public sealed interface Answer {

    record Good(Endpoint endpoint) implements Answer {}

    /// No address.
    ///
    /// @param suggestion the one that was probably meant; none if nobody can tell
    record Bad(Problem problem, @Nullable String suggestion) implements Answer {}
  }

  /// Why a text is no address of an endpoint.
  public enum Problem {
    EMPTY,
    NO_SCHEME,
    WRONG_SCHEME,
    /// Plain http to another machine would show the key to everybody on the way.
    PLAIN_HTTP,
    NO_HOST,
    /// A name or password before the host.
    USER_INFO,
    BAD_PORT,
    /// The libraries add the path themselves.
    PATH,
    QUERY,
    UNREADABLE
  }

  /// Reads what a person wrote.
  public static Answer read(String text) {
    String written = text.strip();
    if (written.isEmpty()) {
      return bad(Problem.EMPTY, null);
    }
    if (!written.contains("://")) {
      return withoutScheme(written);
    }
    try {
      return read(new URI(written));
    } catch (URISyntaxException _) {
      return bad(Problem.UNREADABLE, null);
    }
  }

  private static Answer withoutScheme(String written) {
    for (String scheme : new String[] {"https://", "http://"}) {
      if (read(scheme + written) instanceof Answer.Good(var endpoint)
          && (scheme.equals("https://") ? !endpoint.isLoopback() : true)) {
        return bad(Problem.NO_SCHEME, endpoint.url());
      }
    }
    return bad(Problem.NO_SCHEME, null);
  }

  private static Answer read(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return bad(Problem.WRONG_SCHEME, null);
    }
    if (uri.getRawUserInfo() != null) {
      return bad(Problem.USER_INFO, null);
    }
    String host = uri.getHost();
    if (host == null || host.isEmpty() || host.endsWith(".")) {
      return bad(Problem.NO_HOST, null);
    }
    var endpoint = of(scheme, host.toLowerCase(Locale.ROOT), uri.getPort());
    if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
      return bad(Problem.BAD_PORT, null);
    }
    if (scheme.equals("http") && !endpoint.isLoopback()) {
      return bad(Problem.PLAIN_HTTP, of("https", endpoint.host, endpoint.port).url());
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return bad(Problem.QUERY, endpoint.url());
    }
    String path = uri.getRawPath();
    return path == null || path.isEmpty()
        ? new Answer.Good(endpoint)
        : bad(Problem.PATH, endpoint.url());
  }

  private static Answer bad(Problem problem, @Nullable String suggestion) {
    return new Answer.Bad(problem, suggestion);
  }

  private static Endpoint of(String scheme, String host, int port) {
    int usual = scheme.equals("https") ? 443 : 80;
    return new Endpoint(scheme, host, port == usual ? -1 : port);
  }

  /// Whether it is on this machine.
  public boolean isLoopback() {
    return LOOPBACK.contains(host);
  }

  /// Whether it needs no second look: this machine, or Segment itself.
  public boolean isKnown() {
    return isLoopback() || equals(US) || equals(EU);
  }

  /// The address without a path, as Segment's libraries for Java want it.
  public String url() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }
}
