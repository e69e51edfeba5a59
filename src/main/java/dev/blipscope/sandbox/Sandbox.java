package dev.blipscope.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// A server on this machine that behaves as Segment's HTTP Tracking API is documented to, and keeps
/// a ledger of what Segment would do with each call.
public final class Sandbox implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final int WAITING_CONNECTIONS = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  static {
    // The server reads them once, when its first class loads. In seconds, whatever its page says.
    setUnlessSet("sun.net.httpserver.maxReqTime", "10");
    setUnlessSet("sun.net.httpserver.maxReqHeaderSize", "65536");
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    setUnlessSet("jdk.httpserver.maxConnections", "1024");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private final List<HttpServer> servers = new ArrayList<>();
  private final Ledger ledger;
  private final Faults faults;
  private final Clerk clerk;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Sandbox(Ledger ledger, Faults faults, Clerk clerk) {
    this.ledger = ledger;
    this.faults = faults;
    this.clerk = clerk;
  }

  /// Opens the ledger, then the port.
  ///
  /// @param threads where each request gets a thread of its own
  /// @throws LedgerUnusable if the file cannot be a ledger
  /// @throws java.net.BindException if the port is taken
  public static Sandbox start(SandboxSettings settings, Executor threads, InstantSource clock)
      throws IOException {
    var ledger = Ledger.open(settings.ledger(), settings.remembered());
    var faults = new Faults(settings.faults());
    var sandbox = new Sandbox(ledger, faults, new Clerk(ledger, faults, clock));
    sandbox.know(WriteKey.SANDBOX);
    settings.keys().forEach(sandbox::know);
    try {
      sandbox.listen(settings.port(), threads);
    } catch (IOException | RuntimeException failed) {
      ledger.close();
      throw failed;
    }
    return sandbox;
  }

  private void listen(int port, Executor threads) throws IOException {
    var first = server(LOOPBACK, port);
    servers.add(first);
    try {
      servers.add(server(LOOPBACK_6, first.getAddress().getPort()));
    } catch (IOException none) {
      // Not every machine has IPv6, and who says 127.0.0.1 does not miss it.
    }
    for (var server : servers) {
      server.setExecutor(threads);
      server.createContext("/", clerk);
      server.start();
    }
  }

  private static HttpServer server(byte[] address, int port) throws IOException {
    return HttpServer.create(
        new InetSocketAddress(InetAddress.getByAddress(address), port), WAITING_CONNECTIONS);
  }

  /// Where it listens, as Segment's libraries for Java want it: without a path.
  public URI address() {
    return URI.create("http://127.0.0.1:" + servers.getFirst().getAddress().getPort());
  }

  public Ledger ledger() {
    return ledger;
  }

  /// What goes wrong from now on.
  public Faults faults() {
    return faults;
  }

  /// Makes it know one more write key.
  public void know(WriteKey key) {
    clerk.know(key);
  }

  /// Ends what is going on and lets go of the port and the ledger's file, in which all is by then.
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      clerk.stop(PATIENCE);
      servers.forEach(server -> server.stop(0));
      ledger.close();
    }
  }
}
