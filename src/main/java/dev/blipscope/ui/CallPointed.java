package dev.blipscope.ui;

import dev.blipscope.check.Where;
import dev.blipscope.inspect.Links;
import dev.blipscope.inspect.Trace;
import dev.blipscope.session.Explained;
import dev.blipscope.session.Focus;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a call belongs to the thing that a person points at, on whichever side it is.
///
/// @param fields the fields of the call, as pointers
/// @param value the value of the payload; none if the person points at the call
record CallPointed(List<String> fields, @Nullable String value) {

  static final CallPointed NOTHING = new CallPointed(List.of(), null);

  CallPointed {
    fields = List.copyOf(fields);
  }

  static CallPointed of(Session session) {
    var desk = session.desk();
    // In a text that is broken no place leads to the call, which was made of an earlier one.
    return desk != null
            && desk.reading() instanceof Reading.Understood(var explained, _, int start, _)
        ? of(session.focus(), explained, start)
        : NOTHING;
  }

  private static CallPointed of(Focus focus, Explained explained, int start) {
    return switch (focus) {
      case Focus.Nothing() -> NOTHING;
      case Focus.InCall(var pointer) -> new CallPointed(List.of(pointer), null);
      case Focus.InPayload(int offset) ->
          offset < start
              ? NOTHING
              : usesOf(explained.payload().pointerAt(offset - start), explained);
      case Focus.OnFinding(int number) -> {
        var findings = explained.inspection().findings();
        yield number < findings.size() ? at(findings.get(number).where(), explained) : NOTHING;
      }
    };
  }

  private static CallPointed at(Where where, Explained explained) {
    return switch (where) {
      case Where.InCall found -> new CallPointed(List.of(found.pointer()), null);
      case Where.InPayload found -> usesOf(found.pointer(), explained);
      case Where.InInput() -> NOTHING;
    };
  }

  private static CallPointed usesOf(String pointer, Explained explained) {
    return new CallPointed(
        Links.uses(explained.inspection(), pointer).stream().map(Trace::to).toList(), pointer);
  }

  /// Whether a field of the call is one of them, in one of them or around one of them.
  boolean isInCall(String field) {
    return fields.stream()
        .filter(pointer -> !pointer.isEmpty())
        .anyMatch(pointer -> isWithin(field, pointer) || isWithin(pointer, field));
  }

  boolean isInPayload(String pointer) {
    return value != null && !value.isEmpty() && isWithin(pointer, value);
  }

  private static boolean isWithin(String pointer, String container) {
    return pointer.equals(container) || pointer.startsWith(container + "/");
  }
}
