package dev.blipscope.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request as it went over the wire and what came back, or why nothing did. The write key is in
/// none of it.
///
/// @param parcels the calls that it carried
/// @param began when, by the clock of this machine
/// @param took until it was over
/// @param head the line and the headers of the request; empty if it never got a connection
/// @param before what stood in the body before the calls
/// @param after what stood in the body behind the calls, the key as dots
/// @param answer what came back; none if there was no status at all
/// @param trouble what the network did; none if the answer came whole
public record Exchange(
    List<Parcel> parcels,
    Instant began,
    Duration took,
    String head,
    String before,
    String after,
    @Nullable Answer answer,
    @Nullable Trouble trouble) {

  public Exchange {
    parcels = List.copyOf(parcels);
  }

  /// What an endpoint answered.
  ///
  /// @param line the status line
  /// @param headers one a line
  /// @param body the body, cut if it is long
  /// @param whole whether that is all of the body
  public record Answer(int status, String line, String headers, String body, boolean whole) {

    /// The value of the first header of this name; empty if there is none.
    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers
          .lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .findFirst()
          .map(line -> line.substring(start.length()).strip())
          .orElse("");
    }

    String text() {
      return line + "\n" + headers + "\n" + body;
    }
  }

  /// What went wrong on the way.
  ///
  /// @param onTheWire whether something of the request may have arrived
  public record Trouble(Kind kind, boolean onTheWire) {

    /// What the network did.
    public enum Kind {
      /// The library itself would not have it.
      NOT_TAKEN,
      REFUSED_CONNECTION,
      UNKNOWN_HOST,
      TLS,
      NO_ANSWER,
      BROKEN_OFF,
      CANCELLED
    }
  }

  /// The request as it was, with nothing of other calls.
  String request(String call) {
    return head.isEmpty() ? "" : head + "\n" + before + call + after;
  }
}
