package dev.blipscope.sandbox;

import java.util.Locale;

/// Why Segment drops a call although it answered 200. All but one are the codes that its Delivery
/// Overview lists as "failed on ingest".
public enum Discard {
  MISSING_TYPE,
  INVALID_TYPE,
  NO_USER_ANON_ID,
  ID_REQUIRED,
  ID_NOT_STRING,
  EVENT_NOT_DEFINED,
  EVENT_NOT_STRING,
  PROPERTIES_NOT_OBJECT,
  TRAITS_NOT_OBJECT,
  NAME_NOT_STRING,
  CATEGORY_NOT_STRING,
  CONSENT_CATEGORYPREFERENCES_SHOULD_EXIST,
  CONSENT_CATEGORYPREFERENCES_FIELDS_SHOULD_BE_OBJECT,
  CONSENT_CATEGORYPREFERENCES_FIELDS_SHOULD_BE_BOOL,
  CONSENT_VERSION_SHOULD_BE_NUMBER,
  DEVICE_ADVERTISINGID_SHOULD_BE_STRING,
  /// The write key is not one that the sandbox knows.
  UNKNOWN_SOURCE,
  SOURCE_DISABLED,
  LOCKED_WORKSPACE,
  /// More than 2,500 in one batch: documented as rejected after a 200, but without a code.
  TOO_MANY_ITEMS;

  private final String code = name().toLowerCase(Locale.ROOT);

  /// The code that Segment gives to it.
  public String code() {
    return code;
  }
}
