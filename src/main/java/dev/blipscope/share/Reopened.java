package dev.blipscope.share;

import java.util.List;

/// What a report holds for opening it again.
///
/// @param masked whether private data were left out
/// @param profileName the name of the profile
/// @param profile the file of the profile
public record Reopened(boolean masked, String profileName, String profile, List<Payload> payloads) {

  public Reopened {
    payloads = List.copyOf(payloads);
  }

  /// One payload of the report, as it was handed in: perhaps masked.
  public record Payload(String source, int line, String text) {}
}
