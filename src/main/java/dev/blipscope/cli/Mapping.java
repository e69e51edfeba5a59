package dev.blipscope.cli;

import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Trouble;
import dev.blipscope.check.Breakage;
import dev.blipscope.check.Finding;
import dev.blipscope.check.KindChecks;
import dev.blipscope.check.QuickLook;
import dev.blipscope.check.Where;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Out;
import dev.blipscope.json.Place;
import dev.blipscope.mapping.Mapper;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Maps one payload after the other, quickly. Used by one thread.
///
/// A payload is inspected in full only when a quick look cannot rule out that something is wrong
/// with it.
final class Mapping {

  /// Is told of everything that could not be mapped or would be lost.
  @FunctionalInterface
  interface Listener {
    void wrong(Place place, Finding finding);
  }

  private final @Nullable Kind reserved;
  private final boolean builtIn;
  private final Mapper mapper;
  private final Inspector inspector;
  private final QuickLook quickLook = new QuickLook();
  private final Out out = new Out(1 << 17);

  Mapping(Profile profile, Target target, @Nullable Kind reserved) {
    this.reserved = reserved;
    // A copy that was edited may still have the name.
    this.builtIn = Profiles.named(profile.name()).filter(profile::equals).isPresent();
    this.mapper = Inspector.mapper(profile, target);
    this.inspector = new Inspector(profile, target, reserved);
  }

  /// The calls that were written and not yet taken.
  Out out() {
    return out;
  }

  /// Takes the next step of a feed; what it answers is what the feed answered.
  Feed.Next step(Feed feed, Listener listener) throws IOException {
    var next = feed.next();
    switch (next) {
      case PAYLOAD -> map(feed, listener);
      case NOT_OBJECT ->
          report(Inspector.notObject(feed.doc().kept(), feed.place()), feed, listener);
      case TROUBLE -> report(broken(feed.trouble()), feed, listener);
      case END, UNFINISHED -> {}
    }
    return next;
  }

  private void map(Feed feed, Listener listener) {
    var doc = feed.doc();
    var detection = Detector.detect(doc, reserved);
    var kind = detection.kind();
    if (kind == null) {
      report(KindChecks.of(doc, detection, reserved), feed, listener);
      return;
    }
    var look = quickLook.at(doc);
    int length = mapper.map(Item.of(doc, kind), out, look);
    out.add('\n');
    if (!builtIn || !look.isClean(length)) {
      report(inspector.inspect(doc.kept(), feed::placeOf), feed, listener);
    }
  }

  static Inspection broken(Trouble trouble) {
    return Inspector.broken(
        new Breakage(trouble.place(), trouble.at(), trouble.expected(), trouble.mend()),
        trouble
            .text()
            .substring(trouble.at(), Math.min(trouble.text().length(), trouble.at() + 12)));
  }

  private static void report(Inspection inspection, Feed feed, Listener listener) {
    report(inspection.findings(), feed, listener);
  }

  private static void report(List<Finding> findings, Feed feed, Listener listener) {
    for (var finding : findings) {
      if (finding.isError()) {
        listener.wrong(placeOf(finding, feed), finding);
      }
    }
  }

  /// Where in the whole input a finding is about: a broken text knows it, a value is looked for in
  /// what the feed found last.
  private static Place placeOf(Finding finding, Feed feed) {
    var breakage = finding.breakage();
    if (breakage != null) {
      return breakage.place();
    }
    return finding.where() instanceof Where.InPayload(_, var from, var to) && to > from
        ? feed.placeOf(from)
        : feed.place();
  }
}
