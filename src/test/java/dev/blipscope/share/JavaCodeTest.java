package dev.blipscope.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Given;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program that a call is copied as compiles, and sends that call. The library is replaced by
/// classes with the same names and signatures as in analytics-java 3.5.4, which say what they got.
class JavaCodeTest {

  private static final Map<String, String> LIBRARY =
      Map.of(
          "com/google/gson/GsonBuilder.java",
          """
          package com.google.gson;
          public final class GsonBuilder {
            public GsonBuilder disableHtmlEscaping() { return this; }
            public GsonBuilder serializeNulls() {
              com.segment.analytics.Analytics.said.add("nulls");
              return this;
            }
          }
          """,
          "com/segment/analytics/Analytics.java",
          """
          package com.segment.analytics;
          import com.segment.analytics.messages.MessageBuilder;
          public class Analytics {
            public static final java.util.List<Object> said = new java.util.ArrayList<>();
            public static Builder builder(String key) { return new Builder(); }
            public void enqueue(MessageBuilder message) { said.add(message.said); }
            public void flush() { said.add("flush"); }
            public void shutdown() { said.add("shutdown"); }
            public static class Builder {
              public Builder endpoint(String url) { said.add(url); return this; }
              public Builder gsonBuilder(com.google.gson.GsonBuilder gson) { return this; }
              public Analytics build() { return new Analytics(); }
            }
          }
          """,
          "com/segment/analytics/messages/MessageBuilder.java",
          """
          package com.segment.analytics.messages;
          import java.util.Map;
          @SuppressWarnings("unchecked")
          public abstract class MessageBuilder<T, V extends MessageBuilder> {
            public final Map<String, Object> said = new java.util.LinkedHashMap<>();
            protected V say(String name, Object value) { said.put(name, value); return (V) this; }
            public V messageId(java.util.UUID id) { return say("messageId", id); }
            public V messageId(String id) { return say("messageId", id); }
            public V timestamp(java.util.Date at) { return say("timestamp", at.toInstant().toString()); }
            public V context(Map<String, ?> context) { return say("context", context); }
            public V anonymousId(java.util.UUID id) { return say("anonymousId", id); }
            public V anonymousId(String id) { return say("anonymousId", id); }
            public V userId(String id) { return say("userId", id); }
            public V enableIntegration(String name, boolean on) { return say("integration " + name, on); }
            public V integrationOptions(String name, Map<String, ?> options) {
              return say("integration " + name, options);
            }
          }
          """,
          "com/segment/analytics/messages/TrackMessage.java",
          """
          package com.segment.analytics.messages;
          public abstract class TrackMessage {
            public static Builder builder(String event) { return new Builder(event); }
            public static class Builder extends MessageBuilder<TrackMessage, Builder> {
              private Builder(String event) { say("event", event); }
              public Builder properties(java.util.Map<String, ?> map) { return say("properties", map); }
            }
          }
          """,
          "com/segment/analytics/messages/IdentifyMessage.java",
          """
          package com.segment.analytics.messages;
          public abstract class IdentifyMessage {
            public static Builder builder() { return new Builder(); }
            public static class Builder extends MessageBuilder<IdentifyMessage, Builder> {
              public Builder traits(java.util.Map<String, ?> map) { return say("traits", map); }
            }
          }
          """);

  @TempDir Path folder;

  private List<?> ran(String program) throws Exception {
    var sources = new LinkedHashMap<>(LIBRARY);
    sources.put("SendToSegment.java", program);
    var arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.resolve("out").toString()));
    for (var source : sources.entrySet()) {
      var file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    var said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files = compiler.getStandardFileManager(null, null, null);
    var units = files.getJavaFileObjectsFromStrings(arguments.subList(3, arguments.size()));
    boolean compiled =
        compiler.getTask(said, files, null, arguments.subList(0, 3), null, units).call();
    assertTrue(compiled, said + program);
    var urls = new URL[] {folder.resolve("out").toUri().toURL()};
    try (var classes = new URLClassLoader(urls, null)) {
      var main = classes.loadClass("SendToSegment").getMethod("main", String[].class);
      main.invoke(null, (Object) new String[0]);
      var all = classes.loadClass("com.segment.analytics.Analytics").getField("said").get(null);
      return List.copyOf((List<?>) all);
    }
  }

  private static String java(String... calls) {
    var target = new Target("test", "https://events.eu1.segmentapis.com", WriteKey.NONE);
    return Request.batch(target, Arrays.stream(calls).map(Given::exactly).toList()).asJava();
  }

  @Test
  void the_program_sends_what_the_call_says() throws Exception {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("list", Arrays.asList((Object) null));
    properties.put("more", List.of(1, List.of(), Map.of()));
    properties.put("none", null);
    properties.put("yes", true);
    properties.put("small", -7);
    properties.put("long", 1746662240158L);
    properties.put("big", new BigDecimal("123456789012345678901234567890"));
    properties.put("exact", new BigDecimal("1.10"));
    properties.put("zero", 0);
    var message = new LinkedHashMap<String, Object>();
    message.put("event", "Message Received");
    message.put("userId", "u@x");
    message.put("messageId", "blip-1");
    message.put("timestamp", "2025-01-08T16:35:14.120Z");
    message.put("context", Map.of("ip", "127.0.0.1"));
    message.put("integration All", false);
    message.put("integration X", Map.of("a", 1));
    message.put("properties", properties);

    assertEquals(
        List.of("https://events.eu1.segmentapis.com", "nulls", message, "flush", "shutdown"),
        ran(
            java(
                """
                {"type":"track","event":"Message Received","userId":"u@x","messageId":"blip-1",
                 "timestamp":"2025-01-08T16:35:14.120Z","context":{"ip":"127.0.0.1"},
                 "integrations":{"All":false,"X":{"a":1},"odd":5},
                 "properties":{"list":[null],"more":[1,[],{}],"none":null,"yes":true,
                   "small":-7,"long":1746662240158,"big":123456789012345678901234567890,
                   "exact":1.10,"zero":0}}""")));
  }

  @Test
  void texts_and_names_arrive_to_the_letter() throws Exception {
    String nasty = "\" \\ \\u0022 \n\r\t\b\f\0 \u2028\u2029\u202E é \uD83D\uDE00 \uD800 ";
    String longer = nasty.repeat(3_000);
    String call =
        new Out(64)
            .add("{\"type\":\"identify\",\"anonymousId\":\"a\",\"traits\":{")
            .quoted(nasty)
            .add(":")
            .quoted(longer)
            .add("}}")
            .toString();

    assertEquals(
        List.of(
            "https://events.eu1.segmentapis.com",
            Map.of("anonymousId", "a", "traits", Map.of(nasty, longer)),
            "flush",
            "shutdown"),
        ran(java(call)));
  }

  @Test
  void every_sample_becomes_a_program_that_compiles() throws Exception {
    var calls = new ArrayList<Doc>();
    for (var handed : Shared.samples()) {
      var call = handed.inspection().call();
      if (call != null && !call.hasLoneSurrogate() && call.count() < 200) {
        calls.add(call);
      }
    }
    assertTrue(calls.size() > 200);
    int sent = 0;
    for (int from = 0; from < calls.size(); from += 25) {
      var part = calls.subList(from, Math.min(from + 25, calls.size()));
      var request = Request.batch(new Target("test", "https://x.example", WriteKey.NONE), part);
      sent += (int) ran(request.asJava()).stream().filter(said -> said instanceof Map).count();
    }

    assertEquals(calls.size(), sent);
  }
}
