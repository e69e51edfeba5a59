package dev.blipscope.check;

/// A kind of personal data, in the order in which findings name it.
public enum PersonalKind {
  /// The tax number of a person in Brazil.
  CPF,
  /// The tax number of a company in Brazil, since July 2026 also with letters.
  CNPJ,
  PHONE,
  EMAIL,
  /// The number of a payment card.
  CARD,
  NAME
}
