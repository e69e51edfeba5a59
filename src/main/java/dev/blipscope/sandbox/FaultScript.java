package dev.blipscope.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When something goes wrong, and what: `429:2:retry-after=1`.
///
/// @param text as it was written
/// @param takes whether the ledger takes the calls of the request before it goes wrong
/// @param times how many requests it strikes; [#ALWAYS] for no end
/// @param every it strikes each so-manieth request that it sees
/// @param chance how likely it strikes then, up to 1
/// @param seed of its dice
public record FaultScript(
    String text, Fault fault, boolean takes, long times, int every, double chance, long seed) {

  public static final long ALWAYS = Long.MAX_VALUE;

  private static final Duration USUAL_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int LONGEST_WAIT = 86_400;
  private static final int MOST_TIMES = 1_000_000_000;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Map<String, Fault> PLAIN =
      Map.of(
          "hang", new Fault.Hang(),
          "reset-before-accept", new Fault.EarlyReset(),
          "reset-after-accept", new Fault.Reset(),
          "slow-body", new Fault.SlowBody(USUAL_PAUSE),
          "html-200", new Fault.Html(),
          "empty-200", new Fault.Empty(),
          "redirect", new Fault.Redirect(307, ""),
          "source-disabled", new Fault.Silent(Discard.SOURCE_DISABLED),
          "locked-workspace", new Fault.Silent(Discard.LOCKED_WORKSPACE));

  /// What a text that should be a script turned out to be.
  public sealed interface Answer {

    record Good(FaultScript script) implements Answer {}

    /// No script.
    ///
    /// @param word the part that is wrong
    record Bad(Problem problem, String word) implements Answer {}
  }

  /// Why a text is no script.
  public enum Problem {
    UNKNOWN,
    OPTION,
    NUMBER,
    URL
  }

  /// A part that cannot be read.
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Answer.Bad answer;

    Wrong(Problem problem, String word) {
      super(null, null, false, false);
      answer = new Answer.Bad(problem, word);
    }
  }

  /// Reads what a person wrote.
  public static Answer read(String text) {
    try {
      return new Answer.Good(script(text.strip()));
    } catch (Wrong wrong) {
      return wrong.answer;
    }
  }

  private static FaultScript script(String text) throws Wrong {
    var parts = parts(text);
    var script =
        new FaultScript(text, fault(parts.getFirst()), false, 0, 1, 1, 1)
            .taking(fault(parts.getFirst()).usuallyTakes());
    for (String part : parts.subList(1, parts.size())) {
      script = script.with(part);
    }
    boolean mixed = script.every > 1 || script.chance < 1;
    return script.times > 0 ? script : script.times(mixed ? ALWAYS : 1);
  }

  /// The parts between colons; an address is the last part and keeps its own.
  private static List<String> parts(String text) {
    int address = Math.max(text.indexOf(":http://"), text.indexOf(":https://"));
    var parts =
        new ArrayList<>(
            Arrays.asList((address < 0 ? text : text.substring(0, address)).split(":", -1)));
    if (address >= 0) {
      parts.add(text.substring(address + 1));
    }
    return parts;
  }

  private static Fault fault(String word) throws Wrong {
    var plain = PLAIN.get(word);
    if (plain != null) {
      return plain;
    }
    if (!word.matches("[1-9][0-9]{2}")) {
      throw new Wrong(Problem.UNKNOWN, word);
    }
    int status = Integer.parseInt(word);
    if (REDIRECTS.contains(status)) {
      return new Fault.Redirect(status, "");
    }
    if (status < 400 || status > 599) {
      throw new Wrong(Problem.UNKNOWN, word);
    }
    return new Fault.Status(status, null);
  }

  private FaultScript with(String part) throws Wrong {
    if (part.matches("[0-9]+")) {
      return times(number(part, part, 1, MOST_TIMES));
    }
    if (part.startsWith("http://") || part.startsWith("https://")) {
      return to(part);
    }
    int sign = part.indexOf('=');
    String name = sign < 0 ? part : part.substring(0, sign);
    String value = sign < 0 ? "" : part.substring(sign + 1);
    if ((sign < 0) != (name.equals("always") || name.equals("taken"))) {
      throw new Wrong(Problem.OPTION, part);
    }
    return switch (name) {
      case "always" -> times(ALWAYS);
      case "taken" -> {
        if (fault instanceof Fault.EarlyReset) {
          throw new Wrong(Problem.OPTION, part);
        }
        yield taking(true);
      }
      case "every" ->
          new FaultScript(
              text, fault, takes, times, number(part, value, 1, MOST_TIMES), chance, seed);
      case "random" -> new FaultScript(text, fault, takes, times, every, chance(part, value), seed);
      case "seed" ->
          new FaultScript(
              text, fault, takes, times, every, chance, number(part, value, 0, MOST_TIMES));
      case "retry-after" -> {
        if (!(fault instanceof Fault.Status(int status, _))) {
          throw new Wrong(Problem.OPTION, part);
        }
        yield going(new Fault.Status(status, number(part, value, 0, LONGEST_WAIT)));
      }
      case "pause" -> {
        if (!(fault instanceof Fault.SlowBody)) {
          throw new Wrong(Problem.OPTION, part);
        }
        yield going(
            new Fault.SlowBody(
                Duration.ofMillis(number(part, value, 1, (int) LONGEST_PAUSE.toMillis()))));
      }
      default -> throw new Wrong(Problem.OPTION, part);
    };
  }

  private FaultScript to(String url) throws Wrong {
    if (!(fault instanceof Fault.Redirect(int status, _))) {
      throw new Wrong(Problem.OPTION, url);
    }
    try {
      var uri = new URI(url);
      if (uri.getHost() == null) {
        throw new Wrong(Problem.URL, url);
      }
      return going(new Fault.Redirect(status, uri.toASCIIString()));
    } catch (URISyntaxException _) {
      throw new Wrong(Problem.URL, url);
    }
  }

  private static int number(String part, String digits, int least, int most) throws Wrong {
    if (digits.matches("[0-9]{1,10}")) {
      long number = Long.parseLong(digits);
      if (number >= least && number <= most) {
        return (int) number;
      }
    }
    throw new Wrong(Problem.NUMBER, part);
  }

  private static double chance(String part, String written) throws Wrong {
    if (written.matches("0?\\.[0-9]{1,9}|1|1\\.0{1,9}")) {
      double chance = Double.parseDouble(written);
      if (chance > 0) {
        return chance;
      }
    }
    throw new Wrong(Problem.NUMBER, part);
  }

  private FaultScript taking(boolean takes) {
    return new FaultScript(text, fault, takes, times, every, chance, seed);
  }

  private FaultScript times(long times) {
    return new FaultScript(text, fault, takes, times, every, chance, seed);
  }

  private FaultScript going(Fault fault) {
    return new FaultScript(text, fault, takes, times, every, chance, seed);
  }
}
