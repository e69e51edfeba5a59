package dev.blipscope.ui;

import dev.blipscope.blip.Basis;
import dev.blipscope.inspect.Spot;
import dev.blipscope.inspect.Trace;
import dev.blipscope.inspect.Unused;
import dev.blipscope.mapping.Grounds;
import dev.blipscope.mapping.Missing;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One row of the table of fields. Its words are made when they are looked at: a call may have a
/// hundred thousand of them.
sealed interface FieldRow {

  CallSheet sheet();

  /// Where in the call it stands.
  String target();

  String value();

  /// Where in the payload it came from.
  String from();

  /// How it came to be, or why it is not there.
  String story();

  /// On whose word; none where no rule had a say.
  default @Nullable Grounds grounds() {
    return null;
  }

  /// What the rule says there.
  default String rule() {
    var grounds = grounds();
    return grounds == null ? "" : grounds.word();
  }

  /// Whether the rule is documented or assumed, in a word.
  default String basis() {
    var grounds = grounds();
    return grounds == null ? "" : sheet().words().text("calls.basis." + grounds.basis().word());
  }

  default boolean isAssumed() {
    var grounds = grounds();
    return grounds != null && grounds.basis() == Basis.ASSUMED;
  }

  /// Whether it holds these letters, which are small.
  default boolean holds(String letters) {
    return (target() + '\n' + value() + '\n' + from() + '\n' + story() + '\n' + rule())
        .toLowerCase(sheet().words().locale())
        .contains(letters);
  }

  /// The whole row as spreadsheets take it.
  default String copied() {
    return String.join("\t", target(), value(), from(), story(), basis(), rule());
  }

  /// Whether a person points at it.
  boolean isPointedAt(CallPointed pointed);

  /// A field that is there.
  record Filled(CallSheet sheet, Trace trace) implements FieldRow {

    @Override
    public String target() {
      return sheet.pointer(trace.to());
    }

    @Override
    public String value() {
      return sheet.value(trace);
    }

    @Override
    public String from() {
      return trace.from().stream()
          .map(Spot::pointer)
          .map(sheet::pointer)
          .map(pointer -> pointer.isEmpty() ? sheet.words().text("calls.whole") : pointer)
          .collect(Collectors.joining(", "));
    }

    @Override
    public String story() {
      return sheet.words().engine().story(trace.story());
    }

    @Override
    public Grounds grounds() {
      return trace.grounds();
    }

    @Override
    public boolean isPointedAt(CallPointed pointed) {
      return pointed.isInCall(trace.to());
    }
  }

  /// A field that a rule asked for and that is not there.
  record Absent(CallSheet sheet, Missing missing) implements FieldRow {

    @Override
    public String target() {
      return sheet.pointer(missing.to().toString());
    }

    @Override
    public String value() {
      return sheet.words().text("calls.absent");
    }

    @Override
    public String from() {
      return "";
    }

    @Override
    public String story() {
      return sheet.covered(sheet.words().engine().why(missing.why()));
    }

    @Override
    public Grounds grounds() {
      return missing.grounds();
    }

    @Override
    public boolean isPointedAt(CallPointed pointed) {
      return pointed.isInCall(missing.to().toString());
    }
  }

  /// What stands over the values that go nowhere.
  record Heading(CallSheet sheet, int count) implements FieldRow {

    @Override
    public String target() {
      return sheet.words().counted("calls.nowhere", count);
    }

    @Override
    public String value() {
      return "";
    }

    @Override
    public String from() {
      return "";
    }

    @Override
    public String story() {
      return sheet.words().text("calls.nowhere.about");
    }

    @Override
    public boolean isPointedAt(CallPointed pointed) {
      return false;
    }
  }

  /// A value of the payload that goes nowhere.
  record Nowhere(CallSheet sheet, Unused unused) implements FieldRow {

    @Override
    public String target() {
      return sheet.words().text("calls.nowhere.target");
    }

    @Override
    public String value() {
      return sheet.value(unused.from());
    }

    @Override
    public String from() {
      return sheet.pointer(unused.from().pointer());
    }

    @Override
    public String story() {
      return sheet.words().engine().why(unused);
    }

    @Override
    public @Nullable Grounds grounds() {
      return switch (unused.why()) {
        case Unused.Reason.LeftOut(var grounds) -> grounds;
        case Unused.Reason.Displaced(_, var grounds) -> grounds;
        case Unused.Reason.Superseded _, Unused.Reason.Excepted _ -> null;
      };
    }

    @Override
    public boolean isPointedAt(CallPointed pointed) {
      return pointed.isInPayload(unused.from().pointer());
    }
  }
}
