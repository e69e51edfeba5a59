package dev.blipscope.share;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import java.util.List;

/// Writes a program that sends calls with analytics-java, version 3.5.4.
final class JavaCode {

  private static final Name TYPE = Name.of("type");
  private static final Name EVENT = Name.of("event");
  private static final Name USER_ID = Name.of("userId");
  private static final Name ANONYMOUS_ID = Name.of("anonymousId");
  private static final Name MESSAGE_ID = Name.of("messageId");
  private static final Name TIMESTAMP = Name.of("timestamp");
  private static final Name CONTEXT = Name.of("context");
  private static final Name INTEGRATIONS = Name.of("integrations");
  private static final Name PROPERTIES = Name.of("properties");
  private static final Name TRAITS = Name.of("traits");

  private final String key;
  private final String endpoint;
  private final StringBuilder code = new StringBuilder();

  /// @param key an expression that gives the write key
  /// @param endpoint an expression that gives the endpoint
  JavaCode(String key, String endpoint) {
    this.key = key;
    this.endpoint = endpoint;
  }

  String of(List<Doc> calls) {
    code.append(
        """
        import com.google.gson.GsonBuilder;
        import com.segment.analytics.Analytics;
        import com.segment.analytics.messages.IdentifyMessage;
        import com.segment.analytics.messages.TrackMessage;
        import java.math.BigDecimal;
        import java.time.Instant;
        import java.util.ArrayList;
        import java.util.Arrays;
        import java.util.Date;
        import java.util.LinkedHashMap;
        import java.util.List;
        import java.util.Map;

        public class SendToSegment {

          public static void main(String[] args) {
            Analytics analytics =
                Analytics.builder(\
        """);
    code.append(key).append(")\n            .endpoint(").append(endpoint).append(")\n");
    code.append("            .gsonBuilder(").append(gson(calls)).append(")\n");
    code.append("            .build();\n");
    calls.forEach(this::call);
    return code.append(
            """

                analytics.flush();
                analytics.shutdown();
              }

              private static Map<String, Object> map(Object... namesAndValues) {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = 0; i < namesAndValues.length; i += 2) {
                  map.put((String) namesAndValues[i], namesAndValues[i + 1]);
                }
                return map;
              }

              private static List<Object> list(Object... values) {
                return new ArrayList<>(Arrays.asList(values));
              }
            }
            """)
        .toString();
  }

  /// Without escapes for HTML, which count as bytes; with nulls only if there are some, because the
  /// library then writes its own empty fields, too.
  private static String gson(List<Doc> calls) {
    return "new GsonBuilder().disableHtmlEscaping()"
        + (calls.stream().anyMatch(JavaCode::hasNull) ? ".serializeNulls()" : "");
  }

  private static boolean hasNull(Doc call) {
    for (int node = 0; node < call.count(); node++) {
      if (call.is(node, NodeKind.NULL)) {
        return true;
      }
    }
    return false;
  }

  private void call(Doc call) {
    boolean identify = call.isText(call.member(Doc.ROOT, TYPE), Name.of("identify"));
    code.append("\n    analytics.enqueue(\n        ");
    if (identify) {
      code.append("IdentifyMessage.builder()");
    } else {
      code.append("TrackMessage.builder(").append(text(call, EVENT)).append(')');
    }
    texts(call, "userId", USER_ID);
    texts(call, "anonymousId", ANONYMOUS_ID);
    texts(call, "messageId", MESSAGE_ID);
    if (has(call, TIMESTAMP)) {
      option("timestamp", "Date.from(Instant.parse(" + text(call, TIMESTAMP) + "))");
    }
    map(call, "context", CONTEXT);
    integrations(call);
    map(call, identify ? "traits" : "properties", identify ? TRAITS : PROPERTIES);
    code.append(");\n");
  }

  private static boolean has(Doc call, Name name) {
    return call.member(Doc.ROOT, name) != Doc.NONE;
  }

  private static String text(Doc call, Name name) {
    int node = call.member(Doc.ROOT, name);
    return node != Doc.NONE && call.is(node, NodeKind.STRING)
        ? JavaText.literal(call.text(node))
        : "\"\"";
  }

  private void option(String name, String value) {
    code.append("\n            .").append(name).append('(').append(value).append(')');
  }

  private void texts(Doc call, String option, Name name) {
    if (has(call, name)) {
      option(option, text(call, name));
    }
  }

  private void map(Doc call, String option, Name name) {
    int node = call.member(Doc.ROOT, name);
    if (node != Doc.NONE && call.is(node, NodeKind.OBJECT)) {
      code.append("\n            .").append(option).append('(');
      value(call, node, 16);
      code.append(')');
    }
  }

  /// The library knows two forms of a destination: on or off, and with options.
  private void integrations(Doc call) {
    int node = call.member(Doc.ROOT, INTEGRATIONS);
    if (node == Doc.NONE || !call.is(node, NodeKind.OBJECT)) {
      return;
    }
    for (int key = node + 1; key < call.after(node); key = call.after(key + 1)) {
      String name = JavaText.literal(call.text(key));
      if (call.kind(key + 1).isBoolean()) {
        option("enableIntegration", name + ", " + call.written(key + 1));
      } else if (call.is(key + 1, NodeKind.OBJECT)) {
        code.append("\n            .integrationOptions(").append(name).append(", ");
        value(call, key + 1, 16);
        code.append(')');
      }
    }
  }

  private void value(Doc call, int node, int indentation) {
    switch (call.kind(node)) {
      case OBJECT -> {
        code.append("map(");
        String separator = "\n";
        for (int key = node + 1; key < call.after(node); key = call.after(key + 1)) {
          code.append(separator).append(" ".repeat(indentation));
          code.append(JavaText.literal(call.text(key))).append(", ");
          value(call, key + 1, indentation + 4);
          separator = ",\n";
        }
        code.append(')');
      }
      case ARRAY -> array(call, node, indentation);
      case STRING -> code.append(JavaText.literal(call.text(node)));
      case NUMBER -> code.append(JavaText.number(call.written(node)));
      case TRUE, FALSE, NULL, KEY -> code.append(call.written(node));
    }
  }

  private void array(Doc call, int node, int indentation) {
    code.append("list(");
    boolean alone = !call.isEmpty(node) && call.after(node + 1) == call.after(node);
    if (alone && call.is(node + 1, NodeKind.NULL)) {
      code.append("(Object) "); // Or null would be the whole array.
    }
    String separator = "\n";
    for (int item = node + 1; item < call.after(node); item = call.after(item)) {
      code.append(separator).append(" ".repeat(indentation));
      value(call, item, indentation + 4);
      separator = ",\n";
    }
    code.append(')');
  }
}
