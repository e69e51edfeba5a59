package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blipscope.capture.Inputs.Opened;
import dev.blipscope.capture.Inputs.Reason;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  private static final InputStream NOTHING = InputStream.nullInputStream();

  @TempDir private Path folder;

  /// What was opened, with what was found in it.
  private record Read(String name, List<Packaging> packaging, List<String> found) {}

  private static Read read(String name, List<String> found, Packaging... packaging) {
    return new Read(name, List.of(packaging), found);
  }

  private static List<Object> read(List<String> names, InputStream standardIn) {
    var all = new ArrayList<Object>();
    try (var inputs = Inputs.of(names, standardIn)) {
      for (var opened = inputs.next(); opened != null; opened = inputs.next()) {
        all.add(
            switch (opened) {
              case Opened.Text(var name, var feed) ->
                  new Read(name, feed.packaging(), Seen.texts(Seen.all(feed)));
              case Opened.Unreadable unreadable -> unreadable;
            });
      }
    }
    return all;
  }

  private List<Object> readAll(String... names) {
    return read(Arrays.stream(names).map(this::path).toList(), NOTHING);
  }

  private String path(String name) {
    return name.isEmpty() ? folder.toString() : folder + "/" + name;
  }

  private void write(String name, byte[] bytes) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
  }

  private void write(String name, String text) throws IOException {
    write(name, utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(utf8(text));
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write(
            namesAndContents[i + 1] instanceof byte[] bytes
                ? bytes
                : utf8((String) namesAndContents[i + 1]));
      }
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... all) {
    var out = new ByteArrayOutputStream();
    for (byte[] one : all) {
      out.writeBytes(one);
    }
    return out.toByteArray();
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  // Names

  @Test
  void files_are_read_in_the_order_in_which_they_were_named() throws IOException {
    write("b.json", "{\"b\":1}");
    write("a.png", "{\"a\":1}");

    assertEquals(
        List.of(
            read(path("b.json"), List.of("{\"b\":1}")), read(path("a.png"), List.of("{\"a\":1}"))),
        readAll("b.json", "a.png"));
  }

  @Test
  void a_folder_is_read_with_all_folders_in_it_in_the_order_of_names() throws IOException {
    write("c.json", "{}");
    write("b/z.ndjson", "{}");
    write("b/a/x.JSON", "{}");
    write("b/y.jsonl", "{}");
    write("a.har", "{}");
    write("d.txt", "{}");
    write("e.log", "{}");
    write("f.curl", "{}");
    write("g.sh", "{}");
    write("payload", "{}");

    assertEquals(
        List.of(
                "a.har",
                "b/a/x.JSON",
                "b/y.jsonl",
                "b/z.ndjson",
                "c.json",
                "d.txt",
                "e.log",
                "f.curl",
                "g.sh",
                "payload")
            .stream()
            .map(name -> read(path(name), List.of("{}")))
            .toList(),
        readAll(""));
  }

  @Test
  void what_is_no_input_by_its_name_is_left_out_of_a_folder_and_counted() throws IOException {
    write("a.json", "{}");
    write("a.expected.json", "{}");
    write("README", "{}");
    write("readme.txt", "{}");
    write("notes.md", "{}");
    write("logo.png", "{}");
    write(".hidden.json", "{}");
    write(".git/x.json", "{}");
    Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("a.json"));
    Files.createSymbolicLink(folder.resolve("round"), folder);

    try (var inputs = Inputs.of(List.of(folder.toString()), NOTHING)) {
      assertEquals(path("a.json"), nameOf(inputs.next()));
      assertNull(inputs.next());
      assertEquals(9, inputs.skipped());
    }
  }

  @Test
  void a_link_that_was_named_is_followed() throws IOException {
    write("deep/a.json", "{}");
    Files.createSymbolicLink(folder.resolve("file"), folder.resolve("deep/a.json"));
    Files.createSymbolicLink(folder.resolve("dir"), folder.resolve("deep"));

    assertEquals(
        List.of(read(path("file"), List.of("{}")), read(path("dir/a.json"), List.of("{}"))),
        readAll("file", "dir"));
  }

  @Test
  void an_empty_folder_holds_nothing() {
    assertEquals(List.of(), readAll(""));
  }

  @Test
  void a_dash_is_the_standard_input_and_it_stays_open() throws IOException {
    var in =
        new ByteArrayInputStream(gzip("{\"a\":1}")) {
          boolean closed;

          @Override
          public void close() {
            closed = true;
          }
        };

    assertEquals(List.of(read("-", List.of("{\"a\":1}"), Packaging.GZIP)), read(List.of("-"), in));
    assertFalse(in.closed);

    var zip = new ByteArrayInputStream(zip("a.json", "{}"));
    assertEquals(List.of(read("-!a.json", List.of("{}"), Packaging.ZIP)), read(List.of("-"), zip));
  }

  @Test
  void what_cannot_be_opened_is_told_with_its_reason() throws Exception {
    write("a.json", "{}");
    Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
    int made =
        new ProcessBuilder("mkfifo", path("pipe"), path("sub.json")).inheritIO().start().waitFor();
    assumeTrue(made == 0);

    assertEquals(
        List.of(
            new Opened.Unreadable(path("none.json"), Reason.MISSING),
            new Opened.Unreadable(path("nowhere"), Reason.MISSING),
            new Opened.Unreadable(path("a.json/b"), Reason.MISSING),
            new Opened.Unreadable(path("a\0b"), Reason.MISSING),
            new Opened.Unreadable(path("loop"), Reason.LOOP),
            new Opened.Unreadable(path("pipe"), Reason.NOT_A_FILE)),
        readAll("none.json", "nowhere", "a.json/b", "a\0b", "loop", "pipe"));
    assertEquals(
        List.of(new Opened.Unreadable("/dev/null", Reason.NOT_A_FILE)),
        read(List.of("/dev/null"), NOTHING));
    assertEquals(List.of(read(path("a.json"), List.of("{}"))), readAll(""));
  }

  @Test
  void without_permission_nothing_is_read() throws IOException {
    write("a.json", "{}");
    write("sub/b.json", "{}");
    Files.setPosixFilePermissions(
        folder.resolve("a.json"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(
        folder.resolve("sub"), PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(folder.resolve("a.json")), "root may read everything");
      assertEquals(
          List.of(
              new Opened.Unreadable(path("a.json"), Reason.NO_PERMISSION),
              new Opened.Unreadable(path("sub"), Reason.NO_PERMISSION)),
          readAll(""));
    } finally {
      Files.setPosixFilePermissions(
          folder.resolve("sub"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void a_disk_that_fails_at_the_first_byte_is_told() {
    assertEquals(
        List.of(new Opened.Unreadable("-", Reason.FAILED)), read(List.of("-"), new BrokenDisk()));
  }

  // Gzip

  @Test
  void gzip_is_known_by_its_content_and_may_have_many_members() throws IOException {
    write("a.txt", join(gzip("{\"a\":1}\n"), gzip(""), gzip("{\"b\":2}\n"), new byte[20]));

    assertEquals(
        List.of(read(path("a.txt"), List.of("{\"a\":1}", "{\"b\":2}"), Packaging.GZIP)),
        readAll("a.txt"));
  }

  @Test
  void of_a_gzip_that_was_cut_anywhere_all_before_the_cut_is_kept() throws IOException {
    var lines = new StringBuilder();
    var shuffled = new Shuffled(7);
    for (int i = 0; i < 400; i++) {
      lines.append("{\"n\":").append(i).append(",\"x\":").append(shuffled.payload()).append("}\n");
    }
    byte[] gzip = gzip(lines.toString());
    for (int cut = 3; cut < gzip.length; cut += 1 + cut / 20) {
      var source = new ByteArrayInputStream(cut(gzip, cut));
      var opened = Inputs.of(List.of("-"), source).next();
      var all = Seen.all(assertInstanceOf(Opened.Text.class, opened).feed());

      var trouble = all.removeLast();
      assertEquals(Expected.UNDAMAGED, trouble.expected());
      assertNull(trouble.theTrouble().mend());
      assertEquals(trouble.text().length(), trouble.theTrouble().at());
      String before = String.join("\n", Seen.texts(all)) + (all.isEmpty() ? "" : "\n");
      assertTrue(lines.toString().startsWith(before));
      if (!all.isEmpty() && !trouble.text().isEmpty()) {
        assertEquals(new Place(all.size() + 1, 1, before.length()), trouble.place());
      }
    }
  }

  @Test
  void damage_in_a_gzip_is_told_behind_all_that_was_sound() throws IOException {
    byte[] sound = gzip("{\"a\":1}\n");
    byte[] wrongCheck = sound.clone();
    wrongCheck[sound.length - 6] ^= 1;
    byte[] wrongSize = sound.clone();
    wrongSize[sound.length - 1] ^= 1;
    for (byte[] damaged :
        List.of(
            wrongCheck,
            wrongSize,
            join(sound, new byte[] {0x1F}),
            join(sound, new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0}),
            join(sound, utf8("something else that is no gzip")),
            join(sound, new byte[100_000], sound))) {
      assertEquals(
          List.of(read("-", List.of("{\"a\":1}", ""), Packaging.GZIP)),
          read(List.of("-"), new ByteArrayInputStream(damaged)));
    }
    for (byte[] head :
        List.of(
            new byte[] {0x1F, (byte) 0x8B, 8},
            new byte[] {0x1F, (byte) 0x8B, 8, (byte) 0xFF, 0, 0, 0, 0, 0, 0, 0},
            new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0, 'n'},
            new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF})) {
      assertEquals(
          List.of(read("-", List.of(""), Packaging.GZIP)),
          read(List.of("-"), new ByteArrayInputStream(head)));
    }
  }

  @Test
  void everything_that_a_gzip_may_say_about_itself_is_passed_over() throws IOException {
    byte[] plain = gzip("{}");
    byte[] head = {0x1F, (byte) 0x8B, 8, 2 + 4 + 8 + 16, 1, 2, 3, 4, 5, 6};
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    byte[] talkative =
        join(head, new byte[] {3, 0, 7, 8, 9}, utf8("name\0comment\0"), new byte[] {1, 2}, rest);

    assertEquals(
        List.of(read("-", List.of("{}"), Packaging.GZIP)),
        read(List.of("-"), new ByteArrayInputStream(talkative)));
  }

  @Test
  void a_gzip_in_a_gzip_is_opened_and_a_third_one_not() throws IOException {
    write("two.gz", gzip(gzip("{}")));
    write("three.gz", gzip(gzip(gzip("{}"))));

    assertEquals(
        List.of(
            read(path("two.gz"), List.of("{}"), Packaging.GZIP, Packaging.GZIP),
            new Opened.Unreadable(path("three.gz"), Reason.TOO_NESTED)),
        readAll("two.gz", "three.gz"));
  }

  // Bombs

  @Test
  void a_gzip_that_grows_beyond_all_bounds_is_stopped() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(utf8("{\"a\":1}\n"));
      fill(gzip, 200);
    }

    var opened = Inputs.of(List.of("-"), new ByteArrayInputStream(out.toByteArray())).next();
    var all = Seen.all(assertInstanceOf(Opened.Text.class, opened).feed());

    assertEquals(List.of("{\"a\":1}"), Seen.payloads(all));
    assertEquals(2, all.size());
    assertEquals(Expected.SLOWER_EXPANSION, all.getLast().expected());
  }

  @Test
  void one_message_many_times_over_is_stopped_soon_behind_a_megabyte() throws IOException {
    String message = "{\"type\":\"text/plain\",\"content\":\"Oi\",\"id\":\"1\"}\n";
    byte[] bomb = gzip(message.repeat((32 << 20) / message.length()));

    var opened = Inputs.of(List.of("-"), new ByteArrayInputStream(bomb)).next();
    var all = Seen.all(assertInstanceOf(Opened.Text.class, opened).feed());

    assertEquals(Expected.SLOWER_EXPANSION, all.getLast().expected());
    long read = (long) Seen.payloads(all).size() * message.length();
    assertTrue(read > (1 << 20) - (1 << 16) && read < 2 << 20, () -> read + " bytes");
  }

  private static void fill(OutputStream out, int megabytes) throws IOException {
    byte[] zeros = new byte[1 << 20];
    for (int i = 0; i < megabytes; i++) {
      out.write(zeros);
    }
  }

  @Test
  void a_zip_that_grows_beyond_all_bounds_is_stopped_also_where_it_is_not_read()
      throws IOException {
    for (String name : List.of("a.json", "a.png")) {
      var out = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        fill(zip, 200);
        zip.putNextEntry(new ZipEntry("b.json"));
        zip.write(utf8("{}"));
      }
      write("bomb.zip", out.toByteArray());
      var all = readAll("bomb.zip");
      assertEquals(new Opened.Unreadable(path("bomb.zip"), Reason.TOO_LARGE), all.getLast());
      assertEquals(name.equals("a.json") ? 2 : 1, all.size());
    }
  }

  @Test
  void what_shrinks_well_but_is_small_is_no_bomb() throws IOException {
    String large = "{\"a\":\"" + "x".repeat(1_000_000) + "\"}";
    write("a.gz", gzip(large));
    assertEquals(List.of(read(path("a.gz"), List.of(large), Packaging.GZIP)), readAll("a.gz"));
  }

  // Zip

  @Test
  void each_file_of_a_zip_is_an_input_in_the_order_in_which_they_stand() throws IOException {
    write(
        "all.bin",
        zip(
            "z.json", "{\"z\":1}",
            "sub/", "",
            "sub/a.ndjson", "{}\n{}",
            "sub/b.json.gz", gzip("{\"b\":1}"),
            "ação.json", "\uFEFF{}",
            "empty.json", ""));

    assertEquals(
        List.of(
            read(path("all.bin!z.json"), List.of("{\"z\":1}"), Packaging.ZIP),
            read(path("all.bin!sub/a.ndjson"), List.of("{}", "{}"), Packaging.ZIP),
            read(
                path("all.bin!sub/b.json.gz"), List.of("{\"b\":1}"), Packaging.ZIP, Packaging.GZIP),
            read(path("all.bin!ação.json"), List.of("{}"), Packaging.ZIP),
            read(path("all.bin!empty.json"), List.of(""), Packaging.ZIP)),
        readAll("all.bin"));
  }

  @Test
  void what_is_no_input_by_its_name_is_left_out_of_a_zip_too() throws IOException {
    write(
        "a.zip",
        zip(
            "__MACOSX/._a.json", "x",
            "__MACOSX/a.json", "x",
            ".git/a.json", "x",
            "sub/README.md", "x",
            "sub\\.x.json", "x",
            "logo.png", "x",
            "a.json", "{}"));
    try (var inputs = Inputs.of(List.of(path("a.zip")), NOTHING)) {
      assertEquals(path("a.zip!a.json"), nameOf(inputs.next()));
      assertNull(inputs.next());
      assertEquals(6, inputs.skipped());
    }
  }

  @Test
  void an_entry_need_not_be_read_to_its_end() throws IOException {
    write("a.zip", zip("a.json", "{}\n".repeat(100_000), "b.json", "{}"));
    try (var inputs = Inputs.of(List.of(path("a.zip")), NOTHING)) {
      assertEquals(path("a.zip!a.json"), nameOf(inputs.next()));
      assertEquals(path("a.zip!b.json"), nameOf(inputs.next()));
    }
  }

  private static String nameOf(@Nullable Opened opened) {
    return opened == null ? "none" : opened.name();
  }

  @Test
  void a_zip_in_a_zip_is_opened_and_a_third_one_not() throws IOException {
    byte[] two = zip("in.zip", zip("a.json", "{}"), "b.json", "{}");
    write("two.zip", two);
    write("three.zip", zip("out.zip", two, "c.json", "{}"));

    assertEquals(
        List.of(
            read(path("two.zip!in.zip!a.json"), List.of("{}"), Packaging.ZIP, Packaging.ZIP),
            read(path("two.zip!b.json"), List.of("{}"), Packaging.ZIP),
            new Opened.Unreadable(path("three.zip!out.zip!in.zip"), Reason.TOO_NESTED),
            read(path("three.zip!out.zip!b.json"), List.of("{}"), Packaging.ZIP, Packaging.ZIP),
            read(path("three.zip!c.json"), List.of("{}"), Packaging.ZIP)),
        readAll("two.zip", "three.zip"));
  }

  @Test
  void an_empty_zip_holds_nothing() throws IOException {
    write("a.zip", zip());
    assertEquals(List.of(), readAll("a.zip"));
  }

  @Test
  void files_that_are_stored_and_names_without_utf_8_are_read_too() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, Charset.forName("ISO-8859-1"))) {
      byte[] content = utf8("{}");
      var entry = new ZipEntry("\u00e7.json");
      var crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    }
    write("a.zip", out.toByteArray());
    assertEquals(
        List.of(read(path("a.zip!\u00e7.json"), List.of("{}"), Packaging.ZIP)), readAll("a.zip"));
  }

  @Test
  void a_zip_that_was_cut_anywhere_tells_so() throws IOException {
    byte[] zip =
        zip("a.json", "{\"a\":1}", "b.json", "{\"b\":\"" + new Shuffled(3).pretty() + "\"}");
    int list = indexOf(zip, "PK\1\2");
    for (int cut = 4; cut < list; cut++) {
      var all = read(List.of("-"), new ByteArrayInputStream(cut(zip, cut)));
      assertEquals(new Opened.Unreadable("-", Reason.DAMAGED), all.getLast(), () -> all.toString());
    }
  }

  private static int indexOf(byte[] bytes, String wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(wanted);
  }

  @Test
  void damage_in_a_zip_is_told() throws IOException {
    byte[] sound = zip("a.json", "{\"a\":1}\n".repeat(50), "b.json", "{}");
    byte[] damaged = sound.clone();
    damaged[50] ^= 0x55;
    write("damaged.zip", damaged);
    assertEquals(
        new Opened.Unreadable(path("damaged.zip"), Reason.DAMAGED),
        readAll("damaged.zip").getLast());

    byte[] encrypted = sound.clone();
    encrypted[6] |= 1;
    write("encrypted.zip", encrypted);
    assertEquals(
        List.of(new Opened.Unreadable(path("encrypted.zip"), Reason.ENCRYPTED)),
        readAll("encrypted.zip"));

    byte[] named = zip("\u00e7a.json", "{}");
    named[30] = (byte) 0xFF;
    write("named.zip", named);
    assertEquals(
        List.of(new Opened.Unreadable(path("named.zip"), Reason.DAMAGED)), readAll("named.zip"));
  }

  @Test
  void whatever_is_damaged_in_a_zip_or_gzip_there_is_an_answer() throws IOException {
    byte[] zip = zip("a.json", "{\"a\":1}\n".repeat(30), "b.json.gz", gzip("{}"));
    byte[] gzip = gzip("{\"a\":1}\n".repeat(30));
    var random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = (i % 2 == 0 ? zip : gzip).clone();
      for (int j = random.nextInt(3); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      read(List.of("-"), new Trickle(damaged, random, 30));
    }
  }

  @Test
  void a_disk_that_fails_inside_of_a_zip_is_told() throws IOException {
    byte[] zip = zip("a.json", "{}", "b.json", "{}");
    var failing = new BrokenDisk(cut(zip, indexOf(zip, "b.json")));
    assertEquals(
        List.of(
            read("-!a.json", List.of("{}"), Packaging.ZIP),
            new Opened.Unreadable("-", Reason.FAILED)),
        read(List.of("-"), failing));
  }

  // Encodings

  @Test
  void utf_16_and_utf_32_are_known_by_their_mark() throws IOException {
    String text = "{\"é\":\"ﷺ👋\"}\n{\"b\":" + "1".repeat(70) + "}";
    for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      byte[] bytes = ("\uFEFF" + text).getBytes(Charset.forName(name));
      var packaging = name.startsWith("UTF-16") ? Packaging.UTF_16 : Packaging.UTF_32;
      assertEquals(
          List.of(read("-", text.lines().toList(), packaging)),
          read(List.of("-"), new ByteArrayInputStream(bytes)),
          name);
      assertEquals(
          List.of(read("-", text.lines().toList(), Packaging.GZIP, packaging)),
          read(List.of("-"), new ByteArrayInputStream(gzip(bytes))),
          name);
      assertEquals(
          List.of(read("-", text.lines().toList(), packaging)),
          read(List.of("-"), new Trickle(bytes, new Random(5), 3)),
          name);
    }
  }

  @Test
  void a_byte_order_mark_has_a_place_of_its_own_in_every_encoding() throws IOException {
    for (String name : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      byte[] bytes = "\uFEFF{}".getBytes(Charset.forName(name));
      try (var inputs = Inputs.of(List.of("-"), new ByteArrayInputStream(bytes))) {
        if (!(inputs.next() instanceof Inputs.Opened.Text(_, var feed))) {
          throw new AssertionError(name);
        }
        assertEquals(Feed.Next.PAYLOAD, feed.next(), name);
        assertEquals(new Place(1, 2, 1), feed.place(), name);
      }
    }
  }

  @Test
  void a_large_text_in_utf_16_is_read_as_it_is() throws IOException {
    String text = "{\"a\":\"" + "aéﷺ👋".repeat(100_000) + "\"}";
    assertEquals(
        List.of(read("-", List.of(text), Packaging.UTF_16)),
        read(List.of("-"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16))));
  }

  @Test
  void what_is_no_utf_16_or_utf_32_is_told_behind_all_that_is() {
    byte[] start = "\uFEFF{\"a\":1}\n{\"b\":\"".getBytes(StandardCharsets.UTF_16LE);
    byte[] end = "\"}".getBytes(StandardCharsets.UTF_16LE);
    for (byte[] wrong :
        List.of(
            new byte[] {0, (byte) 0xD8},
            new byte[] {0, (byte) 0xDC},
            new byte[] {0, (byte) 0xD8, 0, (byte) 0xD8})) {
      assertBreaks(join(start, wrong, end), Packaging.UTF_16);
      assertBreaks(join(start, wrong), Packaging.UTF_16);
    }
    assertBreaks(join(start, new byte[] {65}), Packaging.UTF_16);

    byte[] long32 = "\uFEFF{\"a\":1}\n{\"b\":\"".getBytes(Charset.forName("UTF-32BE"));
    assertBreaks(join(long32, new byte[] {0, 0x11, 0, 0}), Packaging.UTF_32);
    assertBreaks(join(long32, new byte[] {0, 0, (byte) 0xD8, 0}), Packaging.UTF_32);
    assertBreaks(join(long32, new byte[] {(byte) 0xFF, 0, 0, 65}), Packaging.UTF_32);
    assertBreaks(join(long32, new byte[] {0, 0, 0}), Packaging.UTF_32);
  }

  private static void assertBreaks(byte[] bytes, Packaging packaging) {
    var opened = Inputs.of(List.of("-"), new ByteArrayInputStream(bytes)).next();
    var feed = assertInstanceOf(Opened.Text.class, opened).feed();
    assertEquals(List.of(packaging), feed.packaging());
    var all = Seen.all(feed);
    assertEquals(List.of("{\"a\":1}", "{\"b\":\""), Seen.texts(all));
    assertEquals(Expected.VALID_ENCODING, all.getLast().expected());
    assertEquals(new Place(2, 7, 15), all.getLast().theTrouble().place());
  }

  // The samples

  @Test
  void every_form_among_the_samples_is_read() {
    var expected =
        List.of(
            "array-compact.json ARRAY 3",
            "array-with-a-stranger.json ARRAY 4",
            "array.json ARRAY 3",
            "curl-double-quotes.txt CURL 1",
            "curl-pretty-body.txt CURL 1",
            "curl-single-quotes.txt CURL 1",
            "escaped-without-outer-quotes.txt UNKNOWN 1",
            "gzip-ndjson.ndjson.gz LINES 3",
            "gzip-one-payload.json.gz OBJECT 1",
            "har-two-request-bodies.har HAR 2",
            "json-string-of-pretty-text.json JSON_STRING 1",
            "json-string.json JSON_STRING 1",
            "log-line-before-pretty-text.txt LOG_LINE 1",
            "log-line-with-brackets.txt LOG_LINE 1",
            "log-line.txt LOG_LINE 1",
            "ndjson-line-that-is-a-number.ndjson LINES 3",
            "ndjson-one-broken-line.ndjson LINES 3",
            "ndjson-three-payloads.ndjson LINES 3",
            "ndjson-windows-blank-lines-no-end.ndjson LINES 3",
            "objects-one-after-the-other.json SEQUENCE 3",
            "objects-without-a-gap.json SEQUENCE 3",
            "pipedream-event.json REQUEST_BIN 1",
            "request-bin-export.json REQUEST_BIN 1",
            "utf-16-with-mark.json OBJECT 1",
            "webhook-site-export.json REQUEST_BIN 2",
            "webhook-site-one-request.json REQUEST_BIN 1",
            "zip-three-files.zip!mensagem.json OBJECT 1",
            "zip-three-files.zip!eventos/2025-10.ndjson LINES 2",
            "zip-three-files.zip!contatos/karen.json OBJECT 1");
    var found = formsIn("sample-payloads/forms");
    assertTrue(found.containsAll(expected), found::toString);
  }

  private static List<String> formsIn(String samples) {
    var forms = new ArrayList<String>();
    try (var inputs = Inputs.of(List.of(samples), NOTHING)) {
      for (var opened = inputs.next(); opened != null; opened = inputs.next()) {
        var feed = assertInstanceOf(Opened.Text.class, opened).feed();
        var form = Form.UNKNOWN;
        int count = 0;
        for (var next = feed.next(); next != Feed.Next.END; next = feed.next()) {
          form = feed.form();
          count++;
        }
        forms.add(opened.name().substring(samples.length() + 1) + " " + form + " " + count);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return forms;
  }

  @Test
  void everything_broken_among_the_samples_has_the_mend_that_its_name_promises() {
    var unmended = new ArrayList<String>();
    try (var inputs = Inputs.of(List.of("sample-payloads/findings"), NOTHING)) {
      for (var opened = inputs.next(); opened != null; opened = inputs.next()) {
        if (opened instanceof Opened.Text(var name, var feed)) {
          for (var seen : Seen.all(feed)) {
            if (seen.isTrouble() && seen.theTrouble().mend() == null) {
              unmended.add(name.substring(name.lastIndexOf('/') + 1));
            }
          }
        }
      }
    }
    assertEquals(
        List.of(
            "json-invalid-blank.json",
            "json-invalid-empty.json",
            "json-invalid-prose.txt",
            "json-left-over-after-log-line.txt"),
        unmended);
  }
}
