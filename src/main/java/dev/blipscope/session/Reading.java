package dev.blipscope.session;

import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Form;
import dev.blipscope.capture.Trouble;
import dev.blipscope.check.Breakage;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Shown;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Mend;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// What is known about the text that is open.
public sealed interface Reading {

  /// Nobody has read it yet.
  record Pending() implements Reading {}

  /// It holds a payload.
  ///
  /// @param start where in the text the payload begins
  /// @param payloads how many payloads there are in the text
  record Understood(Explained explained, Form form, int start, int payloads) implements Reading {}

  /// It could not be read, or it is JSON that is no object.
  ///
  /// @param at where in the text it breaks
  /// @param mend the one edit of the text that would mend it
  /// @param before what was known before it broke, if it ever was whole
  record Broken(
      Inspection inspection, Form form, int at, @Nullable Mend mend, @Nullable Understood before)
      implements Reading {}

  /// Reads a text and inspects the first payload in it.
  ///
  /// @param before what was known about the text before it was changed
  static Reading of(String text, Inspector inspector, Reading before) {
    try {
      return read(text, inspector, before);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory must be readable", e);
    }
  }

  private static Reading read(String text, Inspector inspector, Reading before) throws IOException {
    var feed = Feed.of(text);
    Reading first = null;
    int payloads = 0;
    for (var next = feed.next(); next != Feed.Next.END; next = feed.next()) {
      if (next == Feed.Next.TROUBLE && (first == null || payloads > 0)) {
        // A text that is broken anywhere is broken: who types wants to know it at once.
        return broken(feed.trouble(), feed.form(), before);
      }
      if (next == Feed.Next.PAYLOAD) {
        payloads++;
      }
      if (first == null) {
        first = first(feed, next, inspector, before);
      }
    }
    if (first instanceof Understood(var explained, var form, int start, _)) {
      return new Understood(explained, form, start, payloads);
    }
    return first == null ? new Pending() : first;
  }

  private static Reading first(Feed feed, Feed.Next next, Inspector inspector, Reading before) {
    int start = feed.place().offset();
    return next == Feed.Next.PAYLOAD
        ? new Understood(explain(feed.doc().kept(), inspector), feed.form(), start, 1)
        : new Broken(
            Inspector.notObject(feed.doc().kept(), feed.place()),
            feed.form(),
            start,
            null,
            lastGood(before));
  }

  private static Explained explain(Doc doc, Inspector inspector) {
    var inspection = inspector.inspect(doc);
    var call = inspection.call();
    return new Explained(
        inspection, Shown.asWritten(doc), call == null ? null : Shown.laidOut(call));
  }

  private static Reading broken(Trouble trouble, Form form, Reading before) {
    var breakage = new Breakage(trouble.place(), trouble.at(), trouble.expected(), trouble.mend());
    int at = trouble.place().offset();
    return new Broken(
        Inspector.broken(breakage, found(trouble)),
        form,
        at,
        moved(trouble.mend(), at - trouble.at()),
        lastGood(before));
  }

  /// The edit of a piece as an edit of the text that the piece is in.
  private static @Nullable Mend moved(@Nullable Mend mend, int by) {
    return mend == null ? null : new Mend(mend.from() + by, mend.to() + by, mend.text());
  }

  private static String found(Trouble trouble) {
    return trouble.at() < trouble.text().length()
        ? Character.toString(trouble.text().codePointAt(trouble.at()))
        : "";
  }

  private static @Nullable Understood lastGood(Reading before) {
    return switch (before) {
      case Pending _ -> null;
      case Understood good -> good;
      case Broken(_, _, _, _, var good) -> good;
    };
  }

  /// What is shown of it: of a broken text what was known before.
  default @Nullable Explained explained() {
    var good = lastGood(this);
    return good == null ? null : good.explained();
  }

  /// What was found out about the text as it is now; nothing before it was read.
  default @Nullable Inspection inspection() {
    return switch (this) {
      case Pending _ -> null;
      case Understood good -> good.explained().inspection();
      case Broken broken -> broken.inspection();
    };
  }

  default boolean isBroken() {
    return this instanceof Broken;
  }
}
