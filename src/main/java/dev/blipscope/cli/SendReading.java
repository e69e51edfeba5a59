package dev.blipscope.cli;

import dev.blipscope.check.Finding;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import dev.blipscope.segment.CallState;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Reads the payloads whose calls are to be sent.
final class SendReading {

  private static final int MARK_LETTERS = 10;

  /// How much it is, as a person is asked about it.
  ///
  /// @param calls how many can be sent
  /// @param personal how many fields with personal data they have
  record Load(int calls, int personal) {}

  private final Shell shell;
  private final Order order;
  private final boolean newIds;
  private final SplittableRandom dice = new SplittableRandom();
  private int calls;
  private int personal;
  private int code = ExitCode.FINE;

  /// @param newIds whether the calls get ids that no other has
  SendReading(Shell shell, Order order, boolean newIds) {
    this.shell = shell;
    this.order = order;
    this.newIds = newIds;
  }

  /// What was read.
  Load load() {
    return new Load(calls, personal);
  }

  /// The exit code that fits what was read.
  int code() {
    return code;
  }

  /// Hands over one call after the other.
  void read(List<String> inputs, Consumer<Parcel> into) throws IOException {
    var complaints = new Complaints(shell);
    int read =
        new Reading(shell, order.inspector())
            .each(
                inputs,
                (origin, inspection) -> {
                  var call = inspection.call();
                  inspection.findings().stream()
                      .filter(finding -> finding.code().family().equals("privacy"))
                      .forEach(_ -> personal++);
                  if (call != null) {
                    var parcel = parcel(origin.source() + ":" + origin.line(), inspection, call);
                    calls += parcel.refusal() == null ? 1 : 0;
                    into.accept(parcel);
                  } else {
                    code = ExitCode.SOME_ERRORS;
                    complain(complaints, origin.source(), origin.line(), inspection);
                  }
                });
    complaints.finish();
    code = Math.max(code, read == ExitCode.CANNOT_READ_OR_WRITE ? read : ExitCode.FINE);
  }

  private static void complain(
      Complaints complaints, String source, int line, Inspection inspection) {
    inspection.findings().stream()
        .filter(Finding::isError)
        .findFirst()
        .ifPresent(finding -> complaints.add(source, new Place(line, 1, 0), finding));
  }

  private Parcel parcel(String place, Inspection inspection, Doc call) {
    var parcel = newIds ? Parcel.anew(place, call, mark()) : Parcel.of(place, call);
    return inspection.isDoomed()
        ? parcel.refused(CallState.Why.of(CallState.Reason.DOOMED))
        : parcel;
  }

  private String mark() {
    return dice.ints(MARK_LETTERS, 0, 36)
        .mapToObj(digit -> Character.toString(Character.forDigit(digit, 36)))
        .reduce("", String::concat);
  }
}
