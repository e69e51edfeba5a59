package dev.blipscope.capture;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a feed found, as tests compare it.
record Seen(Feed.Next what, Place place, String text, @Nullable Trouble trouble) {

  static List<Seen> in(String text) {
    return all(Feed.of(text));
  }

  /// Everything that a feed finds to its end.
  static List<Seen> all(Feed feed) {
    var all = new ArrayList<Seen>();
    try {
      for (var next = feed.next(); !isLast(next); next = feed.next()) {
        all.add(of(feed, next));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  private static boolean isLast(Feed.Next next) {
    return next == Feed.Next.END || next == Feed.Next.UNFINISHED;
  }

  static Seen of(Feed feed, Feed.Next next) {
    var trouble = next == Feed.Next.TROUBLE ? feed.trouble() : null;
    return new Seen(
        next,
        feed.place(),
        trouble == null ? feed.doc().written(Doc.ROOT) : trouble.text(),
        trouble);
  }

  static List<String> payloads(List<Seen> all) {
    return all.stream().filter(one -> one.what == Feed.Next.PAYLOAD).map(Seen::text).toList();
  }

  static List<String> texts(List<Seen> all) {
    return all.stream().map(Seen::text).toList();
  }

  Expected expected() {
    return theTrouble().expected();
  }

  Trouble theTrouble() {
    if (trouble == null) {
      throw new AssertionError("no trouble: " + this);
    }
    return trouble;
  }

  boolean isTrouble() {
    return trouble != null;
  }
}
