package dev.blipscope.session;

/// A mistake of ours that nobody caught, as the person is told of it.
///
/// @param code short, and the same whenever the same happens at the same place
/// @param times how many such mistakes there were since the person went on
/// @param places the kinds and places of what happened in this run; never a message, which might
///   quote a payload
public record Mishap(String code, long times, String places) {

  Mishap and(Mishap more) {
    return new Mishap(code, times + more.times, more.places);
  }
}
