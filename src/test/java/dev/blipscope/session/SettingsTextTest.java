package dev.blipscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettingsTextTest {

  private static Settings read(String text) {
    return SettingsText.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_written_is_read_again() {
    var settings =
        Settings.USUAL
            .in(Settings.Language.PORTUGUESE)
            .with(Settings.Theme.DARK)
            .scaled(1.3)
            .presenting(true)
            .placed("list", 0.25)
            .placed("calls", 0.62)
            .onTab("fields")
            .afterTour()
            .opened("/home/ana/é \"1\".json")
            .knowing("/home/ana/own.json");

    assertEquals(settings, SettingsText.read(SettingsText.of(settings)));
  }

  @Test
  void each_that_cannot_be_read_is_the_usual_one() {
    assertEquals(Settings.USUAL, read("not ours"));
    assertEquals(Settings.USUAL, read("[]"));
    assertEquals(
        Settings.USUAL.with(Settings.Theme.DARK).scaled(2),
        read(
            "{\"language\":\"KLINGON\",\"theme\":\"DARK\",\"scale\":99,\"places\":{\"a\":\"x\"},"
                + "\"recent\":[1,null],\"profiles\":{},\"tab\":3,\"toured\":1}"));
    assertEquals(Settings.USUAL, read("{\"scale\":\"wide\",\"places\":[],\"recent\":3}"));
  }

  @Test
  void no_byte_that_is_changed_ends_in_anything_but_settings() {
    var dice = new Random(11);
    byte[] whole = SettingsText.of(Settings.USUAL.placed("list", 0.25).opened("a").knowing("b"));
    for (int i = 0; i < 5_000; i++) {
      byte[] text = whole.clone();
      text[dice.nextInt(text.length)] = (byte) dice.nextInt(256);
      SettingsText.read(text);
    }
  }

  @Test
  void the_newest_names_come_first_and_no_more_than_twelve_are_known() {
    var settings = Settings.USUAL;
    for (int i = 0; i < 20; i++) {
      settings = settings.opened("file " + i).knowing("profile " + i);
    }
    settings = settings.opened("file 15");

    assertEquals(12, settings.recent().size());
    assertEquals(List.of("file 15", "file 19"), settings.recent().subList(0, 2));
    assertEquals(11, settings.without("profile 19").profiles().size());
    assertEquals(List.of(), settings.forgetful().recent());
    assertEquals(12, settings.forgetful().profiles().size());
  }

  @Test
  void a_size_that_is_not_allowed_is_none() {
    assertEquals(Settings.SMALLEST_SCALE, Settings.USUAL.scaled(0).scale());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Settings(
                Settings.Language.SYSTEM,
                Settings.Theme.SYSTEM,
                Double.NaN,
                false,
                java.util.Map.of(),
                "",
                false,
                List.of(),
                List.of()));
  }
}
