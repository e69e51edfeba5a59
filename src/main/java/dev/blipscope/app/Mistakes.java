package dev.blipscope.app;

/// Where a mistake of ours ends up: told on standard error by its kind and place, never by its
/// message, which might quote a payload.
final class Mistakes {

  private Mistakes() {}

  static void note(Throwable mistake) {
    var told = new StringBuilder(mistake.getClass().getName());
    for (var place : mistake.getStackTrace()) {
      told.append("\n  at ").append(place);
    }
    System.err.println(told);
  }
}
