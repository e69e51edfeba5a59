package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Kind;
import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Form;
import dev.blipscope.capture.Inputs;
import dev.blipscope.capture.MemoryStore;
import dev.blipscope.capture.Packaging;
import dev.blipscope.capture.Shuffled;
import dev.blipscope.check.Breakage;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexerTest {

  /// One thing in a text, as a feed finds it and as a row shows it.
  private record Thing(String sort, String text, Place place, @Nullable Breakage breakage) {}

  private static List<Thing> found(Feed feed) {
    var things = new ArrayList<Thing>();
    try {
      for (var next = feed.next(); next != Feed.Next.END; next = feed.next()) {
        things.add(thing(feed, next));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return things;
  }

  private static Thing thing(Feed feed, Feed.Next next) {
    if (next == Feed.Next.TROUBLE) {
      var trouble = feed.trouble();
      return new Thing(
          "BROKEN",
          trouble.text(),
          feed.place(),
          new Breakage(trouble.place(), trouble.at(), trouble.expected(), trouble.mend()));
    }
    String text = feed.doc().written(Doc.ROOT);
    if (next == Feed.Next.NOT_OBJECT) {
      return new Thing("NOT_OBJECT", text, feed.place(), null);
    }
    var detection = Detector.detect(feed.doc(), null);
    var kind = detection.kind();
    String sort = detection.foreign() == null ? "UNSUPPORTED" : "FOREIGN";
    return new Thing(kind == null ? sort : kind.name(), text, feed.place(), null);
  }

  private static List<Thing> shown(Batch batch) {
    return IntStream.range(0, batch.size()).mapToObj(row -> shown(batch, row)).toList();
  }

  private static Thing shown(Batch batch, int row) {
    try {
      return new Thing(
          batch.kind(row).name(),
          new String(batch.text(row).orElseThrow(), StandardCharsets.UTF_8),
          batch.place(row),
          batch.breakage(row).orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> samples() throws IOException {
    try (var files = Files.walk(Path.of("sample-payloads"))) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  @Test
  void every_sample_has_the_rows_that_a_feed_finds() throws IOException {
    for (var file : samples().toList()) {
      byte[] bytes = Files.readAllBytes(file);
      assertEquals(found(Feed.of(bytes)), shown(Shelved.batch(1, bytes)), file::toString);
    }
  }

  @Test
  void every_sample_that_is_packed_has_the_rows_that_a_feed_finds() throws IOException {
    int packed = 0;
    for (var file : samples().toList()) {
      var expected = packed(file, IndexerTest::found);
      var rows =
          packed(
              file,
              feed ->
                  shown(
                      Shelved.toEnd(
                          Indexer.of(1, "packed", feed, new MemoryStore(1 << 24), null))));
      assertEquals(expected, rows, file::toString);
      packed += expected.size();
    }
    assertTrue(packed > 0);
  }

  private static <T> List<T> packed(Path file, java.util.function.Function<Feed, List<T>> reader) {
    var all = new ArrayList<T>();
    try (var inputs = Inputs.of(List.of(file.toString()), InputStream.nullInputStream())) {
      for (var opened = inputs.next(); opened != null; opened = inputs.next()) {
        if (opened instanceof Inputs.Opened.Text(_, var feed) && !feed.packaging().isEmpty()) {
          all.addAll(reader.apply(feed));
        }
      }
    }
    return all;
  }

  @Test
  void any_text_has_the_rows_that_a_feed_finds() {
    for (long seed = 0; seed < 300; seed++) {
      var shuffled = new Shuffled(seed);
      byte[] bytes = shuffled.bytes(shuffled.anyText());
      long now = seed;
      assertEquals(found(Feed.of(bytes)), shown(Shelved.batch(1, bytes)), () -> "seed " + now);
    }
  }

  @Test
  void a_row_knows_kind_direction_channel_time_and_person() {
    var batch =
        Shelved.batch(
            Shelved.received(Shelved.ANA + "/x", "2025-01-08T16:35:14.001Z", "oi"),
            Shelved.sent(Shelved.RUI, "2025-01-08T13:35:14-03:00", "oi"),
            Shelved.event(Shelved.ANA, "2025-01-08T16:35:15Z", "a", "b"),
            Shelved.contact("x@y", "Ana", "2025-01-08T16:35:16Z"),
            "{'a':1}",
            "{'method':'get','uri':'/x','id':'1','from':'a@b'}",
            "12",
            "{'a':");
    assertEquals(
        List.of(
            "MESSAGE RECEIVED WHATSAPP 1736354114001 " + Shelved.ANA,
            "MESSAGE SENT BLIP_CHAT 1736354114000 " + Shelved.RUI,
            "EVENT null WHATSAPP 1736354115000 " + Shelved.ANA,
            "CONTACT null WHATSAPP 1736354116000 x@y",
            "UNSUPPORTED null NONE",
            "FOREIGN null NONE",
            "NOT_OBJECT null NONE",
            "BROKEN null NONE"),
        IntStream.range(0, batch.size()).mapToObj(row -> told(batch, row)).toList());
  }

  private static String told(Batch batch, int row) {
    var via = batch.via(row);
    var time = batch.time(row);
    return String.join(
            " ",
            batch.kind(row).name(),
            String.valueOf(batch.direction(row)),
            via instanceof Via.Known(var channel) ? channel.name() : via.toString(),
            (time.isPresent() ? time.getAsLong() + " " : "") + batch.who(row).orElse(""))
        .strip();
  }

  @Test
  void the_channel_is_the_one_that_a_mapping_concludes() {
    var batch =
        Shelved.batch(
            "{'type':'text/plain','content':'','from':'a@tunnel.msging.net','to':'b@msging.net',"
                + "'metadata':{'#tunnel.originator':'1@telegram.gw.msging.net'}}",
            "{'type':'text/plain','content':'','from':'a@new.gw.msging.net','to':'b@msging.net'}",
            "{'lastMessageDate':'x','identity':'a@b','source':'Teletype'}",
            "{'lastMessageDate':'x','identity':'a@b','source':12}",
            "{'lastMessageDate':12,'identity':'a@b'}");
    assertEquals(
        List.of("Known[channel=TELEGRAM]", "OTHER", "OTHER", "NONE", "NONE"),
        IntStream.range(0, 5).mapToObj(row -> batch.via(row).toString()).toList());
    assertTrue(batch.time(3).isEmpty());
    assertTrue(batch.time(4).isEmpty());
  }

  @Test
  void a_receiver_that_is_kept_for_a_kind_decides_as_it_does_for_one_payload() {
    var indexer =
        Indexer.of(1, "x", Bytes.of(Shelved.bytes("{'a':1}")), new MemoryStore(0), Kind.CONTACT);
    assertEquals(RowKind.CONTACT, Shelved.toEnd(indexer).kind(0));
  }

  @Test
  void what_is_known_of_the_text_is_told() {
    var batch = Shelved.batch(7, "\uFEFF{'a':1}\n{'a':2}\n");
    assertEquals(
        new Batch.About(7, "text 7", Form.LINES, List.of(), true, 19, Batch.Ending.WHOLE),
        batch.about());
    assertEquals(7, batch.id());
    assertTrue(batch.toString().endsWith("2 rows"));
  }

  @Test
  void what_stands_in_something_else_is_kept_aside() throws IOException {
    var batch = Shelved.batch("\"{\\\"a\\\":\\n1}\"\n{'b':\n2}");
    assertEquals(List.of("{\"a\":\n1}", "{\"b\":\n2}"), Shelved.texts(batch));
    assertTrue(batch.isStored(0));
    assertFalse(batch.isStored(1));
    assertEquals(new Place(1, 2, 1), batch.place(0));
    assertEquals(new Place(2, 1, 14), batch.place(1));
  }

  @Test
  void a_store_without_room_ends_the_list_and_says_so() throws IOException {
    var indexer =
        Indexer.of(1, "x", Feed.of("{\"a\":1}\n{\"b\":2}\n{\"c\":3}"), new MemoryStore(15), null);
    assertFalse(indexer.step());
    var batch = indexer.batch();
    assertEquals(List.of("{\"a\":1}", "{\"b\":2}"), Shelved.texts(batch));
    assertEquals(Batch.Ending.FULL, batch.about().ending());
    assertFalse(indexer.step());
  }

  @Test
  void a_text_that_was_unpacked_says_what_it_was_packed_in() throws IOException {
    var gz = new java.io.ByteArrayOutputStream();
    try (var packed = new java.util.zip.GZIPOutputStream(gz)) {
      packed.write(Shelved.bytes("{'a':1}"));
    }
    try (var inputs = Inputs.of(List.of("-"), new java.io.ByteArrayInputStream(gz.toByteArray()))) {
      var text = (Inputs.Opened.Text) java.util.Objects.requireNonNull(inputs.next());
      var batch = Shelved.toEnd(Indexer.of(1, "x", text.feed(), new MemoryStore(1_000), null));
      assertEquals(List.of(Packaging.GZIP), batch.about().packaging());
      assertEquals(List.of("{\"a\":1}"), Shelved.texts(batch));
      assertEquals(Place.START, batch.place(0));
    }
  }

  @Test
  void of_very_many_broken_pieces_only_the_first_say_how_to_mend_them() {
    var batch = Shelved.batch(1, Shelved.bytes("{'a':1,}\n".repeat(1_100)));
    assertEquals(1_100, batch.size());
    assertTrue(batch.breakage(0).map(Breakage::mend).isPresent());
    assertEquals(Optional.empty(), batch.breakage(1_099).map(Breakage::mend));
    assertEquals(Optional.of(Expected.NAME), batch.breakage(1_099).map(Breakage::expected));
  }

  // While it grows

  private static String numbered(int number) {
    return Shelved.received(number % 5_000 + "@wa.gw.msging.net", null, "n" + number);
  }

  private static byte[] many(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(numbered(i)).append('\n');
    }
    return Shelved.bytes(text.toString());
  }

  @Test
  void a_batch_that_was_handed_out_stays_as_it_is() throws IOException {
    var indexer = Shelved.indexer(1, Bytes.of(many(20_000)));
    assertTrue(indexer.step());
    var first = indexer.batch();
    var before = Shelved.texts(first);
    assertEquals(Batch.Ending.READING, first.about().ending());
    var whole = Shelved.toEnd(indexer);
    assertEquals(20_000, whole.size());
    assertEquals(before, Shelved.texts(first));
    assertEquals(before, Shelved.texts(whole).subList(0, first.size()));
    assertEquals(new Place(19_001, 1, (int) whole.offset(19_000)), whole.place(19_000));
  }

  @Test
  void a_batch_can_be_read_while_the_next_rows_are_written() throws InterruptedException {
    int count = 60_000;
    var indexer = Shelved.indexer(1, Bytes.of(many(count)));
    var published = new AtomicReference<>(indexer.batch());
    var writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    while (indexer.step()) {
                      published.set(indexer.batch());
                    }
                    published.set(indexer.batch());
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    int seen = 0;
    while (seen < count && (writer.isAlive() || published.get().size() > seen)) {
      var batch = published.get();
      for (int row = seen; row < batch.size(); row++) {
        assertEquals(Optional.of(row % 5_000 + "@wa.gw.msging.net"), batch.who(row));
      }
      seen = batch.size();
    }
    writer.join();
    assertEquals(count, seen);
  }

  @Test
  void a_disk_that_fails_is_told_and_what_was_found_stays() throws IOException {
    byte[] text = many(20_000);
    var indexer =
        Shelved.indexer(
            1,
            new Bytes() {
              @Override
              public long length() {
                return text.length;
              }

              @Override
              public int read(long at, byte[] into, int from, int length) throws IOException {
                if (at > 2_000_000) {
                  throw new IOException("the disk is gone");
                }
                return Bytes.of(text).read(at, into, from, length);
              }
            });
    assertTrue(indexer.step());
    assertThrows(IOException.class, () -> Shelved.toEndOf(indexer));
    assertTrue(indexer.batch().size() > 5_000);
    assertEquals(Optional.empty(), indexer.batch().text(indexer.batch().size() - 1));
  }
}
