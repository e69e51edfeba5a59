package dev.blipscope.delivery;

import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.WriteKey;
import java.util.List;

/// Brings calls to one endpoint, once, and tells what was said there. Whether to try again is not
/// its business.
public interface Courier extends AutoCloseable {

  /// Makes couriers.
  @FunctionalInterface
  interface Opening {

    /// A courier to one endpoint with one key.
    Courier open(Endpoint endpoint, WriteKey key);
  }

  /// At most so many calls go at once.
  int MOST_CALLS = 500;

  /// At most so many bytes of calls go at once: with what is around them, they stay below what
  /// Segment takes in one request, and analytics-java does not begin to split them.
  int MOST_BYTES = 440_000;

  /// Brings calls there, in one request or more.
  ///
  /// @param meanwhile what can be done until the answer is there
  /// @return the requests; each of the calls is in exactly one of them
  List<Exchange> carry(List<Parcel> parcels, Runnable meanwhile);

  /// Breaks off what is on its way; may be called from anywhere.
  void cancel();

  @Override
  void close();
}
