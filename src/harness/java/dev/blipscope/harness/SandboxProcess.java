package dev.blipscope.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `blipscope sandbox` in a process of its own.
final class SandboxProcess implements AutoCloseable {

  private final Process process;
  private final String address;

  SandboxProcess(Setup setup, String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("--lang", "en", "sandbox"));
    all.addAll(List.of(arguments));
    process =
        new ProcessBuilder(setup.blipscope(List.of(), all.toArray(String[]::new)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null || !line.contains("http://")) {
      throw new IOException("the sandbox does not say where it listens");
    }
    address = line.substring(line.indexOf("http://"), line.indexOf(','));
    // Nobody reads what it says of each call, but somebody must take it.
    Thread.startVirtualThread(() -> drain(process.getInputStream()));
  }

  private static void drain(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // It has ended.
    }
  }

  String address() {
    return address;
  }

  /// Ends it as Ctrl+C would.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
