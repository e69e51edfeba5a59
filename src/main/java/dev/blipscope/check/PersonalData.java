package dev.blipscope.check;

import static dev.blipscope.check.PersonalKind.CARD;
import static dev.blipscope.check.PersonalKind.CPF;
import static dev.blipscope.check.PersonalKind.EMAIL;
import static dev.blipscope.check.PersonalKind.NAME;
import static dev.blipscope.check.PersonalKind.PHONE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Finds personal data in one value of a payload: by the name of its key, by its form and by its
/// check digits.
///
/// Every step looks at a bounded piece of the text, so hostile text costs no more than other text.
public final class PersonalData {

  private static final List<String> PHONE_LINKS = List.of("wa.me/", "phone=", "tel:");
  private static final List<String> DOCUMENT_PREFIXES = List.of("cpf", "cnpj");

  private static final List<String> NAMES_OF_THINGS =
      List.of("/template/name", "/templateContent/name", "/action/name");

  private static final int SHORTEST_PHONE = 8;
  private static final int LONGEST_PHONE = 15;
  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;
  private static final int UUID_LENGTH = 36;

  private final KeyName key;
  private final String text;
  private final boolean number;
  private final List<PersonalSpot> found = new ArrayList<>();

  private PersonalData(String key, String text, boolean number) {
    this.key = KeyName.of(key);
    this.text = number ? wholeDigits(text) : text;
    this.number = number;
  }

  /// A number as whole digits; a number with a sign, an exponent or a fraction is no document.
  private static String wholeDigits(String number) {
    int digits = 0;
    while (Signs.isDigitAt(number, digits)) {
      digits++;
    }
    boolean whole = number.substring(digits).matches("(\\.0++)?+");
    return whole ? number.substring(0, digits) : "";
  }

  /// The kinds of personal data in a value, each once and in the order of [PersonalKind].
  ///
  /// @param key the name of the nearest member around the value, empty if there is none
  /// @param text the decoded string, or the number as it is written
  /// @param number whether the value is a number
  public static Set<PersonalKind> in(String key, String text, boolean number) {
    var kinds = EnumSet.noneOf(PersonalKind.class);
    for (var spot : spots(key, text, number)) {
      kinds.add(spot.kind());
    }
    return Collections.unmodifiableSet(kinds);
  }

  /// The pieces of a value that are personal data, in no order; some may lie over each other.
  ///
  /// @param key the name of the nearest member around the value, empty if there is none
  /// @param text the decoded string, or the number as it is written
  /// @param number whether the value is a number
  public static List<PersonalSpot> spots(String key, String text, boolean number) {
    var data = new PersonalData(key, text, number);
    data.searchByKey();
    data.searchByForm();
    return Collections.unmodifiableList(data.found);
  }

  /// The kinds of personal data that the name of a key promises, whatever its value looks like.
  public static Set<PersonalKind> promisedBy(String key) {
    return Collections.unmodifiableSet(KeyName.of(key).kinds());
  }

  /// Whether a name that stands there is a thing's: WhatsApp calls templates and flows by a name,
  /// too.
  ///
  /// @param pointer the way to the name
  public static boolean isNameOfThing(String pointer) {
    return NAMES_OF_THINGS.stream().anyMatch(pointer::endsWith);
  }

  // By the name of the key

  private void searchByKey() {
    if (key.promises(NAME) && text.codePoints().anyMatch(Character::isLetter) && !isUuid()) {
      addWhole(NAME);
    }
    if (key.promises(PHONE) && longestRunOfDigits() >= SHORTEST_PHONE && !isUuid()) {
      addWhole(PHONE);
    }
    if (key.promises(CARD) && isLengthOfCard(longestRunOfDigits())) {
      addWhole(CARD);
    }
  }

  private void addWhole(PersonalKind kind) {
    found.add(new PersonalSpot(kind, 0, text.length()));
  }

  private static boolean isLengthOfCard(int digits) {
    return digits >= SHORTEST_CARD && digits <= LONGEST_CARD;
  }

  /// How many digits follow each other, counting across blanks and the marks of phone numbers.
  private int longestRunOfDigits() {
    int longest = 0;
    int digits = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Signs.isDigit(c)) {
        digits++;
        longest = Math.max(longest, digits);
      } else if (!Signs.isSeparator(c) && "()+".indexOf(c) < 0) {
        digits = 0;
      }
    }
    return longest;
  }

  private boolean isUuid() {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int at = 0; at < UUID_LENGTH; at++) {
      boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
      if (dash ? text.charAt(at) != '-' : Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  // By form and check digits

  private void searchByForm() {
    int at = 0;
    while (at < text.length()) {
      int sign = WrittenAddress.signAt(text, at);
      if (sign > 0) {
        searchAddress(WrittenAddress.around(text, at, at + sign), at, at + sign);
        at += sign;
      } else if (Signs.isLetterOrDigit(text.charAt(at))) {
        int end = endOfWord(at);
        searchWord(at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < text.length() && Signs.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void searchAddress(WrittenAddress address, int sign, int afterSign) {
    int start = sign - address.name().length();
    if (address.isOfBlip()) {
      if (address.isPhone()) {
        found.add(new PersonalSpot(PHONE, start, sign));
      }
    } else if (address.isPublic() || (key.promises(EMAIL) && address.isWhole())) {
      int end = Math.min(afterSign + address.domain().length(), text.length());
      found.add(new PersonalSpot(EMAIL, start, end));
    }
  }

  private void searchWord(int start, int end) {
    if (WrittenAddress.signAt(text, end) > 0) {
      return; // It is the name in an address, which says better what it is.
    }
    if (isBehind(start, '+')) {
      int phone = endOfInternationalPhone(start);
      if (phone > start) {
        found.add(new PersonalSpot(PHONE, start - 1, phone));
      }
      return;
    }
    if (isBehind(start, '(')) {
      search(Shape.IN_BRACKETS, start - 1);
    }
    int from = start + documentPrefix(start, end);
    if (Signs.goesOnBefore(text, from)) {
      return;
    }
    search(Shape.ANYWHERE, from);
    if (key.promises(CPF)) {
      search(Shape.OF_DOCUMENTS, from);
      if (number) {
        search(Shape.OF_NUMBERED_DOCUMENTS, from);
      }
    }
    searchDigits(from, end);
  }

  private boolean isBehind(int start, char mark) {
    return start > 0 && text.charAt(start - 1) == mark;
  }

  /// The length of a `CPF` or `CNPJ` that somebody wrote without a blank before the digits.
  private int documentPrefix(int start, int end) {
    for (var prefix : DOCUMENT_PREFIXES) {
      int length = prefix.length();
      if (end - start > length && text.regionMatches(true, start, prefix, 0, length)) {
        return length;
      }
    }
    return 0;
  }

  private void search(List<Shape> shapes, int start) {
    for (var shape : shapes) {
      int end = shape.endIn(text, start);
      if (end > start) {
        found.add(new PersonalSpot(shape.kind(), start, end));
      }
    }
  }

  /// What bare digits can be beside a [Shape].
  private void searchDigits(int start, int end) {
    int count = end - start;
    if (count > LONGEST_CARD || !isDigits(start, end)) {
      return;
    }
    if (count >= SHORTEST_PHONE && count <= LONGEST_PHONE && isBehindPhoneLink(start)) {
      found.add(new PersonalSpot(PHONE, start, end));
    }
    if (isLengthOfCard(count)
        && !key.isIdentifier()
        && CheckDigits.ofCard(text.substring(start, end))) {
      found.add(new PersonalSpot(CARD, start, end));
    }
  }

  private boolean isDigits(int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Signs.isDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private boolean isBehindPhoneLink(int start) {
    return PHONE_LINKS.stream().anyMatch(link -> text.startsWith(link, start - link.length()));
  }

  /// Where the digits after a plus end, grouped as people like: `+55 (11) 90000-0001`; -1 if they
  /// are no phone number.
  private int endOfInternationalPhone(int start) {
    if (start >= 2 && Signs.isLetterOrDigit(text.charAt(start - 2))) {
      return -1;
    }
    int least = SHORTEST_PHONE;
    int digits = 0;
    int at = start;
    while (digits <= LONGEST_PHONE) {
      if (Signs.isDigitAt(text, at)) {
        digits++;
        at++;
        continue;
      }
      if (digits >= least && Signs.endsAt(text, at)) {
        return at;
      }
      int next = Signs.afterSeparators(text, at, "()");
      if (next == at || !Signs.isDigitAt(text, next)) {
        return -1;
      }
      least = 10;
      at = next;
    }
    return -1;
  }
}
