package dev.blipscope.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What `send --json` said of each call.
///
/// @param states by id
/// @param tries how often the call was tried that was tried most
/// @param trouble what is wrong with the list itself
record Sent(int exit, Map<String, String> states, int tries, List<String> trouble) {

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"messageId\":\"([^\"]+)\",\"state\":\"([a-z]+)\",\"why\":(null|\"[^\"]+\"),"
              + "\"tries\":([0-9]+)}");

  static Sent of(int exit, String out) {
    var states = new LinkedHashMap<String, String>();
    var trouble = new ArrayList<String>();
    int tries = 0;
    for (String line : out.lines().toList()) {
      var found = LINE.matcher(line);
      if (!found.matches()) {
        trouble.add("no state: " + line);
      } else if (states.put(found.group(1), found.group(2)) != null) {
        trouble.add("said twice: " + found.group(1));
      } else {
        tries = Math.max(tries, Integer.parseInt(found.group(4)));
      }
    }
    return new Sent(exit, states, tries, trouble);
  }

  long in(String state) {
    return states.values().stream().filter(state::equals).count();
  }

  boolean allAccepted() {
    return in("accepted") == states.size();
  }

  /// In what it differs from the truth.
  ///
  /// @param ids of the calls that were to be sent
  /// @param kept what the ledger has
  /// @param taken whether the sandbox took calls whose sender it told that it had not
  List<String> differences(Set<String> ids, Set<String> kept, boolean taken) {
    var found = new ArrayList<>(trouble);
    ids.stream().filter(id -> !states.containsKey(id)).forEach(id -> found.add("not said: " + id));
    states.forEach(
        (id, state) -> {
          boolean isKept = kept.contains(id);
          boolean isTrue =
              switch (state) {
                case "accepted" -> isKept;
                case "refused", "failed" -> !isKept || taken;
                case "uncertain" -> true;
                default -> false;
              };
          if (!ids.contains(id)) {
            found.add("never sent: " + id);
          } else if (!isTrue) {
            found.add(state + (isKept ? ", but kept: " : ", but not kept: ") + id);
          }
        });
    if ((exit == 0) != (allAccepted() && !states.isEmpty())) {
      found.add("exit code " + exit);
    }
    return found;
  }
}
