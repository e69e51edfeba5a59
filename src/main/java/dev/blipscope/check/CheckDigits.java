package dev.blipscope.check;

import java.util.List;
import java.util.Locale;

/// Whether the last digits of a number follow from the ones before them.
final class CheckDigits {

  /// The first digits that a card company gives to its cards, and how long its numbers are.
  private record Issuer(int first, int last, int length) {

    boolean issued(String digits) {
      int prefix =
          digits.length() == length
              ? Integer.parseInt(digits.substring(0, Integer.toString(first).length()))
              : -1;
      return prefix >= first && prefix <= last;
    }
  }

  private static final List<Issuer> ISSUERS =
      List.of(
          new Issuer(4, 4, 13), // Visa
          new Issuer(4, 4, 16),
          new Issuer(4, 4, 19),
          new Issuer(51, 55, 16), // Mastercard
          new Issuer(2221, 2720, 16),
          new Issuer(34, 34, 15), // American Express
          new Issuer(37, 37, 15),
          new Issuer(300, 305, 14), // Diners Club
          new Issuer(36, 36, 14),
          new Issuer(38, 38, 14),
          new Issuer(6011, 6011, 16), // Discover, and Elo in 65
          new Issuer(644, 659, 16),
          new Issuer(3528, 3589, 16), // JCB
          new Issuer(506699, 506778, 16), // Elo
          new Issuer(509000, 509999, 16),
          new Issuer(627780, 627780, 16),
          new Issuer(636297, 636368, 16),
          new Issuer(606282, 606282, 16), // Hipercard
          new Issuer(62, 62, 16), // UnionPay
          new Issuer(62, 62, 19));

  private CheckDigits() {}

  static boolean ofCpf(String digits) {
    return varied(digits) && modulo11(digits, 11);
  }

  /// Letters count as their ASCII code minus 48, as the tax office has it since July 2026.
  static boolean ofCnpj(String code) {
    var upper = code.toUpperCase(Locale.ROOT);
    return varied(code)
        && (code.equals(upper) || code.equals(code.toLowerCase(Locale.ROOT)))
        && modulo11(upper, 9);
  }

  static boolean ofCard(String digits) {
    return ISSUERS.stream().anyMatch(issuer -> issuer.issued(digits)) && luhn(digits);
  }

  /// A number of equal digits has right check digits, but is nobody's.
  static boolean varied(String code) {
    return code.chars().distinct().limit(2).count() == 2;
  }

  private static boolean modulo11(String code, int highestWeight) {
    return check(code, code.length() - 2, highestWeight)
        && check(code, code.length() - 1, highestWeight);
  }

  private static boolean check(String code, int place, int highestWeight) {
    int sum = 0;
    int weight = 2;
    for (int at = place - 1; at >= 0; at--) {
      sum += (code.charAt(at) - '0') * weight;
      weight = weight == highestWeight ? 2 : weight + 1;
    }
    int rest = sum % 11;
    return code.charAt(place) - '0' == (rest < 2 ? 0 : 11 - rest);
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      int digit = digits.charAt(digits.length() - 1 - at) - '0';
      int twice = digit * 2;
      sum += at % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }
}
