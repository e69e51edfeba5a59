package dev.blipscope.session;

/// Something that takes a while and can be cancelled.
///
/// @param title the key of its name
/// @param subject what it works on, such as a file's name
/// @param done how much is done
/// @param total of how much; 0 if that is not known
/// @param since when it began, in milliseconds
/// @param now the moment of this report, in milliseconds
public record Job(
    long id, String title, String subject, long done, long total, long since, long now) {

  /// The title of the one that searches, whose subject is what a person typed.
  public static final String SEARCHING = "job.searching";

  /// How much is done, from 0 to 1; less than 0 if that is not known.
  public double fraction() {
    return total == 0 ? -1 : Math.min(1.0, (double) done / total);
  }

  /// How much was done in a second so far.
  public long rate() {
    return now <= since ? 0 : done * 1000 / (now - since);
  }
}
