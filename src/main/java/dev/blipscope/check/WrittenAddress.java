package dev.blipscope.check;

import java.util.Locale;
import java.util.Set;

/// What stands around an `@` in a text: an e-mail address, or an address of Blip.
///
/// @param name what stands before it, as far as a name goes
/// @param domain what stands behind it, in small letters
record WrittenAddress(String name, String domain) {

  private static final Set<String> BLIP_DOMAINS =
      Set.of("msging.net", "0mn.io", "take.io", "tangram.com.br", "blip.ai");

  // The channels whose customers are named by their phone number. The second spelling of Google
  // RCS is the one that Blip's own page on messages prints.
  private static final Set<String> PHONE_DOMAINS =
      Set.of(
          "wa.gw.msging.net",
          "googlercs.gw.msging.net",
          "googlersc.gw.msging.net",
          "take.io",
          "tangram.com.br");

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int SHORTEST_PHONE = 10;
  private static final int LONGEST_PHONE = 15;

  /// The length of `@` as it stands here, plain or percent-encoded once or twice; 0 if it does not.
  static int signAt(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    char c = text.charAt(at);
    if (c == '@') {
      return 1;
    }
    if (c != '%') {
      return 0;
    }
    return text.startsWith("%40", at) ? 3 : text.startsWith("%2540", at) ? 5 : 0;
  }

  /// @param sign where the `@` begins
  /// @param afterSign where it ends
  static WrittenAddress around(String text, int sign, int afterSign) {
    return new WrittenAddress(nameBefore(text, sign), domainAfter(text, afterSign));
  }

  private static String nameBefore(String text, int sign) {
    int start = sign;
    while (start > 0 && sign - start < LONGEST_NAME && isOfName(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, sign);
  }

  private static String domainAfter(String text, int start) {
    int end = start;
    while (end < text.length()
        && end - start < LONGEST_DOMAIN
        && (isOfDomain(text.charAt(end))
            || (text.charAt(end) == '.'
                && end + 1 < text.length()
                && isOfDomain(text.charAt(end + 1))))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
  }

  private static boolean isOfDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '-';
  }

  boolean isOfBlip() {
    return BLIP_DOMAINS.contains(domain) || domain.endsWith(".msging.net");
  }

  /// Whether the name of a customer of Blip is a phone number.
  boolean isPhone() {
    return PHONE_DOMAINS.contains(domain) && isPhone(name);
  }

  private static boolean isPhone(String name) {
    int escape = name.lastIndexOf('%'); // Such as %2F, the slash before an address inside another.
    var plain = escape < 0 ? name : name.substring(Math.min(escape + 3, name.length()));
    var digits = plain.startsWith("+") ? plain.substring(1) : plain;
    return digits.length() >= SHORTEST_PHONE
        && digits.length() <= LONGEST_PHONE
        && digits.chars().allMatch(c -> Signs.isDigit((char) c));
  }

  /// Whether the domain ends as domains on the internet do: in a label of letters.
  boolean isPublic() {
    int dot = domain.lastIndexOf('.');
    return !name.isEmpty()
        && dot > 0
        && domain.length() > dot + 2
        && Character.isLetter(domain.charAt(dot + 1))
        && Character.isLetter(domain.charAt(dot + 2));
  }

  /// Whether there is something that could be a name and a domain.
  boolean isWhole() {
    return !name.isEmpty() && !domain.isEmpty() && Character.isLetterOrDigit(domain.charAt(0));
  }
}
