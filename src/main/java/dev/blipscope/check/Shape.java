package dev.blipscope.check;

import static dev.blipscope.check.PersonalKind.CARD;
import static dev.blipscope.check.PersonalKind.CNPJ;
import static dev.blipscope.check.PersonalKind.CPF;
import static dev.blipscope.check.PersonalKind.PHONE;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// How a piece of text must look to be of a kind, and what must hold for its letters and digits.
///
/// @param form `#` is a digit, `X` a letter or digit, `-` any dash, a blank one separator, `_` none
///     to three separators; anything else stands for itself
record Shape(String form, PersonalKind kind, Predicate<String> right) {

  static final List<Shape> ANYWHERE =
      List.of(
          new Shape("###.###.###-##", CPF, CheckDigits::varied),
          new Shape("###_###_###_##", CPF, CheckDigits::ofCpf),
          new Shape("XX.XXX.XXX/XXXX-##", CNPJ, Shape::looksLikeCnpj),
          new Shape("XXXXXXXX/XXXX-##", CNPJ, CheckDigits::ofCnpj),
          new Shape("XXXXXXXXXXXX##", CNPJ, CheckDigits::ofCnpj),
          new Shape("##_###_###_####_##", CNPJ, CheckDigits::ofCnpj),
          new Shape("#### #### #### ####", CARD, CheckDigits::ofCard),
          new Shape("#### ###### #####", CARD, CheckDigits::ofCard),
          new Shape("#### ###### ####", CARD, CheckDigits::ofCard),
          new Shape("## 9#### ####", PHONE, _ -> true),
          new Shape("## 9 #### ####", PHONE, _ -> true),
          new Shape("## ####-####", PHONE, _ -> true),
          new Shape("9####-####", PHONE, _ -> true));

  static final List<Shape> IN_BRACKETS =
      List.of(
          new Shape("(##)_####_####", PHONE, _ -> true),
          new Shape("(##)_#_####_####", PHONE, _ -> true),
          new Shape("(0##)_####_####", PHONE, _ -> true),
          new Shape("(0##)_#_####_####", PHONE, _ -> true),
          new Shape("(###)_###_####", PHONE, _ -> true));

  /// Under a key that promises a document: nine and ten digits have lost their leading zeros.
  static final List<Shape> OF_DOCUMENTS =
      List.of(
          new Shape("#########", CPF, CheckDigits::varied),
          new Shape("##########", CPF, CheckDigits::varied),
          new Shape("##_###_###_#", CPF, CheckDigits::varied),
          new Shape("###_###_###_##", CPF, CheckDigits::varied),
          new Shape("##_###_###_####_##", CNPJ, CheckDigits::varied),
          new Shape("XX_XXX_XXX_XXXX_##", CNPJ, Shape::looksLikeCnpj));

  /// The same in a number, which has no leading zeros.
  static final List<Shape> OF_NUMBERED_DOCUMENTS =
      List.of(
          new Shape("############", CNPJ, CheckDigits::varied),
          new Shape("#############", CNPJ, CheckDigits::varied));

  /// A formatted CNPJ; one with small letters could be a piece of a web address.
  private static boolean looksLikeCnpj(String code) {
    return CheckDigits.ofCnpj(code)
        || (CheckDigits.varied(code) && code.equals(code.toUpperCase(Locale.ROOT)));
  }

  /// Where a piece of this shape that starts here ends, or -1 if there is none.
  int endIn(String text, int start) {
    int end = endOfForm(text, start);
    return end >= 0 && right.test(lettersAndDigits(text, start, end)) ? end : -1;
  }

  /// The same by the form alone.
  private int endOfForm(String text, int start) {
    int at = start;
    for (int i = 0; i < form.length(); i++) {
      char mark = form.charAt(i);
      if (mark == '_') {
        at = Signs.afterSeparators(text, at, "");
      } else if (at < text.length() && fits(mark, text.charAt(at))) {
        at++;
      } else {
        return -1;
      }
    }
    return Signs.endsAt(text, at) ? at : -1;
  }

  private static boolean fits(char mark, char c) {
    return switch (mark) {
      case '#' -> Signs.isDigit(c);
      case 'X' -> Signs.isLetterOrDigit(c);
      case '-' -> Signs.isDash(c);
      case ' ' -> Signs.isSeparator(c);
      default -> c == mark;
    };
  }

  private static String lettersAndDigits(String text, int start, int end) {
    var kept = new StringBuilder(end - start);
    for (int at = start; at < end; at++) {
      if (Signs.isLetterOrDigit(text.charAt(at))) {
        kept.append(text.charAt(at));
      }
    }
    return kept.toString();
  }
}
