package dev.blipscope.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a person likes the window.
///
/// @param scale the size of the text, 1.0 is the usual one
/// @param presenting whether personal data is covered and the text is larger
/// @param places where the dividers stand and how large the window is, each under a name
/// @param tab the name of the tab that is open beside the call
/// @param toured whether the first tour was seen or skipped
/// @param recent the files opened last, the latest first
/// @param profiles the profile files that were opened
public record Settings(
    Language language,
    Theme theme,
    double scale,
    boolean presenting,
    Map<String, Double> places,
    String tab,
    boolean toured,
    List<String> recent,
    List<String> profiles) {

  public static final double SMALLEST_SCALE = 0.8;
  public static final double LARGEST_SCALE = 2.0;

  private static final int MOST_RECENT = 12;

  /// The language of the texts.
  public enum Language {
    SYSTEM,
    ENGLISH,
    PORTUGUESE
  }

  /// The colours of the window.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// What a newcomer finds.
  public static final Settings USUAL =
      new Settings(
          Language.SYSTEM, Theme.SYSTEM, 1.0, false, Map.of(), "", false, List.of(), List.of());

  public Settings {
    if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
      throw new IllegalArgumentException("a scale between 0.8 and 2.0 was expected: " + scale);
    }
    places = Map.copyOf(places);
    recent = List.copyOf(recent);
    profiles = List.copyOf(profiles);
  }

  public Settings in(Language other) {
    return new Settings(other, theme, scale, presenting, places, tab, toured, recent, profiles);
  }

  public Settings with(Theme other) {
    return new Settings(language, other, scale, presenting, places, tab, toured, recent, profiles);
  }

  /// The nearest size that is allowed.
  public Settings scaled(double wanted) {
    double allowed = Math.clamp(wanted, SMALLEST_SCALE, LARGEST_SCALE);
    return new Settings(
        language, theme, allowed, presenting, places, tab, toured, recent, profiles);
  }

  public Settings presenting(boolean whether) {
    return new Settings(language, theme, scale, whether, places, tab, toured, recent, profiles);
  }

  public Settings placed(String name, double place) {
    var more = new TreeMap<>(places);
    more.put(name, place);
    return new Settings(language, theme, scale, presenting, more, tab, toured, recent, profiles);
  }

  public Settings onTab(String name) {
    return new Settings(language, theme, scale, presenting, places, name, toured, recent, profiles);
  }

  public Settings afterTour() {
    return new Settings(language, theme, scale, presenting, places, tab, true, recent, profiles);
  }

  /// With a file at the head of those opened last.
  public Settings opened(String file) {
    return new Settings(
        language, theme, scale, presenting, places, tab, toured, firstOf(file, recent), profiles);
  }

  /// With a profile file at the head of those known.
  public Settings knowing(String profile) {
    return new Settings(
        language,
        theme,
        scale,
        presenting,
        places,
        tab,
        toured,
        recent,
        firstOf(profile, profiles));
  }

  /// Without a profile file that is no longer wanted.
  public Settings without(String profile) {
    return new Settings(
        language,
        theme,
        scale,
        presenting,
        places,
        tab,
        toured,
        recent,
        profiles.stream().filter(known -> !known.equals(profile)).toList());
  }

  /// Without the names of files that were opened.
  public Settings forgetful() {
    return new Settings(
        language, theme, scale, presenting, places, tab, toured, List.of(), profiles);
  }

  private static List<String> firstOf(String one, List<String> others) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(one), others.stream().filter(other -> !other.equals(one)))
        .limit(MOST_RECENT)
        .toList();
  }
}
