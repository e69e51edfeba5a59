package dev.blipscope.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Input that is made to exhaust its reader: small to send, big to hold.
record Bomb(String title, String ending, Filling filling) {

  private static final int DEPTH = 100_000;
  private static final int LENGTH = 15_000_000;
  private static final int GIBIBYTE = 1 << 30;
  private static final int BLOCK = 1 << 16;

  private static final String MESSAGE =
      "{\"type\":\"text/plain\",\"content\":%s,\"id\":\"bomb\","
          + "\"from\":\"5511900000000@wa.gw.msging.net\",\"to\":\"lojaexemplo@msging.net\","
          + "\"metadata\":{\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"%s}}";

  static final List<Bomb> ALL =
      List.of(
          new Bomb("100,000 [", "json", out -> repeat("[", DEPTH, out)),
          new Bomb("100,000 [ and ]", "json", out -> nested("[", "]", out)),
          new Bomb("100,000 {\"a\":", "json", out -> repeat("{\"a\":", DEPTH, out)),
          new Bomb("100,000 {\"a\": and }", "json", out -> nested("{\"a\":", "}", out)),
          new Bomb("content of 100,000 [ and ]", "json", Bomb::deepContent),
          new Bomb("15 MB of [{},{},...]", "json", Bomb::emptyObjects),
          new Bomb("15 MB of {} lines", "ndjson", out -> repeat("{}\n", LENGTH / 3, out)),
          new Bomb("a million keys, bare", "json", out -> object("{\"k\":0", 1_000_000, "}", out)),
          new Bomb("a million keys, in metadata", "json", out -> message(1_000_000, out)),
          new Bomb("65,536 keys, in metadata", "json", out -> message(65_536, out)),
          new Bomb("1e999999999", "json", out -> content("1e9", "9", 8, "", out)),
          new Bomb("a number of 15 M digits", "json", out -> content("1", "7", LENGTH, "", out)),
          new Bomb("a string of 15 MB", "json", out -> content("\"", "x", LENGTH, "\"", out)),
          new Bomb(
              "a string of 15 MB of \\u0000",
              "json",
              out -> content("\"", "\\u0000", LENGTH / 6, "\"", out)),
          new Bomb("gzip of 1 GiB of zeros", "json.gz", out -> gzip("\0", out)),
          new Bomb("gzip of 1 GiB of messages", "ndjson.gz", out -> gzip(line(), out)),
          new Bomb("zip with an entry of 1 GiB", "zip", Bomb::zip));

  /// Writes what a bomb consists of.
  interface Filling {
    void write(OutputStream out) throws IOException;
  }

  Path madeIn(Path folder) throws IOException {
    Path file = folder.resolve("bomb." + ending);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), BLOCK)) {
      filling.write(out);
    }
    return file;
  }

  private static void nested(String open, String close, OutputStream out) throws IOException {
    repeat(open, DEPTH, out);
    text(open.equals("[") ? "" : "1", out);
    repeat(close, DEPTH, out);
  }

  private static void deepContent(OutputStream out) throws IOException {
    String[] around = MESSAGE.formatted("|", "").split("\\|", -1);
    text(around[0], out);
    nested("[", "]", out);
    text(around[1], out);
  }

  private static void emptyObjects(OutputStream out) throws IOException {
    text("[{}", out);
    repeat(",{}", LENGTH / 3, out);
    text("]", out);
  }

  private static void message(int keys, OutputStream out) throws IOException {
    String[] around = MESSAGE.formatted("\"Oi\"", "|").split("\\|", -1);
    object(around[0], keys, around[1], out);
  }

  private static void object(String start, int keys, String end, OutputStream out)
      throws IOException {
    text(start, out);
    for (int key = 0; key < keys; key++) {
      text(",\"k" + key + "\":" + key, out);
    }
    text(end, out);
  }

  /// A message whose content is one long token.
  private static void content(String start, String middle, int times, String end, OutputStream out)
      throws IOException {
    String[] around = MESSAGE.formatted("|", "").split("\\|", -1);
    text(around[0] + start, out);
    repeat(middle, times, out);
    text(end + around[1], out);
  }

  private static String line() {
    return MESSAGE.formatted("\"Oi\"", "") + "\n";
  }

  private static void gzip(String text, OutputStream out) throws IOException {
    try (var gzip = new GZIPOutputStream(out, BLOCK)) {
      repeat(text, GIBIBYTE / text.length(), gzip);
    }
  }

  private static void zip(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry("payloads.ndjson"));
      repeat(line(), GIBIBYTE / line().length(), zip);
      zip.closeEntry();
    }
  }

  private static void repeat(String text, int times, OutputStream out) throws IOException {
    int atOnce = Math.min(times, BLOCK);
    byte[] block = text.repeat(atOnce).getBytes(UTF_8);
    for (int written = 0; written < times; written += atOnce) {
      out.write(block, 0, text.length() * Math.min(atOnce, times - written));
    }
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
