package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The small edits that people would try at a place where a text stops being JSON.
final class Remedies {

  /// What closes a string that does not open with JSON's own quote.
  private static final Map<Character, String> QUOTES =
      Map.ofEntries(
          Map.entry('\'', "'"),
          Map.entry('`', "`'"),
          Map.entry('´', "´'"),
          Map.entry('“', "”“\""),
          Map.entry('”', "”\""),
          Map.entry('„', "“”\""),
          Map.entry('‟', "”\""),
          Map.entry('‘', "’"),
          Map.entry('’', "’"),
          Map.entry('‚', "‘’"),
          Map.entry('«', "»"),
          Map.entry('»', "«"),
          Map.entry('‹', "›"),
          Map.entry('＂', "＂\""));

  /// What other languages call the three words that JSON has.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("true", "true"),
          Map.entry("false", "false"),
          Map.entry("null", "null"),
          Map.entry("none", "null"),
          Map.entry("nil", "null"),
          Map.entry("undefined", "null"),
          Map.entry("nan", "null"),
          Map.entry("infinity", "null"),
          Map.entry("inf", "null"));

  private static final String DELIMITERS = ",:{}[]\"";
  private static final String STARTS_VALUE = "\"{[-0123456789tfn";

  private final String text;
  private final int at;
  private final boolean atEnd;
  private final char here;
  /// Behind the last thing in front of the place.
  private final int before;
  private final char previous;
  private final List<Mend> edits = new ArrayList<>();

  private Remedies(String text, int at) {
    this.text = text;
    this.at = at;
    this.atEnd = at >= text.length();
    this.here = atEnd ? '\n' : text.charAt(at);
    int i = at;
    while (i > 0 && Blanks.is(text.charAt(i - 1))) {
      i--;
    }
    this.before = i;
    this.previous = i == 0 ? '\n' : text.charAt(i - 1);
  }

  /// The likeliest first.
  static List<Mend> of(String text, int at, Expected expected) {
    var remedies = new Remedies(text, at);
    remedies.find(expected);
    return remedies.edits;
  }

  private void find(Expected expected) {
    switch (expected) {
      case CLOSING_QUOTE -> unclosedString();
      case ESCAPED_CONTROL -> control();
      case ESCAPE_LETTER -> escape();
      case HEX_DIGIT -> hexDigits();
      case NO_LEADING_ZERO -> quoteToken();
      case DIGIT -> digit();
      case VALUE, VALUE_OR_CLOSING_BRACKET -> between(this::value);
      case NAME, NAME_OR_CLOSING_BRACE -> between(this::name);
      case COLON -> between(this::colon);
      case COMMA_OR_CLOSING_BRACE -> between(() -> comma("}"));
      case COMMA_OR_CLOSING_BRACKET -> between(() -> comma("]"));
      case END_OF_TEXT -> between(this::afterValue);
      case VALID_ENCODING,
          NO_BYTE_ORDER_MARK,
          PAYLOAD,
          JSON_BODY,
          UNDAMAGED,
          SHALLOWER,
          FEWER_TOKENS,
          SHORTER_NUMBER,
          SHORTER_STRING,
          SHORTER_NAME,
          SMALLER,
          SLOWER_EXPANSION,
          FEWER_EMPTY,
          OTHER_NAME,
          WHOLE_CHARACTER -> {}
    }
  }

  /// Between two tokens.
  private void between(Runnable token) {
    if (!atEnd && isInvisible(here)) {
      int stop = at;
      while (stop < text.length() && isInvisible(text.charAt(stop))) {
        stop++;
      }
      delete(at, stop);
    } else if (commentEnd(text, at) >= 0) {
      delete(at, commentEnd(text, at));
    } else if (here == '\\') {
      unescapeAll();
    } else if (text.startsWith("...", at) || here == '…') {
      delete(at, here == '…' ? at + 1 : at + 3);
    } else {
      token.run();
    }
  }

  // Inside strings and numbers

  private void unclosedString() {
    String missing = missingClosers();
    int tail = text.length();
    while (tail > 0 && "}] \t\r\n".indexOf(text.charAt(tail - 1)) >= 0) {
      tail--;
    }
    if (!missing.isEmpty() && text.substring(tail).replaceAll("\\s", "").equals(missing)) {
      insert(tail, "\"");
    }
    insert(text.length(), "\"");
  }

  private void control() {
    var run = new StringBuilder();
    int stop = at;
    while (stop < text.length() && text.charAt(stop) < ' ') {
      run.append(escaped(text.charAt(stop++)));
    }
    replace(at, stop, run.toString());
    if (here == '\n' || here == '\r') {
      // The quote was forgotten at the end of the line, in front of a comma, if there is one.
      if (previous == ',') {
        insert(before - 1, "\"");
      }
      insert(before, "\"");
    }
  }

  private void escape() {
    if (atEnd || here == '\\') {
      // The text ends behind the backslash, which is where the place is then.
      delete(text.lastIndexOf('\\'), text.length());
    } else if (here == 'x' && hexValue(at + 1, 2) >= 0) {
      replace(at, at + 3, "u00" + text.substring(at + 1, at + 3));
    } else if (here == '\n') {
      delete(at - 1, at + 1);
    } else if (Character.isLetterOrDigit(here)) {
      insert(at - 1, "\\");
    } else {
      delete(at - 1, at);
    }
  }

  private void hexDigits() {
    int backslash = text.lastIndexOf('\\', at - 1);
    if (atEnd) {
      delete(backslash, at);
      return;
    }
    int brace = here == '{' ? text.indexOf('}', at) : -1;
    int point = brace > at && brace <= at + 7 ? hexValue(at + 1, brace - at - 1) : -1;
    if (Character.isValidCodePoint(point)) {
      replace(backslash, brace + 1, escaped(Character.toString(point)));
    }
    insert(backslash, "\\");
  }

  private int hexValue(int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private void digit() {
    int start = tokenStart();
    String token = text.substring(start, tokenEnd(start));
    String word = WORDS.get(token.substring(1).toLowerCase(Locale.ROOT));
    if (word != null) {
      replace(start, start + token.length(), word);
    } else if (here == '.' || previous == '.') {
      insert(at, "0");
    } else if (atEnd && at > start + 1) {
      delete(lastDigit() + 1, at);
    } else if (atEnd) {
      replace(start, at, "null");
    } else {
      quoteToken();
    }
  }

  private int lastDigit() {
    int i = at - 1;
    while (!Character.isDigit(text.charAt(i))) {
      i--;
    }
    return i;
  }

  // Where a value, a name or a sign between them should stand

  private void value() {
    if (atEnd) {
      lackingAtEnd();
    } else if (here == ',' || here == '}' || here == ']') {
      if (previous == ':') {
        insert(before, " null");
      } else if (here == ',') {
        delete(at, at + 1);
      } else if (previous == ',') {
        delete(before - 1, before);
      } else {
        delete(at, at + 1);
      }
    } else if (here == ':' || here == '=' || here == '+') {
      delete(at, at + 1);
    } else if (here == '.') {
      insert(at, "0");
    } else if (!quoted() && !prefixed()) {
      bareValue();
    }
  }

  private void bareValue() {
    int end = tokenEnd(at);
    String token = text.substring(at, end);
    String word = WORDS.get(token.toLowerCase(Locale.ROOT));
    if (word != null && !word.equals(token)) {
      replace(at, end, word);
    } else if (end == text.length() && startsWord(token)) {
      replace(at, end, startedWord(token));
    }
    if (end > at) {
      openingQuote();
      int stop = at;
      while (stop < text.length() && ",}]\n\r".indexOf(text.charAt(stop)) < 0) {
        stop++;
      }
      quote(at, end);
      quote(at, at + text.substring(at, stop).stripTrailing().length());
    }
  }

  /// The quote in front is missing where the rest of the line has an odd one.
  private void openingQuote() {
    boolean odd = false;
    int end = lineEnd();
    for (int i = at; i < end; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else {
        odd ^= text.charAt(i) == '"';
      }
    }
    if (odd) {
      insert(at, "\"");
    }
  }

  private int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private static boolean startsWord(String token) {
    return !token.isEmpty() && !startedWord(token).isEmpty();
  }

  private static String startedWord(String token) {
    for (String word : List.of("true", "false", "null")) {
      if (word.startsWith(token)) {
        return word;
      }
    }
    return "";
  }

  /// A string with the letter that Python writes before some; whether there is one.
  private boolean prefixed() {
    if ("ubrUBR".indexOf(here) < 0 || at + 1 == text.length()) {
      return false;
    }
    if (text.charAt(at + 1) == '"') {
      delete(at, at + 1);
      return true;
    }
    int end = stringEnd(at + 1);
    if (end >= 0) {
      replace(at, end, inQuotes(text.substring(at + 2, end - 1)));
    }
    return end >= 0;
  }

  private void name() {
    if (atEnd) {
      lackingAtEnd();
    } else if (here == ',') {
      delete(at, at + 1);
    } else if (here == '}' || here == ']') {
      if (previous == ',') {
        delete(before - 1, before);
      }
      delete(at, at + 1);
    } else if (!quoted() && !prefixed()) {
      int end = tokenEnd(at);
      if (end > at) {
        openingQuote();
        quote(at, end);
      }
      int colon = text.substring(0, lineEnd()).indexOf(':', at);
      if (colon > end) {
        quote(at, at + text.substring(at, colon).stripTrailing().length());
      }
    }
  }

  private void colon() {
    if (atEnd) {
      insert(at, ":null");
      return;
    }
    if (here == '=' || text.startsWith(":=", at)) {
      replace(at, text.startsWith("=>", at) || here == ':' ? at + 2 : at + 1, ":");
    } else if (here == ',' || here == '}') {
      insert(before, ": null");
    }
    innerQuote();
    earlierQuote(':');
    insert(before, ":");
  }

  private void comma(String closer) {
    if (atEnd) {
      lackingAtEnd();
      return;
    }
    if (here == '}' || here == ']') {
      insert(before, closer);
      delete(at, at + 1);
      return;
    }
    innerQuote();
    earlierQuote(',');
    if (here == ':' || here == ';' || here == '|') {
      replace(at, at + 1, ",");
    } else {
      if (STARTS_VALUE.indexOf(here) >= 0 || QUOTES.containsKey(here) || isWordly(here)) {
        insert(before, ",");
      }
      if (before == at && isWordly(previous)) {
        quoteToken();
      }
    }
  }

  private static boolean isWordly(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$' || sign == '#';
  }

  /// The string before ended too early, at a quote that belongs into it.
  private void innerQuote() {
    if (previous == '"') {
      replace(before - 1, before, "\\\"");
    }
  }

  /// The string before ended too late, for its own quote is missing in front of this sign.
  private void earlierQuote(char sign) {
    if (previous != '"') {
      return;
    }
    int i = before - 2;
    while (i > 0 && Blanks.is(text.charAt(i))) {
      i--;
    }
    if (i > 0 && text.charAt(i) == sign) {
      insert(i, "\"");
    }
  }

  private void afterValue() {
    int idle = at;
    while (idle < text.length() && isIdle(text.charAt(idle))) {
      idle++;
    }
    if (idle > at) {
      delete(at, idle);
    }
    // The value was closed too early.
    if (previous == '}' || previous == ']') {
      delete(before - 1, before);
    }
  }

  private void lackingAtEnd() {
    if (previous == ',') {
      delete(before - 1, before);
    } else if (previous == ':') {
      insert(text.length(), "null");
    }
    insert(text.length(), missingClosers());
  }

  /// What would close all that is open at the place.
  private String missingClosers() {
    var closers = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < at && i < text.length(); i++) {
      char found = text.charAt(i);
      if (inString) {
        if (found == '\\') {
          i++;
        } else {
          inString = found != '"';
        }
      } else {
        switch (found) {
          case '"' -> inString = true;
          case '{' -> closers.append('}');
          case '[' -> closers.append(']');
          case '}', ']' -> closers.setLength(Math.max(0, closers.length() - 1));
          default -> {}
        }
      }
    }
    return closers.reverse().toString();
  }

  // Texts

  /// A string in quotes of another kind; whether there is one.
  private boolean quoted() {
    int end = stringEnd(at);
    if (end < 0) {
      return false;
    }
    replace(at, end, inQuotes(text.substring(at + 1, end - 1)));
    allQuoted();
    return true;
  }

  /// Where one string is of another language, all that follows is likely to be.
  private void allQuoted() {
    var all = new StringBuilder(text.length() - at);
    int i = at;
    while (i < text.length()) {
      char found = text.charAt(i);
      int end = i + 1;
      if (found == '"') {
        end = jsonStringEnd(i);
        all.append(text, i, end);
      } else if (QUOTES.containsKey(found)) {
        end = stringEnd(i);
        if (end < 0) {
          return;
        }
        all.append(inQuotes(text.substring(i + 1, end - 1)));
      } else if (Character.isLetter(found)) {
        end = tokenEnd(i);
        String token = text.substring(i, end);
        all.append(WORDS.getOrDefault(token.toLowerCase(Locale.ROOT), token));
      } else {
        all.append(found);
      }
      i = end;
    }
    replace(at, text.length(), all.toString());
  }

  private int jsonStringEnd(int from) {
    for (int i = from + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"' || text.charAt(i) == '\n') {
        return i + 1;
      }
    }
    return text.length();
  }

  /// Behind the string in quotes of another kind that starts here; -1 if none does.
  private int stringEnd(int from) {
    String closing = QUOTES.get(text.charAt(from));
    if (closing == null) {
      return -1;
    }
    for (int i = from + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (closing.indexOf(text.charAt(i)) >= 0 && isDelimited(i + 1)) {
        return i + 1;
      }
    }
    return -1;
  }

  /// Whether what stands here may follow a string.
  private boolean isDelimited(int place) {
    for (int i = place; i < text.length(); i++) {
      char found = text.charAt(i);
      if (found == '\n' || ",:}]#".indexOf(found) >= 0) {
        return true;
      }
      if (!Blanks.is(found) && !isInvisible(found)) {
        return found == '/' && i + 1 < text.length() && "/*".indexOf(text.charAt(i + 1)) >= 0;
      }
    }
    return true;
  }

  private static String inQuotes(String content) {
    var string = new StringBuilder("\"");
    for (int i = 0; i < content.length(); i++) {
      char found = content.charAt(i);
      if (found == '\\' && i + 1 < content.length()) {
        char next = content.charAt(++i);
        if (!QUOTES.containsKey(next)) {
          string.append(found);
        }
        string.append(next);
      } else if (found == '"') {
        string.append("\\\"");
      } else {
        string.append(found < ' ' ? escaped(found) : String.valueOf(found));
      }
    }
    return string.append('"').toString();
  }

  /// The whole text lost the quotes around it, and is what an escaped text looks like.
  private void unescapeAll() {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char found = text.charAt(i);
      if (found != '\\' || i + 1 == text.length()) {
        plain.append(found);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case '"', '\\', '/', '\'' -> plain.append(next);
        default -> plain.append(found).append(next);
      }
    }
    edits.add(new Mend(0, text.length(), plain.toString()));
  }

  private static String escaped(char control) {
    return switch (control) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> Utf8.escape(control);
    };
  }

  private static String escaped(String signs) {
    var written = new StringBuilder();
    signs.chars().forEach(unit -> written.append(Utf8.escape((char) unit)));
    return written.toString();
  }

  private void quoteToken() {
    int start = tokenStart();
    quote(start, tokenEnd(start));
  }

  private void quote(int from, int to) {
    replace(from, to, inQuotes(text.substring(from, to)));
  }

  private int tokenStart() {
    int start = at;
    while (start > 0 && isToken(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int tokenEnd(int from) {
    int end = from;
    while (end < text.length() && isToken(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isToken(char sign) {
    return !Blanks.is(sign) && !isInvisible(sign) && DELIMITERS.indexOf(sign) < 0;
  }

  /// Blanks that are none in JSON, and signs that nobody sees.
  private static boolean isInvisible(char sign) {
    return !Blanks.is(sign)
        && (Character.isISOControl(sign)
            || Character.isSpaceChar(sign)
            || Character.getType(sign) == Character.FORMAT);
  }

  /// Whether a text holds only signs without a meaning of their own, or one comment.
  static boolean isIdle(String text) {
    return !text.isEmpty()
        && (commentEnd(text, 0) == text.length() || text.chars().allMatch(c -> isIdle((char) c)));
  }

  private static boolean isIdle(char sign) {
    return Blanks.is(sign) || isInvisible(sign) || "}]),;`".indexOf(sign) >= 0;
  }

  /// Behind the comment that starts here; -1 if none does.
  private static int commentEnd(String text, int from) {
    if (text.startsWith("/*", from)) {
      int end = text.indexOf("*/", from + 2);
      return end < 0 ? text.length() : end + 2;
    }
    if (text.startsWith("//", from) || text.startsWith("#", from)) {
      int end = text.indexOf('\n', from);
      return end < 0 ? text.length() : end;
    }
    return -1;
  }

  private void insert(int place, String more) {
    if (!more.isEmpty()) {
      replace(place, place, more);
    }
  }

  private void delete(int from, int to) {
    replace(from, to, "");
  }

  private void replace(int from, int to, String by) {
    edits.add(new Mend(from, to, by));
  }
}
