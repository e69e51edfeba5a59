package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytesTest {

  @TempDir private Path folder;

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(5).nextBytes(bytes);
    return bytes;
  }

  private static String read(Bytes bytes, long at, int length) throws IOException {
    byte[] into = new byte[length + 1];
    int read = bytes.read(at, into, 1, length);
    return new String(into, 1, read, StandardCharsets.UTF_8);
  }

  private static void readsAnywhere(Bytes bytes) throws IOException {
    assertEquals(6, bytes.length());
    assertEquals("abcdef", read(bytes, 0, 6));
    assertEquals("cd", read(bytes, 2, 2));
    assertEquals("ef", read(bytes, 4, 100));
    assertEquals("", read(bytes, 6, 1));
    assertEquals("", read(bytes, 1L << 40, 1));
  }

  @Test
  void a_text_can_be_read_at_any_place_wherever_it_lies() throws IOException {
    byte[] text = {'a', 'b', 'c', 'd', 'e', 'f'};
    readsAnywhere(Bytes.of(text));

    var file = Files.write(folder.resolve("text"), text);
    try (var bytes = FileBytes.open(file)) {
      readsAnywhere(bytes);
      Files.writeString(file, "abcdefgh");
      assertEquals("ef", read(bytes, 4, 4));
      Files.writeString(file, "ab");
      assertEquals("b", read(bytes, 1, 4));
    }

    var memory = new MemoryStore(6);
    memory.append(text, 0, 6);
    readsAnywhere(memory);

    try (var spill = SpillFile.create(folder.resolve("spill"), 6)) {
      spill.append(text, 0, 6);
      readsAnywhere(spill);
    }
  }

  @Test
  void a_store_gives_back_what_was_kept_however_much_it_is() throws IOException {
    try (var spill = SpillFile.create(folder.resolve("spill"), 1 << 24)) {
      for (var store : new Store[] {new MemoryStore(1 << 24), spill}) {
        byte[] bytes = random(1_000_000);
        long first = store.append(bytes, 0, 3);
        long second = store.append(bytes, 3, 999_997);
        assertEquals(0, first);
        assertEquals(3, second);
        byte[] back = new byte[bytes.length];
        assertEquals(bytes.length, store.read(0, back, 0, back.length));
        assertArrayEquals(bytes, back);
        assertEquals(70_000, store.read(60_000, back, 0, 70_000));
        assertArrayEquals(Arrays.copyOfRange(bytes, 60_000, 130_000), Arrays.copyOf(back, 70_000));
      }
    }
  }

  @Test
  void a_full_store_says_so_and_keeps_what_it_has() throws IOException {
    try (var spill = SpillFile.create(folder.resolve("spill"), 4)) {
      for (var store : new Store[] {new MemoryStore(4), spill}) {
        store.append(new byte[] {1, 2, 3}, 0, 3);
        assertThrows(Store.Full.class, () -> store.append(new byte[] {1, 2}, 0, 2));
        assertEquals(3, store.length());
        assertEquals(3, store.append(new byte[] {4}, 0, 1));
      }
    }
  }

  @Test
  void a_spill_file_takes_no_other_files_place_and_is_gone_afterwards() throws IOException {
    var path = folder.resolve("spill");
    SpillFile.create(path, 4).close();
    assertFalse(Files.exists(path));
    Files.writeString(path, "mine");
    assertThrows(IOException.class, () -> SpillFile.create(path, 4));
    assertEquals("mine", Files.readString(path));
  }

  @Test
  void a_file_that_was_changed_has_another_fingerprint() throws IOException {
    byte[] text = random(300_000);
    var file = Files.write(folder.resolve("text"), text);
    var time = FileTime.fromMillis(1_700_000_000_000L);
    Files.setLastModifiedTime(file, time);
    var print = Fingerprint.of(file);
    assertEquals(300_000, print.size());
    assertTrue(print.isStillThatOf(file));

    text[299_999]++;
    Files.write(file, text);
    Files.setLastModifiedTime(file, time);
    assertNotEquals(print, Fingerprint.of(file));

    text[299_999]--;
    Files.write(file, text);
    assertFalse(print.isStillThatOf(file));
    Files.setLastModifiedTime(file, time);
    assertTrue(print.isStillThatOf(file));
    Files.write(file, Arrays.copyOf(text, 299_000));
    Files.setLastModifiedTime(file, time);
    assertFalse(print.isStillThatOf(file));
  }

  @Test
  void a_feed_of_a_text_says_where_its_bytes_stand() throws IOException {
    String text = "é{\"é\":1} x\n[{},\n 12]\n\"{\\\"a\\\":1}\"";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var feed = Feed.of(Bytes.of(bytes));
    var pieces = new StringBuilder();
    while (feed.next() != Feed.Next.END) {
      int from = (int) feed.from();
      pieces.append(new String(bytes, from, (int) feed.to() - from, StandardCharsets.UTF_8));
      pieces.append(feed.isInside() ? " inside|" : "|");
    }
    assertEquals("{\"é\":1}|x|{}|12|\"{\\\"a\\\":1}\" inside|", pieces.toString());
  }

  @Test
  void a_text_is_a_stream_too() throws IOException {
    try (var stream = new BytesStream(Bytes.of(new byte[] {1, (byte) 200}))) {
      assertEquals(1, stream.read());
      assertEquals(200, stream.read());
      assertEquals(0, stream.read(new byte[0]));
      assertEquals(-1, stream.read());
    }
  }
}
