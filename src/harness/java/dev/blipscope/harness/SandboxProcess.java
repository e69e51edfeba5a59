package dev.blipscope.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `blipscope sandbox` in a process of its own.
final class SandboxProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final String address;
  private final Thread drain;

  SandboxProcess(Setup setup, String... arguments) throws IOException {
    this(
        new ProcessBuilder(setup.blipscope(List.of(), words(arguments).toArray(String[]::new)))
            .redirectError(ProcessBuilder.Redirect.INHERIT),
        Writer.nullWriter());
  }

  /// The same at home, where all that it says is kept.
  SandboxProcess(Home home, Path log, String... arguments) throws IOException {
    this(
        home.blipscope(words(arguments)).redirectErrorStream(true),
        new OutputStreamWriter(Files.newOutputStream(log), StandardCharsets.UTF_8));
  }

  private SandboxProcess(ProcessBuilder builder, Writer log) throws IOException {
    process = builder.start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    log.write(line + "\n");
    if (line == null || !line.contains("http://")) {
      process.destroyForcibly();
      throw new IOException("the sandbox does not say where it listens: " + line);
    }
    address = line.substring(line.indexOf("http://"), line.indexOf(','));
    // What it says of each call must be taken by somebody.
    drain = Thread.startVirtualThread(() -> drain(out, log));
  }

  private static List<String> words(String... arguments) {
    var all = new ArrayList<>(List.of("--lang", "en", "sandbox"));
    all.addAll(List.of(arguments));
    return all;
  }

  private static void drain(Reader out, Writer log) {
    try (log) {
      out.transferTo(log);
    } catch (IOException _) {
      // It has ended.
    }
  }

  String address() {
    return address;
  }

  int port() {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /// Ends it as a power cut would.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    drain.join();
  }

  /// Ends it as Ctrl+C would.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      drain.join();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
