package dev.blipscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Direction;
import dev.blipscope.capture.Fingerprint;
import dev.blipscope.check.Code;
import dev.blipscope.json.Place;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowKind;
import dev.blipscope.shelf.Via;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptTextTest {

  private static final List<String> NAMES = List.of("", "a.json", "é \"\\\n", "💬", "{\"id\":1}");

  @Test
  void what_is_written_is_read_again() {
    var dice = new Random(20_260_108);
    for (int i = 0; i < 500; i++) {
      var kept = kept(dice);
      assertEquals(Optional.of(kept), KeptText.read(KeptText.of(kept)), "number " + i);
    }
  }

  @Test
  void no_byte_that_is_changed_or_missing_ends_in_anything_but_an_answer() {
    var dice = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] text = KeptText.of(kept(dice));
      text[dice.nextInt(text.length)] = (byte) dice.nextInt(256);
      KeptText.read(text);
      KeptText.read(java.util.Arrays.copyOf(text, dice.nextInt(text.length)));
    }
  }

  @Test
  void what_another_program_wrote_is_nothing() {
    for (String text : List.of("", "[]", "{}", "{\"at\":1}", "{\"at\":\"x\",\"sources\":[]}")) {
      assertEquals(Optional.empty(), KeptText.read(text.getBytes(StandardCharsets.UTF_8)), text);
    }
  }

  @Test
  void a_finding_that_only_a_newer_program_knows_costs_nothing_else() {
    String text = new String(KeptText.of(Kept.NOTHING), StandardCharsets.UTF_8);
    String newer = text.replace("\"codes\":[]", "\"codes\":[\"OF_TOMORROW\"]");

    assertEquals(Optional.of(Kept.NOTHING), KeptText.read(newer.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_an_older_program_wrote_has_no_edits_of_profiles() {
    String text = new String(KeptText.of(Kept.NOTHING), StandardCharsets.UTF_8);
    String older = text.replace(",\"editing\":false,\"edits\":[]", "");

    assertNotEquals(text, older);
    assertEquals(Optional.of(Kept.NOTHING), KeptText.read(older.getBytes(StandardCharsets.UTF_8)));
  }

  private static Kept kept(Random dice) {
    var texts = Stream.generate(() -> text(dice)).limit(dice.nextInt(4)).toList();
    return new Kept(
        dice.nextLong(),
        texts,
        dice.nextBoolean() ? null : new RowKey(dice.nextInt(100), dice.nextInt(100)),
        filter(dice),
        new Order(one(dice, List.of(Order.By.values())), dice.nextBoolean()),
        dice.nextBoolean(),
        name(dice),
        dice.nextBoolean(),
        Stream.generate(() -> new Kept.Edits(name(dice), name(dice), name(dice)))
            .limit(dice.nextInt(3))
            .toList());
  }

  private static Kept.Text text(Random dice) {
    boolean file = dice.nextBoolean();
    return new Kept.Text(
        dice.nextInt(1000),
        one(dice, List.of(Source.How.values())),
        name(dice),
        dice.nextInt(5),
        new Place(1 + dice.nextInt(9), 1 + dice.nextInt(9), dice.nextInt(99)),
        file ? name(dice) : null,
        file && dice.nextBoolean()
            ? new Fingerprint(dice.nextLong(), dice.nextLong(), dice.nextLong())
            : null,
        dice.nextInt(1_000_000),
        runs(dice),
        runs(dice));
  }

  private static List<Kept.Run> runs(Random dice) {
    var runs = new ArrayList<Kept.Run>();
    for (int i = dice.nextInt(3); i > 0; i--) {
      runs.add(new Kept.Run(dice.nextInt(50), 50 + dice.nextInt(50)));
    }
    return runs;
  }

  private static Filter filter(Random dice) {
    return new Filter(
        some(dice, List.of(RowKind.values())),
        some(dice, List.of(Direction.values())),
        some(dice, List.of(new Via.Known(Channel.WHATSAPP), Via.Unknown.OTHER)),
        some(dice, List.of(Code.values())),
        name(dice),
        dice.nextBoolean() ? null : dice.nextLong(),
        dice.nextBoolean() ? null : dice.nextLong(),
        Set.of());
  }

  private static <T> Set<T> some(Random dice, List<T> all) {
    var some = new HashSet<T>();
    for (int i = dice.nextInt(3); i > 0; i--) {
      some.add(all.get(dice.nextInt(all.size())));
    }
    return some;
  }

  private static String name(Random dice) {
    return one(dice, NAMES);
  }

  private static <T> T one(Random dice, List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}
