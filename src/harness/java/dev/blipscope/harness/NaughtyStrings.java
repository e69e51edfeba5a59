package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sends strings that break programs through `map`, and looks whether they come out unchanged.
record NaughtyStrings(Setup setup, Table table, Path file) {

  void judge() throws IOException, InterruptedException {
    var strings = strings();
    judge("naughty strings in UTF-8: unchanged", strings, false);
    judge("naughty strings in \\u escapes: unchanged", strings, true);
  }

  private void judge(String goal, List<String> strings, boolean ascii)
      throws IOException, InterruptedException {
    Path in = setup.temp().resolve("naughty.ndjson");
    Files.writeString(
        in,
        IntStream.range(0, strings.size())
            .mapToObj(i -> message(i, Text.insideOfString(strings.get(i), ascii)))
            .collect(Collectors.joining()));
    Path out = setup.temp().resolve("naughty-calls.ndjson");
    var run = Run.into(out, setup, setup.blipscope(List.of(), "map", in.toString()));
    var contents = contents(out);
    var changed =
        IntStream.range(0, strings.size())
            .filter(i -> !strings.get(i).equals(contents.get("naughty-" + i)))
            .boxed()
            .toList();
    table.goal(
        goal,
        changed.isEmpty() && !run.crashed() && run.exit() <= 1,
        "%d of %d strings, exit %d"
            .formatted(strings.size() - changed.size(), strings.size(), run.exit()));
    changed.stream()
        .limit(5)
        .forEach(
            i ->
                table.line("    changed: %s".formatted(Text.insideOfString(strings.get(i), true))));
  }

  private static String message(int number, String content) {
    return """
    {"type":"text/plain","content":"%s","id":"naughty-%d",\
    "from":"5511900000000@wa.gw.msging.net","to":"lojaexemplo@msging.net",\
    "metadata":{"#envelope.storageDate":"2025-01-08T16:35:14Z"}}
    """
        .formatted(content, number);
  }

  private static Map<String, String> contents(Path calls) throws IOException {
    var contents = new HashMap<String, String>();
    try (var values = Json.in(Files.newInputStream(calls))) {
      for (var call = values.next(); call.isPresent(); call = values.next()) {
        var properties = call.get().at("properties");
        if (properties.at("content").exists()) {
          contents.put(properties.at("id").text(), properties.at("content").text());
        }
      }
    }
    return contents;
  }

  private List<String> strings() throws IOException {
    if (Files.notExists(file)) {
      throw new Refusal("There is no file %s with naughty strings.".formatted(file));
    }
    try (var values = Json.in(Files.newInputStream(file))) {
      return values.next().orElseThrow().items().stream().map(Json::text).toList();
    }
  }
}
