package dev.blipscope.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// What a run of the command line answered.
record Told(int code, String out, String err) {

  /// Where nothing is kept for long.
  static final Path OUTBOX = Path.of("target", "outbox-of-tests");

  static Told running(String... args) {
    return with("", args);
  }

  /// A run with something on standard input.
  static Told with(String in, String... args) {
    return with(in.getBytes(StandardCharsets.UTF_8), args);
  }

  static Told with(byte[] in, String... args) {
    return with(in, _ -> false, args);
  }

  /// A run on a machine with a window.
  static Told seeing(Window window, String... args) {
    return with(new byte[0], window, args);
  }

  private static Told with(byte[] in, Window window, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell =
        new Shell(
            new ByteArrayInputStream(in),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            false,
            false,
            Main.language(args, Locale.ENGLISH));
    int code = Main.run(args, shell, OUTBOX, window);
    return new Told(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
