package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Draft;
import dev.blipscope.mapping.Filled;
import dev.blipscope.mapping.Value;
import dev.blipscope.segment.CallLimits;
import dev.blipscope.segment.ColumnWatch;

/// Tells at a glance that a call has no error, so that a run over millions of payloads can spare
/// the full checks for the few that need them. It may be wrong in one direction only: what it does
/// not know, it does not call clean. Used by one thread.
public final class QuickLook {

  private static final Pointer PROPERTIES = Pointer.of("/properties");
  private static final Pointer TRAITS = Pointer.of("/traits");
  private static final Value IDENTIFY = new Value.Text("identify");

  private final ColumnWatch columns = new ColumnWatch();

  /// The body that was met last: the calls of one profile have but two.
  private Pointer body = PROPERTIES;

  /// Whether a call is surely without error, by whatever profile it was made.
  public boolean isClean(Draft draft) {
    var doc = draft.item().doc();
    // A call of this size has no room for too many properties.
    return draft.length() <= CallLimits.MOST_BYTES
        && !doc.hasLoneSurrogate()
        && hasPlainFields(draft, doc);
  }

  private boolean hasPlainFields(Draft draft, Doc doc) {
    columns.next();
    boolean typed = false;
    boolean named = false;
    for (var field : draft.fields()) {
      if (!field.in().steps().isEmpty()) {
        if (!isBody(field.in()) || clashes(field, doc)) {
          return false;
        }
        continue;
      }
      switch (field.name()) {
        // Made by us of nothing but digits and hyphens.
        case "messageId", "anonymousId" -> {}
        case "type" -> {
          typed = true;
          named |= field.value().equals(IDENTIFY);
        }
        case "event" -> named |= isName(field.value(), doc) && isSound(field.value());
        // The mapper sees to it that a user id is a text and not empty.
        case "userId", "timestamp" -> {
          if (!isSound(field.value())) {
            return false;
          }
        }
        case null, default -> {
          return false;
        }
      }
    }
    return typed && named;
  }

  private boolean isBody(Pointer in) {
    if (in.equals(body)) {
      return true;
    }
    boolean found = in.equals(PROPERTIES) || in.equals(TRAITS);
    if (found) {
      body = in;
    }
    return found;
  }

  /// Whether the field takes a column that another one has; or whether that is not easy to tell.
  private boolean clashes(Filled field, Doc doc) {
    if (field.key() != Doc.NONE) {
      return columns.clashes(doc, field.key());
    }
    return field.name() == null
        || !isScalar(field.value(), doc)
        || !isSound(field.value())
        || columns.clashes(field.name());
  }

  private static boolean isScalar(Value value, Doc doc) {
    return switch (value) {
      case Value.Original(var node) -> !doc.kind(node).isContainer();
      case Value.Text _ -> true;
      case Value.Json(var json) -> !json.startsWith("{") && !json.startsWith("[");
    };
  }

  /// Whether the value cannot bring a lone surrogate with it, as a constant of a profile might.
  private static boolean isSound(Value value) {
    return switch (value) {
      case Value.Original _ -> true;
      case Value.Text(var text) -> hasNoSurrogate(text);
      case Value.Json(var json) -> json.indexOf('\\') < 0;
    };
  }

  private static boolean hasNoSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(Value value, Doc doc) {
    return switch (value) {
      case Value.Original(var node) -> doc.is(node, NodeKind.STRING) && !doc.text(node).isEmpty();
      case Value.Text(var text) -> !text.isEmpty();
      case Value.Json(var json) -> json.startsWith("\"") && json.length() > 2;
    };
  }
}
