package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private final Commands commands = new Commands();
  private final List<String> done = new ArrayList<>();

  @Test
  void a_command_that_nobody_answers_to_is_not_there() {
    commands.on(Command.FORMAT, () -> done.add("format"));

    assertEquals(List.of(Command.FORMAT), commands.known());
    assertEquals(Optional.empty(), commands.action(Command.DELETE));
    commands.run(Command.DELETE);
    assertEquals(List.of(), done);
  }

  @Test
  void a_command_is_done_only_while_it_can_be() {
    var possible = new SimpleBooleanProperty(false);
    commands.on(Command.DELETE, () -> done.add("delete"), possible);

    commands.run(Command.DELETE);
    assertEquals(List.of(), done);

    possible.set(true);
    commands.run(Command.DELETE);
    assertEquals(List.of("delete"), done);
  }

  @Test
  void keys_are_named_as_they_are_printed_on_a_keyboard() {
    for (var command : Command.values()) {
      for (var keys : command.keys()) {
        assertTrue(Command.named(keys).matches("[A-Za-z0-9+\\-= ]+"), Command.named(keys));
      }
    }
    assertEquals("Ctrl+Enter", Command.SEND.keyNames());
    assertEquals("", Command.ABOUT.keyNames());
  }

  @Test
  void no_two_commands_have_the_same_keys() {
    var taken = new HashMap<String, Command>();
    for (var command : Command.values()) {
      for (var keys : command.keys()) {
        var other = taken.put(keys.getName(), command);
        assertEquals(null, other, keys + " is taken by " + other + " and " + command);
      }
    }
    assertTrue(taken.size() > 20);
  }
}
