package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads a file of JSON values with bare Jackson, token by token, and does nothing else.
public final class TokenScan {

  private TokenScan() {}

  /// Takes the file, and prints how many tokens it has.
  public static void main(String[] args) {
    System.exit(scan(args));
  }

  private static int scan(String[] args) {
    if (args.length != 1) {
      System.err.println("Usage: scan FILE");
      return 2;
    }
    try {
      System.out.println(tokens(Path.of(args[0])));
      return 0;
    } catch (NoSuchFileException missing) {
      System.err.println("There is no file " + missing.getMessage());
      return 3;
    } catch (IOException | JacksonException broken) {
      System.err.println("Could not read " + args[0] + ": " + broken.getMessage());
      return 3;
    }
  }

  private static long tokens(Path file) throws IOException {
    long tokens = 0;
    try (var in = Files.newInputStream(file);
        var parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
