package dev.blipscope.harness;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes realistic made-up payloads as NDJSON; the first ones of a long run are those of a short.
public final class PayloadGenerator {

  private static final int BLOCK = 1 << 20;
  private static final int PERCENT_MESSAGES = 70;
  private static final int PERCENT_EVENTS = 20;

  private static final long FIRST_TIME = 1_736_294_400_000L;
  private static final int MILLIS_APART = 40;

  private final long seed;
  private final JsonWriter json = new JsonWriter();

  private PayloadGenerator(long seed) {
    this.seed = seed;
  }

  /// Takes how many and the seed, and writes to standard output.
  public static void main(String[] args) {
    System.exit(generate(args));
  }

  private static int generate(String[] args) {
    if (args.length != 2) {
      System.err.println("Usage: generate COUNT SEED > FILE");
      return 2;
    }
    try (var out = new FileOutputStream(FileDescriptor.out)) {
      write(Long.parseLong(args[0]), Long.parseLong(args[1]), out);
      return 0;
    } catch (NumberFormatException wrong) {
      System.err.println("COUNT and SEED are whole numbers; found: " + String.join(" ", args));
      return 2;
    } catch (IOException broken) {
      System.err.println("Could not write to standard output: " + broken.getMessage());
      return 3;
    }
  }

  public static void write(long count, long seed, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      write(count, seed, out);
    }
  }

  private static void write(long count, long seed, OutputStream out) throws IOException {
    var generator = new PayloadGenerator(seed);
    for (long number = 0; number < count; number++) {
      generator.add(number);
      if (generator.json.size() >= BLOCK) {
        generator.json.drainTo(out);
      }
    }
    generator.json.drainTo(out);
  }

  private void add(long number) {
    var dice = new Dice(seed, number);
    var person = Person.oneOf(seed, dice);
    long time = FIRST_TIME + number * MILLIS_APART + dice.below(MILLIS_APART);
    json.ascii(person.escapes());
    int share = dice.below(100);
    if (share < PERCENT_MESSAGES) {
      new Message(json, dice, person, time).write();
    } else if (share < PERCENT_MESSAGES + PERCENT_EVENTS) {
      new Event(json, dice, person, time).write();
    } else {
      new Contact(json, dice, person, time).write();
    }
    json.endOfRecord();
  }
}
