package dev.blipscope.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/// Sockets that send what they have at once. OkHttp leaves the delay on, and then each request
/// waits for an acknowledgement that the other side holds back: five times slower on one machine.
final class PromptSockets extends SocketFactory {

  private static final SocketFactory USUAL = SocketFactory.getDefault();

  private final Queue<Socket> made = new ConcurrentLinkedQueue<>();

  private volatile boolean closed;

  private Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    made.add(socket);
    if (closed) {
      socket.close();
      throw new SocketException("it was cancelled");
    }
    return socket;
  }

  /// Breaks off whatever is on its way, and whatever wants to go.
  void closeAll() {
    closed = true;
    breakOff();
  }

  /// Breaks off whatever is on its way.
  void breakOff() {
    for (var socket : made) {
      try {
        socket.close();
      } catch (IOException _) {
        // Then nothing goes through it any more, either.
      }
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return prompt(USUAL.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(USUAL.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(USUAL.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prompt(USUAL.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(USUAL.createSocket(host, port, local, localPort));
  }
}
