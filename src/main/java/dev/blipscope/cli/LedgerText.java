package dev.blipscope.cli;

import dev.blipscope.json.Plain;
import dev.blipscope.sandbox.Entry;
import dev.blipscope.sandbox.Verdict;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Tells a line of the sandbox's ledger to a person.
final class LedgerText {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int LONGEST_WORD = 60;

  private final Shell shell;
  private final Style style;

  LedgerText(Shell shell) {
    this.shell = shell;
    this.style = new Style(shell.coloured());
  }

  String line(Entry entry) {
    return style.faint(TIME.format(entry.receivedAt().atZone(ZoneId.systemDefault())))
        + "  "
        + switch (entry) {
          case Entry.Call call -> verdict(call) + "  " + style.faint(subject(call));
          case Entry.Request request -> request(request);
        };
  }

  private String verdict(Entry.Call call) {
    return switch (call.verdict()) {
      case Verdict.Kept(var tables) ->
          style.in("32", shell.message("sandbox.kept"))
              + " "
              + shell.message("sandbox.rows", brief(String.join(", ", tables)));
      case Verdict.Dropped(var reason) ->
          style.in("1;31", shell.message("sandbox.dropped"))
              + " "
              + reason.code()
              + ": "
              + shell.message("sandbox.reason." + reason);
      case Verdict.Duplicate(long of) ->
          style.in("33", shell.message("sandbox.duplicate"))
              + " "
              + shell.message("sandbox.repeats", of);
    };
  }

  private String subject(Entry.Call call) {
    String what = call.type() == null ? "?" : call.type().word();
    String name = call.event() == null ? "" : " \"" + brief(call.event()) + "\"";
    String id = brief(call.messageId());
    return call.path()
        + " "
        + what
        + name
        + " "
        + (call.assigned() ? shell.message("sandbox.assigned", id) : id);
  }

  private String request(Entry.Request request) {
    String status =
        request.status() == 0 ? shell.message("sandbox.silent") : String.valueOf(request.status());
    String detail = request.detail().isEmpty() ? "" : " (" + brief(request.detail()) + ")";
    return style.in("1;31", status)
        + " "
        + request.matter().code()
        + ": "
        + shell.message("sandbox.matter." + request.matter())
        + detail
        + "  "
        + style.faint(brief(request.path()));
  }

  private static String brief(String text) {
    return Plain.brief(text, LONGEST_WORD);
  }
}
