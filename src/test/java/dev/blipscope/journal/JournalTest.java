package dev.blipscope.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a journal keeps, and what is left of it after damage.
class JournalTest {

  private static final long SEED = 20_261_121;

  @TempDir Path home;

  private final List<Entry> read = new ArrayList<>();

  private Path folder() {
    return home.resolve("data");
  }

  private Path file() {
    return folder().resolve("entries.journal");
  }

  private Journal opened() throws IOException {
    read.clear();
    return Journal.open(folder(), read::add).orElseThrow();
  }

  private static Entry entry(int type, String text) {
    return new Entry((byte) type, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(List<Entry> entries) throws IOException {
    try (var journal = opened()) {
      for (var entry : entries) {
        journal.append(entry.type(), entry.bytes());
      }
      journal.sync();
    }
  }

  @Test
  void what_was_appended_is_read_again_in_order() throws IOException {
    var first = List.of(entry(1, "one"), entry(-7, ""), entry(3, "drei ü"));
    write(first);
    write(List.of(entry(4, "four")));

    try (var journal = opened()) {
      assertEquals(List.of(first.get(0), first.get(1), first.get(2), entry(4, "four")), read);
      assertEquals(new Reading(4, 0), journal.reading());
      assertEquals(Files.size(file()), journal.size());
    }
  }

  @Test
  void an_entry_keeps_its_own_bytes_and_does_not_print_them() {
    byte[] bytes = {1, 2};
    var entry = new Entry((byte) 9, bytes);
    bytes[0] = 5;
    entry.bytes()[1] = 5;

    assertArrayEquals(new byte[] {1, 2}, entry.bytes());
    assertEquals("Entry[9, 2 bytes]", entry.toString());
    assertEquals(entry.hashCode(), new Entry((byte) 9, new byte[] {1, 2}).hashCode());
  }

  @Test
  void an_entry_may_be_longer_than_a_block_of_reading() throws IOException {
    byte[] bytes = new byte[3 << 20];
    new Random(SEED).nextBytes(bytes);
    write(List.of(entry(1, "before"), new Entry((byte) 2, bytes), entry(3, "after")));

    opened().close();

    assertEquals(3, read.size());
    assertArrayEquals(bytes, read.get(1).bytes());
  }

  @Test
  void a_second_program_is_told_that_the_journal_is_in_use() throws IOException {
    try (var journal = opened()) {
      assertEquals(0, journal.reading().entries());
      assertTrue(Journal.open(folder(), read::add).isEmpty());
    }
    opened().close();
  }

  @Test
  void nobody_else_may_read_it() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
    write(List.of(entry(1, "x")));
    Files.write(file(), new byte[] {1}, StandardOpenOption.APPEND);
    try (var journal = opened()) {
      journal.rewrite(List.of(entry(2, "y")));
    }

    assertEquals("rwx------", permissions(folder()));
    try (var files = Files.list(folder())) {
      var all = files.toList();
      assertEquals(3, all.size(), all.toString());
      for (var path : all) {
        assertEquals("rw-------", permissions(path), path.toString());
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void rewriting_leaves_only_the_new_entries_and_goes_on_behind_them() throws IOException {
    write(List.of(entry(1, "old"), entry(1, "older")));
    try (var journal = opened()) {
      journal.rewrite(List.of(entry(2, "new")));
      journal.append((byte) 3, new byte[] {7});
      journal.sync();
      assertEquals(Files.size(file()), journal.size());
    }

    opened().close();
    assertEquals(List.of(entry(2, "new"), new Entry((byte) 3, new byte[] {7})), read);
    assertFalse(Files.readString(file(), StandardCharsets.ISO_8859_1).contains("old"));
  }

  @Test
  void a_rewriting_that_fails_leaves_the_old_entries() throws IOException {
    write(List.of(entry(1, "old")));
    try (var journal = opened()) {
      Iterable<Entry> failing =
          () -> {
            throw new IllegalStateException("no entries");
          };
      assertThrows(IllegalStateException.class, () -> journal.rewrite(failing));
      journal.append((byte) 2, new byte[0]);
    }

    opened().close();
    assertEquals(List.of(entry(1, "old"), entry(2, "")), read);
    assertFalse(Files.exists(folder().resolve("entries.new")));
  }

  @Test
  void a_rewriting_that_was_interrupted_is_forgotten() throws IOException {
    write(List.of(entry(1, "old")));
    Files.writeString(folder().resolve("entries.new"), "half of a journal");

    opened().close();

    assertEquals(List.of(entry(1, "old")), read);
    assertFalse(Files.exists(folder().resolve("entries.new")));
  }

  @Test
  void erasing_leaves_nothing_of_what_was_kept() throws IOException {
    write(List.of(entry(1, "secret")));
    Files.writeString(file(), "secret tail", StandardOpenOption.APPEND);
    try (var journal = opened()) {
      assertEquals(new Reading(1, 1), journal.reading());
      journal.erase();
    }

    try (var files = Files.list(folder())) {
      for (var path : files.toList()) {
        assertFalse(Files.readString(path, StandardCharsets.ISO_8859_1).contains("secret"));
      }
    }
    opened().close();
    assertEquals(List.of(), read);
  }

  @Test
  void a_damaged_end_is_kept_aside_and_counted_once() throws IOException {
    write(List.of(entry(1, "whole")));
    Files.writeString(file(), "torn", StandardOpenOption.APPEND);
    try (var journal = opened()) {
      assertEquals(new Reading(1, 1), journal.reading());
      journal.append((byte) 2, new byte[] {1});
    }

    try (var journal = opened()) {
      assertEquals(new Reading(2, 0), journal.reading());
    }
    assertEquals("torn", Files.readString(folder().resolve("entries.damaged")));
  }

  @Test
  void an_entry_that_is_too_long_is_refused_and_harms_nothing() throws IOException {
    try (var journal = opened()) {
      byte[] tooLong = new byte[Journal.MOST_BYTES + 1];
      assertThrows(IllegalArgumentException.class, () -> journal.append((byte) 1, tooLong));
      journal.append((byte) 2, new byte[0]);
    }
    opened().close();
    assertEquals(List.of(entry(2, "")), read);
  }

  @Test
  void after_a_failed_write_nothing_more_is_taken() throws IOException {
    var journal = opened();
    journal.close();

    assertThrows(IOException.class, () -> journal.append((byte) 1, new byte[0]));
    var again = assertThrows(IOException.class, () -> journal.append((byte) 1, new byte[0]));
    assertEquals("the journal failed before: open it again", again.getMessage());
    assertThrows(IOException.class, journal::sync);
    assertThrows(IOException.class, () -> journal.rewrite(List.of()));
  }

  @Test
  void closed_twice_is_closed() throws IOException {
    var journal = opened();
    journal.close();
    try (var _ = opened()) {
      journal.close();
      assertTrue(Journal.open(folder(), _ -> {}).isEmpty());
    }
  }

  @Test
  void a_failed_sync_ends_the_journal_too() throws IOException {
    var journal = opened();
    journal.close();

    assertThrows(IOException.class, journal::sync);
    assertThrows(IOException.class, () -> journal.append((byte) 1, new byte[0]));
  }

  @Test
  void a_reader_that_fails_lets_go_of_the_journal() throws IOException {
    write(List.of(entry(1, "x")));
    assertThrows(
        IllegalStateException.class,
        () ->
            Journal.open(
                folder(),
                _ -> {
                  throw new IllegalStateException("reader");
                }));

    opened().close();
    assertEquals(1, read.size());
  }

  // Damage

  private static final List<Entry> SMALL =
      List.of(entry(1, "first"), entry(2, ""), entry(3, "third, a little longer"), entry(4, "4"));

  @Test
  void cut_anywhere_it_keeps_every_entry_before_the_cut_and_can_go_on() throws IOException {
    write(SMALL);
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (var journal = opened()) {
        assertEquals(SMALL.subList(0, complete(length)), read, "cut at " + length);
        journal.append((byte) 9, new byte[] {9});
      }
      reading();
      assertEquals(new Entry((byte) 9, new byte[] {9}), read.getLast());
      assertEquals(complete(length) + 1, read.size());
    }
  }

  /// Reads the file as opening does, but leaves it as it is.
  private Reading reading() throws IOException {
    read.clear();
    try (var channel = FileChannel.open(file())) {
      return new Reader(channel).read(0, (_, entry) -> read.add(entry)).reading();
    }
  }

  private static int complete(int length) {
    int end = Head.SIZE;
    int count = 0;
    for (var entry : SMALL) {
      end += Frame.SIZE + entry.bytes().length;
      count += end <= length ? 1 : 0;
    }
    return count;
  }

  @Test
  void a_flipped_bit_costs_one_entry_at_most_and_is_counted() throws IOException {
    write(SMALL);
    byte[] whole = Files.readAllBytes(file());
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file(), damaged);
      var reading = reading();
      boolean inHead = bit / 8 < Head.SIZE;
      assertEquals(inHead ? 4 : 3, read.size(), "bit " + bit);
      assertTrue(SMALL.containsAll(read), "bit " + bit);
      assertEquals(inHead ? 0 : 1, reading.lost(), "bit " + bit);
    }
  }

  @Test
  void without_its_whole_head_it_is_read_all_the_same() throws IOException {
    write(SMALL);
    byte[] damaged = Files.readAllBytes(file());
    Arrays.fill(damaged, 0, Head.SIZE, (byte) 0);
    Files.write(file(), damaged);

    opened().close();
    assertEquals(SMALL, read);
    opened().close();
    assertEquals(SMALL, read);
  }

  @Test
  void whatever_is_done_to_it_no_entry_is_invented() throws IOException {
    var random = new Random(SEED);
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < 40; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      entries.add(new Entry((byte) i, bytes));
    }
    write(entries);
    byte[] whole = Files.readAllBytes(file());
    for (int round = 0; round < 300; round++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int hits = random.nextInt(6); hits > 0 && damaged.length > 0; hits--) {
        int at = random.nextInt(damaged.length);
        int stop = Math.min(damaged.length, at + random.nextInt(50));
        for (int i = at; i < stop; i++) {
          damaged[i] = (byte) random.nextInt(256);
        }
      }
      Files.write(file(), damaged);
      reading();
      assertTrue(entries.containsAll(read), "seed " + SEED + " round " + round);
      assertEquals(read.stream().distinct().count(), read.size());
    }
  }

  @Test
  void a_journal_inside_an_entry_is_not_taken_for_entries() throws IOException {
    write(SMALL);
    byte[] inner = Files.readAllBytes(file());
    Files.delete(file());
    write(List.of(new Entry((byte) 5, inner), entry(6, "next")));
    byte[] damaged = Files.readAllBytes(file());
    damaged[Head.SIZE + Frame.SIZE] ^= 1;
    Files.write(file(), damaged);

    try (var journal = opened()) {
      assertEquals(List.of(entry(6, "next")), read);
      assertEquals(1, journal.reading().lost());
    }
  }
}
