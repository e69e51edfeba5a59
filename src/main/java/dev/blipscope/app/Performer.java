package dev.blipscope.app;

import dev.blipscope.session.Effect;
import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.Notice;
import dev.blipscope.session.OutgoingEffect;
import dev.blipscope.session.Session;
import dev.blipscope.ui.Frame;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Does what the session asks for, each effect on a thread of its own, and tells how it ended.
final class Performer {

  private final Consumer<Event> tell;
  private final Consumer<Throwable> failed;
  private final Eraser eraser;
  private final Runnable showLog;
  private final Jobs jobs;
  private final Opener opener;
  private final Looker looker;
  private final ProfileFiles profiles;
  private final Comparer comparer;
  private final Exporter exporter;
  private final Arranger arranger;
  private final Surveyor surveyor;
  private final Outward outward;
  private final Lane typing = new Lane();
  private final Lane opening = new Lane();
  private final Lane erasing = new Lane();
  private final Lane profiling = new Lane();
  private final Lane arranging = Lane.ofLongWork("arranging");
  private final Lane comparing = Lane.ofLongWork("comparing");
  private final Lane surveying = Lane.ofLongWork("surveying");
  private final Courtesy courtesy;

  /// Takes away what was kept on disk.
  @FunctionalInterface
  interface Eraser {
    void erase() throws IOException;
  }

  /// @param courtesy knows when somebody waits for something else
  /// @param showLog shows the folder of the log
  /// @param outward makes what does what has to do with sending
  Performer(
      Consumer<Event> tell,
      Consumer<Throwable> failed,
      InstantSource clock,
      Courtesy courtesy,
      Eraser eraser,
      Runnable showLog,
      BiFunction<Jobs, Runnable, Outward> outward) {
    this.courtesy = courtesy;
    this.eraser = eraser;
    this.showLog = showLog;
    this.tell = tell;
    this.failed = failed;
    this.jobs = new Jobs(tell, clock);
    this.outward = outward.apply(jobs, this::drain);
    this.opener = new Opener(tell, jobs);
    this.looker = new Looker(opener, tell);
    this.profiles = new ProfileFiles(tell);
    this.comparer = new Comparer(tell, jobs);
    this.exporter = new Exporter(tell, jobs, clock);
    this.arranger = new Arranger(tell, jobs);
    this.surveyor = new Surveyor(tell, jobs, clock, courtesy);
  }

  /// Opens again what was open when the program ended last. What is opened meanwhile waits for its
  /// numbers, so that it never takes those of the texts of that time.
  ///
  /// @param profiles the profiles of that time
  /// @param wanted files that somebody wants to see now; those that were open are opened first
  /// @param then is told the numbers of the texts that could not be opened
  void restore(
      Supplier<Keeper.Past> past,
      List<String> profiles,
      List<String> wanted,
      Consumer<Set<Integer>> then) {
    opener.holdNumbers();
    Thread.startVirtualThread(
        () -> {
          var was = read(past);
          opener.startBehind(was.lastId());
          var left = was.ids();
          var open =
              was.kept().sources().stream()
                  .map(Kept.Text::file)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet());
          choose(wanted.stream().filter(file -> !open.contains(file)).toList());
          try {
            openAgain(profiles, was.kept().edits());
            left = new Restorer(opener, tell, failed).restore(was);
          } catch (RuntimeException | Error e) {
            failed.accept(e);
          }
          choose(wanted.stream().filter(open::contains).toList());
          then.accept(left);
        });
  }

  private void choose(List<String> files) {
    if (!files.isEmpty()) {
      tell.accept(new Event.FilesChosen(files));
    }
  }

  private void openAgain(List<String> files, List<Kept.Edits> edits) {
    var all = new LinkedHashSet<>(files);
    edits.forEach(each -> all.add(each.profile()));
    try {
      profiles.openAgain(List.copyOf(all));
    } catch (RuntimeException | Error e) {
      // What was open is opened none the less.
      failed.accept(e);
    }
  }

  private Keeper.Past read(Supplier<Keeper.Past> past) {
    try {
      return past.get();
    } catch (RuntimeException | Error e) {
      failed.accept(e);
      return Keeper.Past.NOTHING;
    }
  }

  /// Looks what is known of sending from last time.
  void beginSending() {
    Thread.startVirtualThread(
        () -> {
          try {
            outward.begin();
          } catch (IOException | RuntimeException | Error e) {
            failed.accept(e);
          }
        });
  }

  /// Ends what leaves, at once; what is not settled stays on the disk. Who saved a profile and
  /// leaves at once has saved it.
  void close() throws IOException {
    profiling.drain();
    erasing.drain();
    outward.close();
  }

  /// Waits until what was typed is read, but not for ever.
  void drain() {
    typing.drain();
  }

  /// Begins an effect.
  void perform(Session session, Effect effect) {
    if (effect instanceof Effect.ReadEdit edit) {
      // What was typed is read in the order in which it was typed.
      typing.run(edit.desk().row(), () -> awaited(session, edit));
    } else if (effect instanceof Effect.Read || effect instanceof Effect.CompareCall) {
      // So is what other profiles make of it: only the newest one counts.
      typing.run(effect.getClass(), () -> awaited(session, effect));
    } else if (effect instanceof Effect.Load) {
      opening.run(Effect.Load.class, () -> awaited(session, effect));
    } else if (effect instanceof Effect.Arrange) {
      arranger.want(session);
      arranging.run(Effect.Arrange.class, () -> awaited(session, effect));
    } else if (effect instanceof Effect.Tally(var version)) {
      surveyor.want(version);
      surveying.run(Effect.Tally.class, () -> guarded(session, effect));
    } else if (effect instanceof Effect.Compare compare) {
      comparer.want(compare.version());
      comparing.run(Effect.Compare.class, () -> guarded(session, effect));
    } else if (effect instanceof Effect.SaveProfile save) {
      // Of a file that is saved twice the last text stands there.
      profiling.run(save.file(), () -> guarded(session, effect));
    } else if (effect instanceof Effect.OpenProfile || effect instanceof Effect.CloseProfile) {
      profiling.run(effect, () -> guarded(session, effect));
    } else if (effect instanceof Effect.ForSending(OutgoingEffect.InTurn what)) {
      outward.inTurn(what, () -> guarded(session, effect));
    } else if (effect instanceof Effect.Open
        || effect instanceof Effect.Write
        || effect instanceof Effect.ForSending) {
      // What may take long leaves the few threads below the virtual ones to who is soon done.
      Thread.ofPlatform().daemon().name("files").start(() -> guarded(session, effect));
    } else if (effect instanceof Effect.Erase) {
      // Here and now, between two events: all that was begun before is known by its number.
      jobs.cancelAll();
      tell.accept(new Event.Erased(opener.lastId()));
      // Who erases and leaves at once has erased.
      erasing.run(Effect.Erase.class, () -> guarded(session, effect));
    } else {
      Thread.startVirtualThread(() -> guarded(session, effect));
    }
  }

  private void awaited(Session session, Effect effect) {
    courtesy.first(() -> guarded(session, effect));
  }

  private void guarded(Session session, Effect effect) {
    try {
      run(session, effect);
    } catch (IOException e) {
      tell.accept(new Event.Said(Notice.Weight.FAILED, "notice.disk", List.of()));
    } catch (CancellationException cancelled) {
      // What was found until then is shown.
    } catch (RuntimeException | Error e) {
      // Who failed is told, and the next effect is begun none the less.
      failed.accept(e);
    }
  }

  private void run(Session session, Effect effect) throws IOException {
    switch (effect) {
      case Effect.Take(_, var text) -> opener.paste(text);
      case Effect.Open(var names) -> opener.files(names, session.pile());
      case Effect.OpenSample(var name) -> opener.sample(name);
      case Effect.Load(var row) -> looker.load(session, row);
      case Effect.Read(var desk) -> looker.readAgain(session, desk);
      case Effect.ReadEdit(var desk, var text) -> looker.readEdit(session, desk, text.get());
      case Effect.Arrange(var version) -> arranger.arrange(session, version);
      case Effect.Tally(var version) -> surveyor.survey(session, version);
      case Effect.Glance(var rows) -> looker.glance(session, rows);
      case Effect.Cancel(var job) -> jobs.cancel(job);
      case Effect.Write(var export, var file) ->
          exporter.write(session, export, file, language(session));
      case Effect.Erase() -> {
        eraser.erase();
        outward.erase();
      }
      case Effect.ShowLog() -> showLog.run();
      case Effect.OpenProfile(var name) -> profiles.open(name);
      case Effect.SaveProfile(var file, var text, var over) -> profiles.save(file, text, over);
      case Effect.CloseProfile(var name) -> profiles.close(name);
      case Effect.FindPointers() -> comparer.findPointers(session);
      case Effect.CompareCall(var desk, var before) -> comparer.compareCall(session, desk, before);
      case Effect.ForSending(var what) -> outward.run(session, what);
      case Effect.Compare(var version, var one, var other) ->
          comparer.compare(session, version, one, other);
    }
  }

  private static Locale language(Session session) {
    return Frame.locale(session.settings().language(), Locale.getDefault());
  }
}
