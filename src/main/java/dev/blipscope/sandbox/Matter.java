package dev.blipscope.sandbox;

import java.util.Locale;

/// What there is to say about a whole request.
public enum Matter {
  // Not let in
  /// Not one Host header that names this machine.
  HOST,
  /// A page in a browser sent it.
  BROWSER,
  PROTOCOL,
  NOT_FOUND,
  METHOD,
  // Not taken
  ENCODING,
  BAD_GZIP,
  /// The body ended before it should.
  CUT,
  TOO_LARGE,
  ITEM_TOO_LARGE,
  NOT_JSON,
  NO_KEY,
  /// The ledger's file could not be written, so nothing was taken.
  NOT_KEPT,
  // Taken
  EMPTY_BATCH,
  /// No call of the batch was without error.
  EMPTY_BATCH_RESULT,
  /// Only some calls of the batch were without error.
  MULTI_USER_ERROR,
  // Played
  /// A script wanted it to go wrong.
  FAULT;

  private final String code = name().toLowerCase(Locale.ROOT);

  /// How it is written in the ledger.
  public String code() {
    return code;
  }
}
