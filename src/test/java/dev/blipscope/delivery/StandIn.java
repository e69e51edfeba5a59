package dev.blipscope.delivery;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Name;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A loopback server that says what the test wrote down for it, one answer a request, and keeps
/// what it heard. When nothing is left to say, it says that all is well.
final class StandIn implements AutoCloseable {

  static final String FINE = answer("200 OK", "{\"success\":true}");

  /// Hangs up instead of an answer.
  static final String HANG_UP = "";

  /// Says nothing and stays.
  static final String SILENCE = "…";

  record Heard(String head, String body) {}

  private final ServerSocket server;
  private final BlockingQueue<String> script = new LinkedBlockingQueue<>();
  private final List<Heard> heard = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private volatile boolean hangsUpFirst;

  StandIn(String... answers) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    script.addAll(List.of(answers));
    Thread.ofVirtual().start(this::accept);
  }

  static String answer(String status, String body, String... headers) {
    var more = new StringBuilder();
    for (String header : headers) {
      more.append(header).append("\r\n");
    }
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: application/json\r\n"
        + more
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  Endpoint endpoint() {
    return new Endpoint("http", "127.0.0.1", server.getLocalPort());
  }

  StandIn hangingUpFirst() {
    hangsUpFirst = true;
    return this;
  }

  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  /// The calls of all requests, as they were written.
  List<String> calls() {
    var calls = new ArrayList<String>();
    for (var each : heard()) {
      byte[] bytes = each.body().getBytes(StandardCharsets.UTF_8);
      var scanner = new Scanner(Limits.USUAL);
      scanner.scan(bytes, 0, bytes.length, true);
      var doc = scanner.doc();
      int batch = doc.member(Doc.ROOT, Name.of("batch"));
      for (int call = batch + 1; call < doc.after(batch); call = doc.after(call)) {
        calls.add(doc.written(call));
      }
    }
    return calls;
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        synchronized (this) {
          sockets.add(socket);
        }
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (hangsUpFirst) {
        hangsUpFirst = false;
        return;
      }
      var in = socket.getInputStream();
      while (hear(in)) {
        String answer = script.isEmpty() ? FINE : script.remove();
        if (answer.equals(HANG_UP)) {
          return;
        }
        if (answer.equals(SILENCE)) {
          in.read();
          return;
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        if (answer.contains("Connection: close")) {
          return;
        }
      }
    } catch (IOException _) {
      // The other side hung up.
    }
  }

  private boolean hear(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.UTF_8);
    int length =
        text.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    synchronized (this) {
      heard.add(new Heard(text, body));
    }
    return true;
  }

  @Override
  public void close() {
    try {
      server.close();
      synchronized (this) {
        for (var socket : sockets) {
          socket.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
