package dev.blipscope.delivery;

import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an outbox writes down, one line of its book after the other. No line holds a write key.
sealed interface Line {

  /// Somebody sent something.
  record Opened(int serial, String target, String endpoint, Instant made) implements Line {}

  /// One of its calls.
  record Call(int serial, Parcel parcel) implements Line {}

  /// Calls go on the wire now.
  record Started(int serial, Instant began, List<Integer> calls) implements Line {}

  /// Calls were on the wire.
  ///
  /// @param last whether they will not be tried again
  record Ended(int serial, Tried tried, List<Integer> calls, CallState led, boolean last)
      implements Line {}

  /// Calls are in a state for another reason than what was said to them.
  record Settled(int serial, List<Integer> calls, CallState state) implements Line {}

  /// What is kept of an exchange.
  record Tried(
      Instant began,
      Duration took,
      int together,
      String head,
      String before,
      String after,
      @Nullable Integer status,
      String answer) {

    private static final int MOST_ANSWER = 16_384;

    static Tried of(Exchange exchange) {
      var answer = exchange.answer();
      String text = answer == null ? "" : answer.text();
      return new Tried(
          exchange.began(),
          exchange.took(),
          exchange.parcels().size(),
          exchange.head(),
          exchange.before(),
          exchange.after(),
          answer == null ? null : answer.status(),
          text.substring(0, Math.min(text.length(), MOST_ANSWER)));
    }
  }

  /// All its calls are there.
  record Filled(int serial) implements Line {}

  byte OPENED = 1;
  byte CALL = 2;
  byte STARTED = 3;
  byte ENDED = 4;
  byte SETTLED = 5;
  byte FILLED = 6;

  default byte type() {
    return switch (this) {
      case Opened _ -> OPENED;
      case Call _ -> CALL;
      case Started _ -> STARTED;
      case Ended _ -> ENDED;
      case Settled _ -> SETTLED;
      case Filled _ -> FILLED;
    };
  }

  /// The line as bytes.
  default byte[] bytes() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    switch (this) {
      case Opened(var serial, var target, var endpoint, var made) -> {
        out.writeInt(serial);
        write(out, target);
        write(out, endpoint);
        write(out, made);
      }
      case Call(var serial, var parcel) -> {
        out.writeInt(serial);
        write(out, parcel.messageId());
        write(out, parcel.place());
        write(out, parcel.call());
        writeWhy(out, parcel.refusal());
        write(out, parcel.origin());
      }
      case Started(var serial, var began, var calls) -> {
        out.writeInt(serial);
        write(out, began);
        write(out, calls);
      }
      case Ended(var serial, var tried, var calls, var led, var last) -> {
        out.writeInt(serial);
        write(out, tried);
        write(out, calls);
        write(out, led);
        out.writeBoolean(last);
      }
      case Settled(var serial, var calls, var state) -> {
        out.writeInt(serial);
        write(out, calls);
        write(out, state);
      }
      case Filled(var serial) -> out.writeInt(serial);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void write(DataOutputStream out, @Nullable Origin origin) throws IOException {
    if (origin != null) {
      out.writeInt(origin.text());
      out.writeInt(origin.row());
      out.writeLong(origin.print());
    }
  }

  private static void write(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static void write(DataOutputStream out, List<Integer> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static void write(DataOutputStream out, Tried tried) throws IOException {
    write(out, tried.began());
    out.writeLong(tried.took().toNanos());
    out.writeInt(tried.together());
    write(out, tried.head());
    write(out, tried.before());
    write(out, tried.after());
    out.writeInt(tried.status() == null ? -1 : tried.status());
    write(out, tried.answer());
  }

  private static void write(DataOutputStream out, CallState state) throws IOException {
    switch (state) {
      case CallState.Accepted() -> out.writeByte('A');
      case CallState.Refused(var why) -> write(out, 'R', why);
      case CallState.Failed(var why) -> write(out, 'F', why);
      case CallState.Uncertain(var why) -> write(out, 'U', why);
      case CallState.Queued(), CallState.Sending _ ->
          throw new IllegalArgumentException("no try leads to " + state);
    }
  }

  private static void write(DataOutputStream out, char kind, Why why) throws IOException {
    out.writeByte(kind);
    writeWhy(out, why);
  }

  private static void writeWhy(DataOutputStream out, @Nullable Why why) throws IOException {
    write(out, why == null ? "" : why.reason().name());
    if (why != null) {
      out.writeInt(why.words().size());
      for (String word : why.words()) {
        write(out, word);
      }
    }
  }

  /// Reads a line again; nothing if it is none that this version knows.
  static @Nullable Line of(byte type, byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    return switch (type) {
      case OPENED -> new Opened(in.readInt(), text(in), text(in), instant(in));
      case CALL ->
          new Call(in.readInt(), new Parcel(text(in), text(in), text(in), why(in), origin(in)));
      case STARTED -> new Started(in.readInt(), instant(in), numbers(in));
      case ENDED -> new Ended(in.readInt(), tried(in), numbers(in), state(in), in.readBoolean());
      case SETTLED -> new Settled(in.readInt(), numbers(in), state(in));
      case FILLED -> new Filled(in.readInt());
      default -> null;
    };
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /// What an earlier version wrote ends before it.
  private static @Nullable Origin origin(DataInputStream in) throws IOException {
    return in.available() == 0 ? null : new Origin(in.readInt(), in.readInt(), in.readLong());
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static List<Integer> numbers(DataInputStream in) throws IOException {
    var numbers = new ArrayList<Integer>();
    for (int more = in.readInt(); more > 0; more--) {
      numbers.add(in.readInt());
    }
    return numbers;
  }

  private static Tried tried(DataInputStream in) throws IOException {
    var began = instant(in);
    var took = Duration.ofNanos(in.readLong());
    int together = in.readInt();
    String head = text(in);
    String before = text(in);
    String after = text(in);
    int status = in.readInt();
    return new Tried(
        began, took, together, head, before, after, status < 0 ? null : status, text(in));
  }

  private static CallState state(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    if (kind == 'A') {
      return new CallState.Accepted();
    }
    var why = why(in);
    if (why == null) {
      throw new IOException("a state without its reason");
    }
    return switch (kind) {
      case 'R' -> new CallState.Refused(why);
      case 'F' -> new CallState.Failed(why);
      case 'U' -> new CallState.Uncertain(why);
      default -> throw new IOException("an unknown state");
    };
  }

  private static @Nullable Why why(DataInputStream in) throws IOException {
    String reason = text(in);
    if (reason.isEmpty()) {
      return null;
    }
    var words = new ArrayList<String>();
    for (int more = in.readInt(); more > 0; more--) {
      words.add(text(in));
    }
    try {
      return new Why(Reason.valueOf(reason), words);
    } catch (IllegalArgumentException e) {
      throw new IOException("an unknown reason", e);
    }
  }
}
