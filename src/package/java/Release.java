import java.time.Instant;

/// What is packed.
///
/// @param version as the build file has it
/// @param moment that all files in the packages are dated, so that two builds are the same
record Release(String version, String moment) {

  Release {
    Instant.parse(moment);
  }

  /// The moment as many build tools want it.
  String epochSeconds() {
    return String.valueOf(Instant.parse(moment).getEpochSecond());
  }
}
