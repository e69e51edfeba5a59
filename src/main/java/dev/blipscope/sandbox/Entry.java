package dev.blipscope.sandbox;

import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.Table;
import dev.blipscope.segment.Warehouse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the ledger.
public sealed interface Entry {

  /// From 1, without a gap.
  long number();

  Instant receivedAt();

  /// The path that the request went to, without query; of an unknown one what may be shown of it.
  String path();

  /// A call that was answered with 200, or would have been but for a script.
  ///
  /// @param assigned whether it came without a messageId and was given one
  /// @param type as far as it has one
  /// @param knownKey whether the write key was one that the sandbox knows
  /// @param timestamp when it happened by Segment's formula: receivedAt - (sentAt - timestamp)
  /// @param sentAt when it was sent by the clock of who sent it
  /// @param size its bytes as they came
  /// @param json the call on one line, its tokens as they came, without the write key
  record Call(
      long number,
      Instant receivedAt,
      String path,
      String messageId,
      boolean assigned,
      @Nullable CallType type,
      @Nullable String event,
      @Nullable String userId,
      boolean knownKey,
      Verdict verdict,
      Instant timestamp,
      @Nullable Instant sentAt,
      int size,
      String json)
      implements Entry {

    /// The tables and columns of a warehouse that it would fill; none unless it is kept.
    public List<Table> tables() {
      if (type == null || !(verdict instanceof Verdict.Kept)) {
        return List.of();
      }
      // The path says the type where the call does not; the last member of a name counts.
      String typed =
          json.substring(0, json.length() - 1)
              + (json.equals("{}") ? "" : ",")
              + "\"type\":\""
              + type.word()
              + "\"}";
      byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
      var scanner = new Scanner();
      scanner.scan(bytes, 0, bytes.length, true);
      return Warehouse.of(scanner.doc());
    }
  }

  /// What there is to say about a whole request.
  ///
  /// @param status the status of the answer; 0 if there was none
  /// @param detail which script, which place; empty if there is nothing more to say
  record Request(
      long number, Instant receivedAt, String path, int status, Matter matter, String detail)
      implements Entry {}

  /// Writes it as one line of JSON, with the line's end.
  default void writeTo(Out out) {
    EntryJson.write(this, out);
  }
}
