package dev.blipscope.cli;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Postman;
import dev.blipscope.segment.CallState;
import java.time.Duration;

/// Tells a person at a terminal how far a delivery is, and anybody why it stands still.
final class SendProgress implements Postman.Listener {

  private static final long PATIENCE = 500_000_000L;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final Shell shell;
  private long said = System.nanoTime();

  SendProgress(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void moved(Consignment consignment, int call, CallState state) {
    if (shell.errIsTerminal() && System.nanoTime() - said > PATIENCE) {
      said = System.nanoTime();
      var tally = consignment.tally();
      String line = shell.message("send.progress", tally.settled(), tally.all(), tally.accepted());
      shell.err().print(CLEAR_LINE + line + "\r");
      shell.err().flush();
    }
  }

  @Override
  public void waits(Consignment consignment, Duration time, CallState.Why why) {
    if (time.toSeconds() > 0) {
      shell.complain("send.waits", time.toSeconds(), shell.texts().why(why));
    }
  }
}
