package dev.blipscope.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// What Jackson makes of a text: the second opinion on what the scanner says.
///
/// Java's strict decoder stands before it, because Jackson takes overlong UTF-8. Bytes are parsed
/// all the same: Jackson's parser of characters takes `š` for the hex digit `a`.
final class Oracle {

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Oracle() {}

  /// The tokens of the one JSON value that the bytes hold, in the words of [Tokens], if they do.
  static Optional<List<String>> tokens(byte[] bytes) {
    return isUtf8(bytes) ? tokensOfUtf8(bytes) : Optional.empty();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException noUtf8) {
      return false;
    }
  }

  private static Optional<List<String>> tokensOfUtf8(byte[] bytes) {
    // Behind four blanks nothing looks like UTF-16 or like a byte order mark.
    byte[] indented = new byte[4 + bytes.length];
    Arrays.fill(indented, 0, 4, (byte) ' ');
    System.arraycopy(bytes, 0, indented, 4, bytes.length);
    var tokens = new ArrayList<String>();
    try (var parser = STRICT.createParser(ObjectReadContext.empty(), indented)) {
      int depth = 0;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (depth == 0 && !tokens.isEmpty()) {
          return Optional.empty();
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        tokens.add(inWords(token, parser));
      }
      return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens);
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  private static String inWords(JsonToken token, JsonParser parser) {
    return switch (token) {
      case PROPERTY_NAME -> "name " + parser.currentName();
      case VALUE_STRING -> "text " + parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + parser.getString();
      default -> token.asString();
    };
  }
}
