package dev.blipscope.session;

import dev.blipscope.check.Code;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question about sending that waits for an answer. Whoever does not answer has said no.
public sealed interface Ask {

  /// Whether calls are to be sent to where they leave the program.
  ///
  /// @param number the number of the order
  /// @param calls how many calls it is
  /// @param doomed how many more cannot be sent, by the first finding that keeps them here
  /// @param without how many payloads become no call at all
  /// @param personal how many fields of these calls hold personal data
  /// @param before how many of them were sent before in this session
  record Send(
      long number,
      KnownTarget to,
      boolean newIds,
      int calls,
      Map<Code, Integer> doomed,
      int without,
      long personal,
      int before)
      implements Ask {
    public Send {
      doomed = Map.copyOf(doomed);
    }
  }

  /// Whether to keep a target on a host that nobody knows.
  ///
  /// @param was the name that it had before; none if it is new
  record UnknownHost(@Nullable String was, Target target, @Nullable WriteKey key) implements Ask {}

  /// Whether to connect to a target on another machine.
  record Test(KnownTarget target) implements Ask {}

  record Delete(KnownTarget target) implements Ask {}

  /// What to do with calls that were on their way when the program ended last.
  record Unfinished(int calls, Map<String, Integer> byHost) implements Ask {
    public Unfinished {
      byHost = Map.copyOf(byHost);
    }
  }
}
