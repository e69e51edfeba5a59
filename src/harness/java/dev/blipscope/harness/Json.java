package dev.blipscope.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A JSON value that was read by Jackson, so that the tool's output is judged by somebody else.
record Json(Object value) {

  private static final Json NOTHING = new Json(Optional.empty());

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(5_000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /// Reads values that stand one after the other.
  static Values in(InputStream text) {
    return new Values(FACTORY.createParser(ObjectReadContext.empty(), text));
  }

  /// Whether the file is nothing but whole values, one after the other.
  static boolean isWhole(Path file) throws IOException {
    try (var values = in(Files.newInputStream(file))) {
      while (values.next().isPresent()) {
        // Reading is all that is asked for.
      }
      return true;
    } catch (JacksonException broken) {
      return false;
    }
  }

  /// The member of that name, or a value that is nothing.
  Json at(String name) {
    return value instanceof Map<?, ?> members && members.containsKey(name)
        ? new Json(members.get(name))
        : NOTHING;
  }

  List<Json> items() {
    return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
  }

  boolean exists() {
    return !value.equals(NOTHING.value);
  }

  /// The text of a string, and `""` for everything else.
  String text() {
    return value instanceof String text ? text : "";
  }

  double number() {
    return value instanceof Double number ? number : Double.NaN;
  }

  /// The values of a text, read one at a time.
  static final class Values implements AutoCloseable {

    private final JsonParser parser;

    private Values(JsonParser parser) {
      this.parser = parser;
    }

    Optional<Json> next() {
      return Optional.ofNullable(parser.nextToken()).map(token -> new Json(read(token)));
    }

    @Override
    public void close() {
      parser.close();
    }

    private Object read(JsonToken token) {
      return switch (token) {
        case START_OBJECT -> members();
        case START_ARRAY -> elements();
        case VALUE_STRING -> parser.getString();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getString());
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        default -> Optional.empty();
      };
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        members.put(name, read(parser.nextToken()));
      }
      return members;
    }

    private List<Object> elements() {
      var elements = new ArrayList<Object>();
      for (var token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        elements.add(read(token));
      }
      return elements;
    }
  }
}
