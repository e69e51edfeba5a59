package dev.blipscope.capture;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Payloads inside a payload: the bodies of an export, or the text of a string.
final class Inner {

  private final Iterator<Body> bodies;
  private final Form form;
  private final Function<byte[], Feed> reader;
  private @Nullable Current current;

  /// The body that is being read.
  private record Current(Body body, Feed feed) {}

  Inner(List<Body> bodies, Form form, Function<byte[], Feed> reader) {
    this.bodies = bodies.iterator();
    this.form = form;
    this.reader = reader;
  }

  /// The next step in the bodies, one after the other.
  Feed.Next next() throws IOException {
    while (true) {
      if (current != null) {
        var next = current.feed.next();
        if (next != Feed.Next.END) {
          return next;
        }
        current = null;
      }
      if (!bodies.hasNext()) {
        return Feed.Next.END;
      }
      var body = bodies.next();
      current = new Current(body, reader.apply(body.bytes()));
    }
  }

  private Current current() {
    if (current == null) {
      throw new IllegalStateException("nothing was found inside");
    }
    return current;
  }

  Doc doc() {
    return current().feed.doc();
  }

  /// What could not be read, at its place in the text around.
  Trouble trouble() {
    var trouble = current().feed.trouble();
    return new Trouble(
        trouble.text(),
        trouble.at(),
        current().body.place(trouble.place().offset()),
        trouble.expected(),
        trouble.mend(),
        trouble.beside());
  }

  /// Where what was found begins in the text around.
  Place place() {
    return current().body.place(current().feed.place().offset());
  }

  Place placeOf(int at) {
    return current().body.place(current().feed.placeOf(at).offset());
  }

  Form form() {
    return current != null && current.feed.isInside() ? current.feed.form() : form;
  }
}
