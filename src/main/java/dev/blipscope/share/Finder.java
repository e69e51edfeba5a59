package dev.blipscope.share;

import dev.blipscope.blip.Address;
import dev.blipscope.blip.Role;
import dev.blipscope.check.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is private in a text, by its form alone or by a field's name that stands beside it.
final class Finder {

  private static final Pattern SIGN = Pattern.compile("@|%40|%2540");

  private static final int LONGEST_PART = 253;

  // Also matches links without a query, so that no text is looked through twice.
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![A-Za-z])[A-Za-z]{2,15}+://[^\\s\"'<>?#]*+(?:[?#](?<query>[^\\s\"'<>]++))?+");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)(?<![a-z])(?:sig|signature|token|access_token|x-amz-signature|key|secret|password)"
              + "=(?<secret>[^&\\s\"'<>]++)");

  private static final Pattern WHATSAPP_ID =
      Pattern.compile("wamid\\.(?<id>[A-Za-z0-9+/=_\\-]{12,}+)");

  private static final Pattern DOCUMENT =
      Pattern.compile("(?i)(?:cpf|cnpj)[^\\p{L}\\p{N}]{0,5}(?<code>[0-9]{9,14})(?![\\p{L}\\p{N}])");

  // With or without the 55 of Brazil; eleven digits may be a CPF, too. Ten in a row are a phone
  // number in a sentence, alone they may be a moment.
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:[0-9]{11}|55[1-9][0-9]{9,10}|[1-9][0-9]{9})(?![\\p{L}\\p{N}])");

  private static final String VALUE =
      "((?:[^\"\\\\]|\\\\u[0-9a-fA-F]{4}|\\\\[ntrbf/]){1,4000}+)|([0-9][0-9.]{0,40}+)";

  // JSON inside a text, and JSON that is broken.
  private static final Pattern MEMBER =
      Pattern.compile(
          "[\"'](?<key>[^\"'\\\\]{1,100}+)\\\\{0,3}[\"']\\s{0,9}:\\s{0,9}(?:\\\\{0,3}[\"'])?"
              + "(?<value>"
              + VALUE
              + ")");

  private Finder() {}

  static List<Piece> find(String key, String text) {
    var found = new ArrayList<Piece>();
    PersonalData.spots("", text, false)
        .forEach(spot -> found.add(new Piece(Private.of(spot.kind()), spot.from(), spot.to())));
    addresses(text, found);
    groups(LINK, "query", Private.QUERY, text, found);
    groups(TOKEN, "secret", Private.SECRET, text, found);
    groups(WHATSAPP_ID, "id", Private.ID, text, found);
    groups(DOCUMENT, "code", Private.CPF, text, found);
    digits(key, text, found);
    members(text, found);
    return found;
  }

  private static void groups(
      Pattern pattern, String group, Private kind, String text, List<Piece> into) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.start(group) >= 0) {
        into.add(new Piece(kind, matcher.start(group), matcher.end(group)));
      }
    }
  }

  private static void digits(String key, String text, List<Piece> into) {
    if (PersonalKeys.isMoment(key)) {
      return;
    }
    var matcher = DIGITS.matcher(text);
    while (matcher.find()) {
      int length = matcher.end() - matcher.start();
      if (length > 10 || length < text.strip().length()) {
        into.add(new Piece(Private.PHONE, matcher.start(), matcher.end()));
      }
    }
  }

  private static void members(String text, List<Piece> into) {
    var matcher = MEMBER.matcher(text);
    while (matcher.find()) {
      int start = matcher.start("value");
      int end = matcher.end("value");
      PersonalKeys.kindOf(matcher.group("key"))
          .filter(kind -> isLikely(kind, text.substring(start, end)))
          .ifPresent(kind -> into.addAll(whole(kind, text, start, end)));
    }
  }

  /// Whether a value is what the name of its field promises; a document has digits.
  static boolean isLikely(Private kind, String value) {
    return !value.isBlank()
        && (!kind.isCode() || value.chars().anyMatch(c -> c >= '0' && c <= '9'));
  }

  /// A value that is private as a whole; of an address of Blip only the name.
  static List<Piece> whole(Private kind, String text, int from, int to) {
    var value = text.substring(from, to);
    if (Address.of(value).role() == Role.ODD) {
      return List.of(new Piece(kindOf(kind, value), from, to));
    }
    var found = new ArrayList<Piece>();
    addresses(value, found);
    return found.stream()
        .map(piece -> new Piece(piece.kind(), from + piece.from(), from + piece.to()))
        .toList();
  }

  private static Private kindOf(Private kind, String value) {
    return kind != Private.IDENTITY
        ? kind
        : isPhone(value) ? Private.PHONE : value.indexOf('@') > 0 ? Private.EMAIL : kind;
  }

  private static boolean isPhone(String name) {
    return name.matches("\\+?[0-9]{8,15}");
  }

  private static void addresses(String text, List<Piece> into) {
    var sign = SIGN.matcher(text);
    int behindLast = 0;
    while (sign.find()) {
      address(text, nameStart(text, sign.start(), behindLast), sign, into);
      behindLast = sign.end();
    }
  }

  private static void address(String text, int start, Matcher sign, List<Piece> into) {
    var name = text.substring(start, sign.start());
    var domain = text.substring(sign.end(), domainEnd(text, sign.end()));
    switch (Address.of(name + "@" + domain).role()) {
      case CUSTOMER, TUNNELLED_CUSTOMER, TUNNEL_LEG, AGENT ->
          into.add(new Piece(kindOf(Private.IDENTITY, name), start, sign.start()));
      // Its name is a ticket's, or a customer's whole address, which was found before.
      case DESK_LEG, BOT, SERVICE, BROADCAST, ODD, MISSING -> {}
    }
  }

  private static int nameStart(String text, int sign, int least) {
    int start = sign;
    while (start > Math.max(least, sign - LONGEST_PART)
        && isOf(text.charAt(start - 1), "._%+-~!#$&=")) {
      start--;
    }
    return start;
  }

  private static int domainEnd(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < LONGEST_PART && isOf(text.charAt(end), ".-")) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isOf(char c, String signs) {
    return Character.isLetterOrDigit(c) || signs.indexOf(c) >= 0;
  }
}
