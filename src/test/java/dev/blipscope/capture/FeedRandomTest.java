package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/// What holds for every text, tried with thousands of them; the message names the seed.
class FeedRandomTest {

  private static void withSeeds(int count, LongConsumer trial) {
    for (long seed = 1; seed <= count; seed++) {
      try {
        trial.accept(seed);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  @Test
  void it_does_not_matter_in_which_portions_a_text_arrives() {
    withSeeds(
        4_000,
        seed -> {
          var shuffled = new Shuffled(seed);
          byte[] bytes = shuffled.bytes(shuffled.anyText());

          var trickle = new Trickle(bytes, shuffled.random(), 1 + shuffled.below(40));

          assertEquals(Seen.all(Feed.of(bytes)), Seen.all(Feed.of(trickle)), show(bytes));
        });
  }

  @Test
  void each_form_gives_the_same_payloads() {
    withSeeds(
        2_000,
        seed -> {
          var shuffled = new Shuffled(seed);
          var payloads = shuffled.payloads(5);
          var pretty = shuffled.pretty();

          assertEquals(payloads, payloadsOf(String.join("\n", payloads)));
          assertEquals(payloads, payloadsOf(String.join("\r\n\r\n", payloads) + "\r\n"));
          assertEquals(payloads, payloadsOf(String.join("", payloads)));
          assertEquals(payloads, payloadsOf("[" + String.join(",", payloads) + "]"));
          assertEquals(payloads, payloadsOf("[\n  " + String.join(",\n  ", payloads) + "\n]\n"));
          assertEquals(List.of(pretty, pretty), payloadsOf(pretty + "\n" + pretty + "\n"));
          assertEquals(
              payloads,
              payloadsOf("10:00 INFO [a] - " + String.join("\n[b] 10:01 got ", payloads) + "\n"));
        });
  }

  private static List<String> payloadsOf(String text) {
    var all = Seen.in(text);
    assertTrue(all.stream().noneMatch(Seen::isTrouble), () -> all.toString());
    return Seen.payloads(all);
  }

  @Test
  void places_are_where_an_editor_shows_them() {
    withSeeds(
        4_000,
        seed -> {
          var shuffled = new Shuffled(seed);
          String text = shuffled.anyText();
          for (var seen : Seen.in(text)) {
            assertIsAt(text, seen.place());
            if (seen.isTrouble()) {
              assertIsAt(text, seen.theTrouble().place());
            }
            String there = text.substring(seen.place().offset());
            assertTrue(
                there.startsWith(seen.text())
                    || seen.text().contains("\uFFFD")
                    || isQuoted(text, seen),
                () -> seen + "\n" + text);
          }
        });
  }

  private static boolean isQuoted(String text, Seen seen) {
    String line = text.lines().skip(seen.place().line() - 1).findFirst().orElseThrow();
    return line.startsWith("\"{") || line.contains("\"{") || line.contains("\"[");
  }

  private static void assertIsAt(String text, Place place) {
    String before = text.substring(0, place.offset());
    int line = (int) before.chars().filter(unit -> unit == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    assertEquals(new Place(line, column, before.length()), place, () -> text);
  }

  @Test
  void a_broken_line_costs_only_itself() {
    withSeeds(
        4_000,
        seed -> {
          var shuffled = new Shuffled(seed);
          var before = shuffled.payloads(3);
          var after = shuffled.payloads(3);
          String broken =
              "{" + shuffled.mutated(shuffled.payload().substring(1)).replace("\n", " ");
          String text =
              String.join("\n", before) + "\n" + broken + "\n" + String.join("\n", after) + "\n";

          var payloads = Seen.payloads(Seen.in(text));

          assertEquals(before, payloads.subList(0, before.size()), text);
          assertEquals(
              after, payloads.subList(payloads.size() - after.size(), payloads.size()), text);
        });
  }

  @Test
  void whatever_comes_there_is_an_answer_and_each_payload_is_json() {
    withSeeds(
        6_000,
        seed -> {
          var shuffled = new Shuffled(seed);
          byte[] bytes = shuffled.bytes(shuffled.mutated(shuffled.anyText() + shuffled.pretty()));
          var all = Seen.all(Feed.of(bytes));
          assertTrue(!all.isEmpty(), show(bytes));
          for (var seen : all) {
            if (seen.isTrouble()) {
              assertIsSound(seen.theTrouble());
            }
          }
        });
  }

  static void assertIsSound(Trouble trouble) {
    assertTrue(trouble.at() <= trouble.text().length(), trouble::toString);
    var mend = trouble.mend();
    if (mend != null) {
      String mended = mend.applyTo(trouble.text());
      boolean isPiece = trouble.text().startsWith("{") || trouble.text().startsWith("[");
      if (isPiece) {
        assertTrue(isJson(mended), () -> trouble + "\n" + mended);
      } else {
        assertTrue(",]".contains(mended.strip()), trouble::toString);
      }
    }
  }

  private static boolean isJson(String text) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    return scanner.scan(bytes, 0, bytes.length, true) == Scanner.Outcome.VALUE
        && scanner.end() == bytes.length;
  }

  @Test
  void a_text_cut_anywhere_keeps_the_payloads_before_the_cut() {
    withSeeds(
        150,
        seed -> {
          var shuffled = new Shuffled(seed);
          var payloads = shuffled.payloads(4);
          String text = String.join("\n", payloads);
          for (int cut = 0; cut < text.length(); cut++) {
            var all = Seen.in(text.substring(0, cut));
            var whole = new ArrayList<String>();
            int end = 0;
            for (var payload : payloads) {
              end += payload.length();
              if (end <= cut) {
                whole.add(payload);
              }
              end++;
            }
            assertEquals(whole, Seen.payloads(all), text.substring(0, cut));
          }
        });
  }

  @Test
  void parts_of_a_text_give_what_the_whole_text_gives() {
    withSeeds(
        4_000,
        seed -> {
          var shuffled = new Shuffled(seed);
          byte[] bytes = shuffled.bytes(shuffled.anyText() + shuffled.anyText());
          var whole = Feed.ofPart(bytes, 0, bytes.length, true, Place.START);
          var expected = Seen.all(whole);

          var found = new ArrayList<Seen>();
          int from = 0;
          int to = 0;
          var start = Place.START;
          while (to < bytes.length) {
            to = Math.min(bytes.length, to + 1 + shuffled.below(60));
            var part = Feed.ofPart(bytes, from, to, to == bytes.length, start);
            found.addAll(Seen.all(part));
            from = part.position();
            start = part.reached();
          }
          assertEquals(expected, found, show(bytes));
        });
  }

  @Test
  void a_stream_that_fails_hands_its_failure_on() {
    var feed = Feed.of(new BrokenDisk((byte) '{'));

    var failure = assertThrows(IOException.class, feed::next);

    assertEquals("disk", failure.getMessage());
  }

  private static String show(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
