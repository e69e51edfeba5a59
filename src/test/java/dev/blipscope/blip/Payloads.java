package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Payloads for tests: written out, or from the samples that the whole project shares.
public final class Payloads {

  private static final Path SAMPLES = Path.of("sample-payloads");

  private Payloads() {}

  /// One payload. Single quotes stand for double ones.
  public static Doc payload(String json) {
    return all(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).getFirst();
  }

  /// The first payload of a sample, such as `seed/contact-new-blip-chat.json`.
  public static Doc sample(String path) {
    return in(SAMPLES.resolve(path)).getFirst();
  }

  /// The files of a folder of samples that hold payloads.
  public static List<Path> samples(String folder) {
    try (var files = Files.list(SAMPLES.resolve(folder))) {
      return files.filter(Payloads::isSample).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSample(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".json") || name.endsWith(".ndjson")) && !name.endsWith(".expected.json");
  }

  /// All payloads of a file, one after the other.
  public static List<Doc> in(Path file) {
    try {
      return all(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Doc> all(byte[] bytes) {
    var payloads = new ArrayList<Doc>();
    var scanner = new Scanner();
    int at = skipBlanks(bytes, 0);
    while (at < bytes.length) {
      if (scanner.scan(bytes, at, bytes.length, true) != Scanner.Outcome.VALUE) {
        throw new IllegalArgumentException("no JSON: " + scanner.fault());
      }
      payloads.add(scanner.doc().kept());
      at = skipBlanks(bytes, scanner.end());
    }
    return payloads;
  }

  private static int skipBlanks(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    return at;
  }
}
