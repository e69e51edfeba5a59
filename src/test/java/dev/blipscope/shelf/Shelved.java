package dev.blipscope.shelf;

import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.MemoryStore;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What tests of the shelf begin with: texts as batches and decks. Single quotes stand for double.
final class Shelved {

  static final String ANA = "5511900000001@wa.gw.msging.net";
  static final String RUI = "abc.bot@0mn.io";

  private Shelved() {}

  static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  static Indexer indexer(int id, Bytes bytes) {
    return Indexer.of(id, "text " + id, bytes, new MemoryStore(1 << 20), null);
  }

  static Batch batch(int id, byte[] bytes) {
    return toEnd(indexer(id, Bytes.of(bytes)));
  }

  static Batch toEnd(Indexer indexer) {
    try {
      return toEndOf(indexer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Batch toEndOf(Indexer indexer) throws IOException {
    while (indexer.step()) {}
    return indexer.batch();
  }

  static Batch batch(int id, String... lines) {
    return batch(id, bytes(String.join("\n", lines)));
  }

  static Batch batch(String... lines) {
    return batch(1, lines);
  }

  /// A deck of texts, which are numbered from 1.
  static Deck deck(Batch... batches) {
    return new Deck(List.of(batches), RowSet.EMPTY);
  }

  static Deck deck(String... lines) {
    return deck(batch(lines));
  }

  static Inspector inspector() {
    return new Inspector(Profiles.usual(), Target.SANDBOX, null);
  }

  // Payloads

  static String received(String from, @Nullable String time, String words) {
    return "{'type':'text/plain','content':'%s','id':'1','from':'%s','to':'bot@msging.net'%s}"
        .formatted(words, from, metadata(time));
  }

  static String sent(String to, @Nullable String time, String words) {
    return "{'type':'text/plain','content':'%s','id':'1','from':'bot@msging.net','to':'%s'%s}"
        .formatted(words, to, metadata(time));
  }

  private static String metadata(@Nullable String time) {
    return time == null ? "" : ",'metadata':{'#envelope.storageDate':'%s'}".formatted(time);
  }

  static String event(@Nullable String who, String time, String category, String action) {
    return "{'ownerIdentity':'bot@msging.net'%s,'storageDate':'%s','category':'%s','action':'%s'}"
        .formatted(who == null ? "" : ",'identity':'" + who + "'", time, category, action);
  }

  static String contact(String who, String name, String time) {
    return "{'identity':'%s','name':'%s','lastMessageDate':'%s','source':'WhatsApp'}"
        .formatted(who, name, time);
  }

  // Rows, as tests compare them

  static List<Integer> numbers(Rows rows) {
    return IntStream.range(0, rows.size()).mapToObj(rows::number).toList();
  }

  static List<String> texts(Batch batch) {
    var texts = new ArrayList<String>();
    for (int row = 0; row < batch.size(); row++) {
      texts.add(new String(batch.text(row).orElseThrow(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  static List<RowKey> keys(int... rows) {
    return IntStream.of(rows).mapToObj(row -> new RowKey(1, row)).toList();
  }
}
