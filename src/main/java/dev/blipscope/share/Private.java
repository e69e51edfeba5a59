package dev.blipscope.share;

import dev.blipscope.check.PersonalKind;

/// A kind of data that a masked copy leaves out.
enum Private {
  CPF,
  CNPJ,
  PHONE,
  EMAIL,
  CARD,
  NAME,
  /// What a channel calls a person.
  IDENTITY,
  PLACE,
  BIRTH,
  /// The part of a link that opens it, or that says who opens it.
  QUERY,
  /// An id of WhatsApp's, in which a phone number is encoded.
  ID,
  SECRET;

  static Private of(PersonalKind kind) {
    return switch (kind) {
      case CPF -> CPF;
      case CNPJ -> CNPJ;
      case PHONE -> PHONE;
      case EMAIL -> EMAIL;
      case CARD -> CARD;
      case NAME -> NAME;
    };
  }

  /// Whether the letters and digits alone tell one value from another.
  boolean isCode() {
    return switch (this) {
      case CPF, CNPJ, PHONE, CARD -> true;
      case EMAIL, NAME, IDENTITY, PLACE, BIRTH, QUERY, ID, SECRET -> false;
    };
  }
}
