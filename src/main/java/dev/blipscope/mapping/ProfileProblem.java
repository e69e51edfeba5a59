package dev.blipscope.mapping;

import dev.blipscope.json.Place;

/// Something in a profile file that cannot stand as it is.
///
/// @param place where in the file
/// @param rule the row it is about, as a pointer into the file
/// @param sort what is wrong
/// @param detail the word that is wrong, or what was expected
public record ProfileProblem(Place place, String rule, Sort sort, String detail) {

  /// What can be wrong with a profile.
  public enum Sort {
    NOT_JSON,
    NOT_OBJECT,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    BAD_POINTER,
    UNKNOWN_FACT,
    UNKNOWN_TYPE,
    NO_SOURCE,
    TWO_SOURCES,
    NO_GROUNDS,
    TWO_GROUNDS,
    SAME_TARGET,
    TARGET_INSIDE_TARGET,
    TARGET_NOT_ALLOWED,
    NOT_A_CALL,
    NOT_FOR_THIS_KIND,
    NOT_FOR_THE_CALL,
    REPEATED_FIELD,
    LONE_SURROGATE
  }
}
