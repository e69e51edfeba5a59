package dev.blipscope.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/// Sockets that send what they have at once. OkHttp leaves the delay on, and then each request
/// waits for an acknowledgement that the other side holds back: five times slower on one machine.
final class PromptSockets extends SocketFactory {

  private static final SocketFactory USUAL = SocketFactory.getDefault();

  private final Queue<Socket> made = new ConcurrentLinkedQueue<>();

  private Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    made.add(socket);
    return socket;
  }

  /// Breaks off whatever is on its way.
  void closeAll() {
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
