package dev.blipscope.cli;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Outbox;
import dev.blipscope.json.Out;
import dev.blipscope.json.Plain;
import dev.blipscope.segment.CallState;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says what became of each call that was sent.
final class SendReport {

  private static final int LISTED = 20;
  private static final int ENOUGH_TO_WRITE = 1 << 16;

  private final Shell shell;
  private final Outbox outbox;
  private final Consignment consignment;

  SendReport(Shell shell, Outbox outbox, Consignment consignment) {
    this.shell = shell;
    this.outbox = outbox;
    this.consignment = consignment;
  }

  /// Sums up, and lists each call as JSON or the first of those that were not accepted as text.
  void print(boolean json) throws IOException {
    if (json) {
      printJson();
    } else {
      printText();
    }
    var tally = consignment.tally();
    shell.complain(
        "send.totals",
        tally.all(),
        tally.accepted(),
        tally.refused(),
        tally.failed(),
        tally.uncertain());
    if (tally.failed() + tally.uncertain() > 0) {
      shell.complain("send.totals.again");
    }
  }

  private void printJson() throws IOException {
    var out = new Out(ENOUGH_TO_WRITE);
    for (int call = 0; call < consignment.size(); call++) {
      var state = consignment.state(call);
      var why = why(state);
      out.add("{\"messageId\":").quoted(outbox.messageId(consignment, call));
      out.add(",\"state\":").quoted(word(state)).add(",\"why\":");
      if (why == null) {
        out.add("null");
      } else {
        out.quoted((word(why) + " " + String.join(" ", why.words())).strip());
      }
      out.add(",\"tries\":").add(consignment.tries(call)).add("}\n");
      if (out.size() > ENOUGH_TO_WRITE) {
        out.flushTo(shell.out());
      }
    }
    out.flushTo(shell.out());
    shell.out().flush();
  }

  private void printText() throws IOException {
    int more = 0;
    for (int call = 0; call < consignment.size(); call++) {
      var state = consignment.state(call);
      var why = why(state);
      if (why != null && more++ < LISTED) {
        shell
            .err()
            .println(
                Plain.text(outbox.messageId(consignment, call))
                    + ": "
                    + shell.texts().state(state)
                    + ": "
                    + Plain.brief(shell.texts().why(why)));
      }
    }
    if (more > LISTED) {
      shell.complain("send.more", more - LISTED);
    }
  }

  private static CallState.@Nullable Why why(CallState state) {
    return switch (state) {
      case CallState.Queued(), CallState.Sending _, CallState.Accepted() -> null;
      case CallState.Refused(var why) -> why;
      case CallState.Failed(var why) -> why;
      case CallState.Uncertain(var why) -> why;
    };
  }

  private static String word(CallState.Why why) {
    return why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String word(CallState state) {
    return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
