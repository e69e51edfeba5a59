package dev.blipscope.json;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place at which two JSON texts say different things.
///
/// @param at the place, as a pointer
/// @param expected what the one says; none if it has nothing there
/// @param actual what the other says
public record Difference(String at, @Nullable String expected, @Nullable String actual) {

  // Digits stay as they are, so that 1.0 and 1 differ.
  private static final JsonMapper TREES =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /// All places at which two texts differ, in the order of the first one; the order of the members
  /// of an object counts for nothing.
  public static List<Difference> between(String expected, String actual) {
    var differences = new ArrayList<Difference>();
    compare(tree(expected), tree(actual), "", differences);
    return differences;
  }

  /// A text that is no JSON is compared as it stands.
  private static JsonNode tree(String text) {
    try {
      return TREES.readTree(text);
    } catch (JacksonException | NumberFormatException e) {
      return TREES.getNodeFactory().stringNode(text);
    }
  }

  private static void compare(
      @Nullable JsonNode expected,
      @Nullable JsonNode actual,
      String at,
      List<Difference> differences) {
    if (expected != null && actual != null && expected.isObject() && actual.isObject()) {
      var names = new ArrayList<String>(expected.propertyNames());
      var added = new TreeSet<String>(actual.propertyNames());
      names.forEach(added::remove);
      names.addAll(added);
      for (String name : names) {
        compare(
            expected.get(name), actual.get(name), at + "/" + Pointer.escaped(name), differences);
      }
    } else if (expected != null && actual != null && expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(expected.get(i), actual.get(i), at + "/" + i, differences);
      }
    } else if (expected == null || !expected.equals(actual)) {
      differences.add(new Difference(at, written(expected), written(actual)));
    }
  }

  private static @Nullable String written(@Nullable JsonNode node) {
    return node == null ? null : node.toString();
  }
}
