package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Absence;
import dev.blipscope.mapping.Grounds;
import dev.blipscope.mapping.Notes;
import dev.blipscope.mapping.Provenance;
import dev.blipscope.mapping.Value;
import dev.blipscope.segment.CallLimits;
import dev.blipscope.segment.ColumnWatch;

/// Tells at a glance, while a call is written, that it has no error, so that a run over millions
/// of payloads can spare the full checks for the few that need them. It may be wrong in one
/// direction only: what it does not know, it does not call clean. Used by one thread.
public final class QuickLook {

  private static final Pointer PROPERTIES = Pointer.of("/properties");
  private static final Pointer TRAITS = Pointer.of("/traits");
  private static final String CONSENT_EVENT = ContextChecks.CONSENT_EVENT.text();
  private static final Value IDENTIFY = new Value.Text("identify");

  private final ColumnWatch columns = new ColumnWatch();

  /// The body that was met last: the calls of one profile have but two.
  private Pointer body = PROPERTIES;

  /// Begins with the call of the next payload.
  public Look at(Doc payload) {
    columns.next();
    return new Look(payload);
  }

  @SuppressWarnings("ReferenceEquality") // a layout has one pointer for each object
  private boolean isBody(Pointer in) {
    if (in == body) {
      return true;
    }
    boolean found = in.equals(PROPERTIES) || in.equals(TRAITS);
    if (found) {
      body = in;
    }
    return found;
  }

  /// Whether the value cannot bring a lone surrogate with it, as a constant of a profile might.
  private static boolean isSound(Value value) {
    if (value instanceof Value.Text(var text)) {
      return hasNoSurrogate(text);
    }
    return !(value instanceof Value.Json(var json)) || json.indexOf('\\') < 0;
  }

  private static boolean hasNoSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Looks at one call.
  public final class Look implements Notes {

    private final Doc doc;
    private boolean typed;
    private boolean named;
    private boolean plain = true;

    private Look(Doc payload) {
      doc = payload;
    }

    /// Whether the call that was written is surely without error, by whatever profile it was made.
    ///
    /// @param length how many bytes it has
    public boolean isClean(int length) {
      // A call of this size has no room for too many properties.
      return length <= CallLimits.MOST_BYTES && !doc.hasLoneSurrogate() && plain && typed && named;
    }

    @Override
    public void filled(
        Pointer in, String name, Value value, Provenance story, Grounds grounds, int from, int to) {
      if (!in.steps().isEmpty()) {
        plain = plain && isBody(in) && !clashes(name, value);
        return;
      }
      switch (name) {
        // Made by us of nothing but digits and hyphens.
        case "messageId", "anonymousId" -> {}
        case "type" -> {
          typed = true;
          named |= value.equals(IDENTIFY);
        }
        case "event" -> named |= isName(value) && isSound(value);
        // The mapper sees to it that a user id is a text and not empty.
        case "userId", "timestamp" -> plain = plain && isSound(value);
        default -> plain = false;
      }
    }

    @Override
    public void kept(Pointer in, int key, Grounds grounds, int from, int to) {
      plain = plain && isBody(in) && !columns.clashes(doc, key);
    }

    @Override
    public void missing(Pointer to, Absence why, Grounds grounds) {
      // What is not there cannot be lost.
    }

    /// Whether the field takes a column that another one has; or whether that is not easy to tell.
    private boolean clashes(String name, Value value) {
      return !isScalar(value) || !isSound(value) || columns.clashes(name);
    }

    private boolean isScalar(Value value) {
      if (value instanceof Value.Original(var node)) {
        return !doc.kind(node).isContainer();
      }
      return !(value instanceof Value.Json(var json))
          || !(json.startsWith("{") || json.startsWith("["));
    }

    private boolean isName(Value value) {
      if (value instanceof Value.Json(var json)) {
        return json.startsWith("\"") && json.length() > 2;
      }
      String text = value.textIn(doc);
      // A call of this name needs more than a name.
      return text != null && !text.isEmpty() && !text.equals(CONSENT_EVENT);
    }
  }
}
