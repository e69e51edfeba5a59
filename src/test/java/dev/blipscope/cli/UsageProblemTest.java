package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageProblemTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          there is no option "--nope".        ! map --nope
          there is no option "-x".            ! inspect -x
          "mapp" was not expected here.       ! mapp
          "nope" was not expected here.       ! profiles nope
          --threads needs a value.            ! map --threads
          DIRS|FILES is missing.            ! verify
          --profile stands there twice.       ! map --profile a --profile b
          "many" is no value for --threads.   ! map --threads many
          "xx" is no value for --lang.        ! --lang xx
          "" is no value for --lang.          ! map --lang=
          não há opção "--nope".              ! --lang pt map --nope
          "mapp" não era esperado aqui.       ! --lang pt_BR mapp
          --threads precisa de um valor.      ! --lang=pt-BR map --threads
          "many" não é um valor para --threads. ! --lang pt-PT map --threads many
          """)
  void a_command_line_that_cannot_be_followed_is_told_in_the_persons_language(
      String said, String line) {
    var told = Told.running(line.split(" ", -1));

    assertEquals(2, told.code());
    assertEquals("blipscope: " + said, told.err().lines().findFirst().orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          pt_BR, LC_ALL=pt_BR.UTF-8
          pt_BR, LANG=pt_PT.UTF-8
          pt_BR, LC_ALL=;LC_MESSAGES=pt_BR;LANG=C
          fr,    LANG=en_US.UTF-8
          fr,    LC_ALL=C;LANG=pt_BR.UTF-8
          fr,    TERM=pt
          """)
  void the_environment_may_ask_for_portuguese(String language, String variables) {
    var environment = new HashMap<String, String>();
    for (String variable : variables.split(";", -1)) {
      int sign = variable.indexOf('=');
      environment.put(variable.substring(0, sign), variable.substring(sign + 1));
    }

    assertEquals(language, Main.usual(Map.copyOf(environment), Locale.FRENCH).toString());
  }
}
