package dev.blipscope.sandbox;

import dev.blipscope.segment.WriteKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/// A sandbox that a test plays with: on a free port, with a clock turned by hand.
final class Played implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = NOON;
  private final Sandbox sandbox;

  Played() throws IOException {
    this(settings -> settings);
  }

  Played(UnaryOperator<SandboxSettings> settings) throws IOException {
    InstantSource clock = () -> now;
    sandbox = Sandbox.start(settings.apply(SandboxSettings.onPort(0)), threads, clock);
  }

  static Played failing(String... scripts) throws IOException {
    return new Played(settings -> settings.failing(scripts(scripts)));
  }

  static List<FaultScript> scripts(String... texts) {
    return Arrays.stream(texts).map(Played::script).toList();
  }

  static FaultScript script(String text) {
    return ((FaultScript.Answer.Good) FaultScript.read(text)).script();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Ledger ledger() {
    return sandbox.ledger();
  }

  int port() {
    return sandbox.address().getPort();
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  /// Does it while the test goes on.
  <T> Future<T> beside(Callable<T> work) {
    return threads.submit(work);
  }

  // What a client says

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.address() + path))
        .timeout(Duration.ofSeconds(20));
  }

  static String basic(String key) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
  }

  static String basic() {
    return basic(WriteKey.SANDBOX.reveal());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> post(String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    var request =
        request(path)
            .header("Authorization", basic())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port());
  }

  /// Says these very bytes over a socket of its own, and answers all that comes back.
  String say(String head, String body) throws IOException {
    try (var socket = connect()) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write((head.replace("\n", "\r\n") + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static byte[] gzip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  // What the ledger says

  List<Entry> entries() {
    return ledger().entries(1, Integer.MAX_VALUE);
  }

  List<Entry.Call> calls() {
    return entries().stream()
        .filter(Entry.Call.class::isInstance)
        .map(Entry.Call.class::cast)
        .toList();
  }

  Entry.Request lastRequest() {
    return (Entry.Request) entries().getLast();
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    sandbox.close();
    threads.close();
  }
}
