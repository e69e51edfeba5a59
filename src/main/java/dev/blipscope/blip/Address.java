package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// An address of Blip, `name@domain/instance`, split but never decoded nor re-cased.
///
/// @param node the string in the payload that it was read from; [Doc#NONE] for a missing one
/// @param at where the first `@` stands in the text; -1 if there is none
/// @param slash where the instance begins in the text, or its length
public record Address(int node, String text, int at, int slash, Role role) {

  public static final Address MISSING = new Address(Doc.NONE, "", -1, 0, Role.MISSING);

  /// Reads the address that a member holds; what is blank or no string is missing.
  public static Address in(Doc doc, int node) {
    if (node == Doc.NONE || !doc.is(node, NodeKind.STRING)) {
      return MISSING;
    }
    return of(node, doc.text(node));
  }

  /// Splits an address that stands nowhere in a payload.
  public static Address of(String text) {
    return of(Doc.NONE, text);
  }

  static Address of(int node, String text) {
    if (Blank.is(text)) {
      return MISSING;
    }
    int at = text.indexOf('@');
    if (at < 0) {
      return new Address(node, text, -1, text.length(), Role.ODD);
    }
    int slash = orEnd(text.indexOf('/', at), text.length());
    var role = Role.of(text, at, domainEnd(text, at, slash), slash + 1 < text.length());
    return new Address(node, text, at, slash, role);
  }

  /// Blip itself splits at each `@`: the domain is what stands between the first two.
  private static int domainEnd(String text, int at, int slash) {
    return Math.min(orEnd(text.indexOf('@', at + 1), slash), slash);
  }

  private static int orEnd(int place, int end) {
    return place < 0 ? end : place;
  }

  public boolean is(Role role) {
    return this.role == role;
  }

  public String name() {
    return at < 0 ? text : text.substring(0, at);
  }

  public String domain() {
    return at < 0 ? "" : text.substring(at + 1, domainEnd(text, at, slash));
  }

  public String instance() {
    return slash + 1 < text.length() ? text.substring(slash + 1) : "";
  }

  /// The address without its instance.
  public String identity() {
    return text.substring(0, slash);
  }

  /// Whether the identity is the text as it was written.
  public boolean isWhole() {
    return slash == text.length();
  }

  /// Undoes percent-encoding once. A text of which any part is not encoded well stays as it is.
  public static String decoded(String text) {
    int plain = text.indexOf('%');
    if (plain < 0) {
      return text;
    }
    var decoded = new StringBuilder(text.length()).append(text, 0, plain);
    int i = plain;
    while (i < text.length()) {
      int stop = encodedEnd(text, i);
      if (stop == i) {
        decoded.append(text.charAt(i++));
        continue;
      }
      try {
        decoded.append(utf8(text, i, stop));
      } catch (CharacterCodingException e) {
        return text;
      }
      i = stop;
    }
    return decoded.toString();
  }

  /// Where a run of encoded bytes ends that starts at this place; the place itself if none does.
  private static int encodedEnd(String text, int from) {
    int i = from;
    while (i + 2 < text.length() && text.charAt(i) == '%' && isHex(text, i + 1)) {
      i += 3;
    }
    return i;
  }

  private static boolean isHex(String text, int at) {
    return digit(text, at) >= 0 && digit(text, at + 1) >= 0;
  }

  private static int digit(String text, int at) {
    char found = text.charAt(at);
    return found < 0x80 ? Character.digit(found, 16) : -1;
  }

  private static CharSequence utf8(String text, int from, int to) throws CharacterCodingException {
    var bytes = ByteBuffer.allocate((to - from) / 3);
    for (int i = from; i < to; i += 3) {
      bytes.put((byte) (digit(text, i + 1) << 4 | digit(text, i + 2)));
    }
    return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
  }
}
