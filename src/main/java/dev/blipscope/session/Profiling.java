package dev.blipscope.session;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what follows when something happens to a profile.
final class Profiling {

  private static final Name NAME = Name.of("name");
  private static final String ENDING = ".json";
  private static final String CONFLICT = "notice.profile-conflict";

  private Profiling() {}

  // Choosing

  static Step use(Session session, String name) {
    if (!session.profiles().containsKey(name)) {
      var wanted = new Choice.Wanted(name, false);
      return Step.to(session.with(session.choice().wanting(wanted)), new Effect.OpenProfile(name));
    }
    var next = session.with(session.choice().using(name));
    var editing = next.choice().editing();
    return editing == null || editing.name().equals(name) ? again(next, name) : edit(next, name);
  }

  /// Inspects what is open once more, if the profile that changed is the one in use.
  private static Step again(Session session, String changed) {
    if (!session.profile().equals(changed)) {
      return Step.to(session);
    }
    var desk = session.desk();
    var lead = session.opening().lead();
    var effects = new ArrayList<Effect>();
    if (desk != null) {
      effects.add(new Effect.Read(desk));
    }
    if (lead != null && (desk == null || !desk.row().equals(lead))) {
      // It is on its way, read by the profile of before.
      effects.add(new Effect.Load(lead));
    }
    return new Step(session, effects);
  }

  static Step close(Session session, String name) {
    var known = session.profiles().get(name);
    if (known == null || known.builtIn()) {
      return Step.to(session);
    }
    var next = session.with(session.choice().without(name)).with(session.settings().without(name));
    var effect = new Effect.CloseProfile(name);
    return session.profile().equals(name)
        ? Step.to(next, effect).and(again(next, next.profile()))
        : Step.to(next, effect);
  }

  // What comes from the disk

  /// A file that was changed elsewhere while somebody edits it here leaves the edits as they are.
  static Step read(Session session, KnownProfile read) {
    String name = read.name();
    var known = session.profiles().get(name);
    if (known != null && known.isUnsaved()) {
      return Step.to(conflicting(session, known, read.saved()));
    }
    return arrived(shownAgain(session.with(session.choice().with(read)), name), name);
  }

  /// What was typed and not saved when the program ended last is typed again.
  static Step restored(Session session, Kept kept) {
    var next = session;
    for (var edits : kept.edits()) {
      next = typedAgain(next, edits);
    }
    String name = kept.profile();
    var known = next.profiles().get(name);
    if (known == null) {
      return Step.to(next);
    }
    return kept.editing() && next.editing() == null
        ? begin(next, name, known.unedited().profile())
        : again(next.with(next.choice().using(name)), name);
  }

  /// A file that is gone, or is wrong by now, takes nothing with it.
  private static Session typedAgain(Session session, Kept.Edits edits) {
    String name = edits.profile();
    var known = session.profiles().get(name);
    if (known == null) {
      var lost = KnownProfile.lost(name, edits.saved()).edited(edits.text());
      return session.with(session.choice().with(lost)).with(session.settings().knowing(name));
    }
    if (known.isUnsaved()) {
      return session;
    }
    var typed = known.edited(edits.text());
    var next = session.with(session.choice().with(typed));
    return typed.isUnsaved() && !known.saved().equals(edits.saved())
        ? said(next, Notice.Weight.WARNED, CONFLICT, List.of(name))
        : next;
  }

  static Step faulty(Session session, Event.ProfileFaulty faulty) {
    var known = session.profiles().get(faulty.name());
    if (known == null) {
      var words = List.of(faulty.name(), Integer.toString(faulty.problems().size()));
      return Step.to(
          said(session, Notice.Weight.FAILED, "notice.profile-faulty", words)
              .with(session.choice().wanting(null)));
    }
    if (known.isUnsaved()) {
      return Step.to(conflicting(session, known, faulty.text()));
    }
    var next = session.with(session.choice().with(known.faulty(faulty.text(), faulty.problems())));
    return Step.to(shownAgain(next, faulty.name()));
  }

  private static Session conflicting(Session session, KnownProfile known, String onDisk) {
    var next = session.with(session.choice().with(known.savedAs(onDisk)));
    return known.saved().equals(onDisk)
        ? next
        : said(next, Notice.Weight.WARNED, CONFLICT, List.of(known.name()));
  }

  /// A profile that somebody waits for is used at once.
  private static Step arrived(Session session, String name) {
    var wanted = session.choice().wanted();
    var settings = session.settings();
    var next = settings.profiles().contains(name) ? session : session.with(settings.knowing(name));
    if (wanted == null || !wanted.name().equals(name)) {
      return again(next, name);
    }
    var used = next.with(next.choice().using(name));
    return wanted.toEdit() ? edit(used, name) : use(used, name);
  }

  private static Session said(
      Session session, Notice.Weight weight, String key, List<String> words) {
    return session.with(session.talk().saying(weight, key, words, false));
  }

  // Changing

  static Step duplicate(Session session, String name, String file) {
    var known = session.profiles().get(name);
    if (known == null) {
      return Step.to(session);
    }
    var wanted = new Choice.Wanted(file, true);
    return Step.to(
        session.with(session.choice().wanting(wanted)),
        new Effect.SaveProfile(file, renamed(known.text(), nameOf(file)), null));
  }

  private static String nameOf(String file) {
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    String last = file.substring(slash + 1);
    return last.endsWith(ENDING) ? last.substring(0, last.length() - ENDING.length()) : last;
  }

  /// The text of a profile with another name in it; a broken text stays as it is.
  static String renamed(String text, String name) {
    byte[] bytes = text.stripLeading().getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    if (scanner.scan(bytes, 0, bytes.length, true) != Scanner.Outcome.VALUE
        || !scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      return text;
    }
    var doc = scanner.doc();
    int value = doc.member(Doc.ROOT, NAME);
    if (value == Doc.NONE) {
      return text;
    }
    var out = new Out(bytes.length + name.length());
    out.slice(doc, 0, doc.start(value));
    out.quoted(name);
    out.slice(doc, doc.end(value), doc.length());
    return out.toString()
        + new String(bytes, doc.length(), bytes.length - doc.length(), StandardCharsets.UTF_8);
  }

  /// Begins to change a profile, and maps by it, so that one sees what comes of it.
  static Step edit(Session session, String name) {
    var known = session.profiles().get(name);
    return known == null ? Step.to(session) : begin(session, name, known.profile());
  }

  private static Step begin(Session session, String name, Profile before) {
    var last = session.choice().editing();
    long showing = last == null ? 1 : last.showing() + 1;
    var begun = new Editing(name, showing, before, List.of(), List.of());
    var next = session.with(session.choice().using(name).editing(begun));
    return Step.to(next, new Effect.FindPointers()).and(again(next, name));
  }

  /// What was typed into a text that is no longer shown is dropped.
  static Step edited(Session session, Event.ProfileEdited edited) {
    var editing = session.choice().editing();
    var known = session.profiles().get(edited.name());
    if (editing == null
        || known == null
        || known.builtIn()
        || !editing.name().equals(edited.name())
        || editing.showing() != edited.showing()) {
      return Step.to(session);
    }
    var changed = known.edited(edited.text());
    var next = session.with(session.choice().with(changed));
    return changed.profile().equals(known.profile()) ? Step.to(next) : again(next, known.name());
  }

  static Step save(Session session, String name) {
    var known = session.profiles().get(name);
    return known == null || known.builtIn()
        ? Step.to(session)
        : Step.to(session, new Effect.SaveProfile(name, known.text(), known.saved()));
  }

  static Step saved(Session session, String name, String text) {
    var known = session.profiles().get(name);
    if (known != null && !session.choice().isWanted(name)) {
      return Step.to(session.with(session.choice().with(known.savedAs(text))));
    }
    // A copy that replaced a file is read as if it were new.
    return Step.to(session, new Effect.OpenProfile(name));
  }

  /// The edits that were not saved are given up.
  static Step discard(Session session, String name) {
    var known = session.profiles().get(name);
    if (known == null || !known.isUnsaved()) {
      return Step.to(session);
    }
    var back = known.unedited();
    return again(shownAgain(session.with(session.choice().with(back)), name), name);
  }

  private static Session shownAgain(Session session, String name) {
    var editing = session.choice().editing();
    return editing == null || !editing.name().equals(name)
        ? session
        : session.with(session.choice().editing(editing.shownAgain()));
  }

  static Session ended(Session session) {
    return session.with(session.choice().editing(null));
  }

  static Session found(Session session, List<String> pointers) {
    var editing = session.choice().editing();
    return editing == null
        ? session
        : session.with(session.choice().editing(editing.finding(pointers)));
  }

  // What comes of it

  /// Looks for what else is in the open payloads, and in their calls, while a profile is edited.
  static Step watched(Session before, Step step) {
    var session = step.session();
    var editing = session.choice().editing();
    if (editing == null) {
      return step;
    }
    var more = new ArrayList<Effect>();
    if (before.deck().batches().size() != session.deck().batches().size()) {
      more.add(new Effect.FindPointers());
    }
    var desk = session.desk();
    var old = before.desk();
    boolean begun = before.choice().editing() == null;
    if (desk != null && (begun || old == null || !desk.reading().equals(old.reading()))) {
      more.add(new Effect.CompareCall(desk, editing.before()));
    }
    return more.isEmpty() ? step : step.and(new Step(session, more));
  }

  static Step compare(Session session, String one, String other) {
    var again = session.choice().comparing().again();
    return Step.to(
        session.with(session.choice().with(again)),
        new Effect.Compare(again.version(), one, other));
  }

  /// What was found out for an earlier wish comes too late.
  static Session compared(Session session, long version, @Nullable Comparison found) {
    var choice = session.choice();
    return session.with(choice.with(choice.comparing().ended(version, found)));
  }

  static Session compared(Session session, Event.CallCompared compared) {
    var editing = session.choice().editing();
    var desk = session.desk();
    return editing == null || desk == null || !desk.reading().equals(compared.reading())
        ? session
        : session.with(session.choice().editing(editing.changing(compared.changes())));
  }
}
