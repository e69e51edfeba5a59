package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        name,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.blipscope.cli.help", "dev.blipscope.cli.messages"})
  void both_languages_have_the_same_texts(String name) {
    assertEquals(
        bundle(name, Locale.ENGLISH).keySet(), bundle(name, Locale.of("pt", "BR")).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "open --help",
        "map --help",
        "inspect --help",
        "verify --help",
        "profiles --help",
        "profiles list --help",
        "profiles show --help",
        "profiles check --help",
        "sandbox --help"
      })
  void each_command_explains_itself_in_both_languages(String command) {
    var english = Told.running(command.split(" "));
    var portuguese = Told.running(("--lang pt-BR " + command).split(" "));

    assertEquals(0, english.code());
    assertEquals(0, portuguese.code());
    assertTrue(english.out().contains("Exit status:"), english.out());
    assertTrue(portuguese.out().contains("Código de saída:"), portuguese.out());
    assertFalse(english.out().contains("null"), english.out());
    for (var line : english.out().lines().toList()) {
      // An option or a command without a text stands alone on its line.
      assertFalse(line.matches(" +(-\\w, )?--\\w+(=\\S+)?"), line);
      assertTrue(line.length() <= 80, line);
    }
  }

  @Test
  void without_a_word_the_help_is_shown() {
    assertEquals(Told.running("--help"), Told.running());
  }

  @Test
  void the_script_for_the_shell_knows_the_commands() {
    var told = Told.running("completion");

    assertEquals(0, told.code());
    assertTrue(told.out().startsWith("#!/usr/bin/env bash"), told.out());
    assertTrue(told.out().contains("_picocli_blipscope_inspect"), told.out());
    assertTrue(told.out().contains("_picocli_blipscope_open"), told.out());
    assertTrue(told.out().contains("--profile"), told.out());
  }

  @Test
  void the_version_is_told() {
    assertTrue(Told.running("--version").out().startsWith("blipscope "));
  }

  @Test
  void an_unknown_word_is_a_usage_error_with_a_hint() {
    var told = Told.running("mapp");

    assertEquals(2, told.code());
    assertTrue(told.err().contains("mapp"), told.err());
    assertTrue(told.err().endsWith("Try \"blipscope --help\".\n"), told.err());
  }
}
