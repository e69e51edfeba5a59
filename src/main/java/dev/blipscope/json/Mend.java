package dev.blipscope.json;

/// An edit that makes a text JSON: what stands between two places is replaced.
///
/// @param from the first UTF-16 unit that goes
/// @param to the unit behind the last one that goes
public record Mend(int from, int to, String text) {

  public String applyTo(String broken) {
    return broken.substring(0, from) + text + broken.substring(to);
  }
}
