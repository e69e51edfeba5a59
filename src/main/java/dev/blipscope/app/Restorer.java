package dev.blipscope.app;

import dev.blipscope.capture.Fingerprint;
import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Opens again what was open when the program ended last.
final class Restorer {

  private final Opener opener;
  private final Consumer<Event> tell;
  private final Consumer<Throwable> failed;

  /// The numbers of the texts that could not be opened.
  private final Set<Integer> left = new HashSet<>();

  /// How the files are now, so that a file with many texts is looked at once.
  private final Map<String, Optional<Fingerprint>> prints = new HashMap<>();

  Restorer(Opener opener, Consumer<Event> tell, Consumer<Throwable> failed) {
    this.opener = opener;
    this.tell = tell;
    this.failed = failed;
  }

  /// Opens all of it, whatever happens to single texts.
  ///
  /// @return the numbers of the texts that may open another time: something went wrong with them,
  ///     or their file is not there now
  Set<Integer> restore(Keeper.Past past) {
    var kept = past.kept();
    var files = new LinkedHashMap<String, Map<String, Deque<Integer>>>();
    var texts = new ArrayList<Event.Opened.Text>();
    var all = new ArrayList<Kept.Text>();
    for (var text : kept.sources()) {
      String file = text.file();
      var known = past.texts().get(text.id());
      if (file != null) {
        files
            .computeIfAbsent(file, _ -> new LinkedHashMap<>())
            .computeIfAbsent(text.name(), _ -> new ArrayDeque<>())
            .add(text.id());
        all.add(isChanged(file, text) ? text.changed() : text);
      } else if (known != null) {
        if (open(text.source(known), texts)) {
          all.add(text);
        }
      }
    }
    if (!texts.isEmpty()) {
      tell.accept(new Event.Opened(texts, false));
    }
    files.forEach(this::open);
    tell.accept(new Event.Restored(kept.with(all)));
    files.keySet().stream().filter(file -> isChanged(file, kept)).forEach(this::say);
    return Set.copyOf(left);
  }

  private boolean open(Source source, List<Event.Opened.Text> texts) {
    try {
      var batch = Opener.index(source.id(), source.name(), source.inMemory());
      return texts.add(new Event.Opened.Text(source, batch));
    } catch (IOException | RuntimeException | Error e) {
      // The other texts are opened none the less.
      failed.accept(e);
      left.add(source.id());
      return false;
    }
  }

  private void open(String file, Map<String, Deque<Integer>> numbers) {
    var ids = numbers.values().stream().flatMap(Deque::stream).toList();
    try {
      opener.again(file, numbers);
      if (Files.notExists(Path.of(file))) {
        left.addAll(ids);
      }
    } catch (CancellationException cancelled) {
      // What was found until then is shown.
    } catch (RuntimeException | Error e) {
      failed.accept(e);
      left.addAll(ids);
    }
  }

  private boolean isChanged(String file, Kept kept) {
    return kept.sources().stream()
        .anyMatch(text -> file.equals(text.file()) && isChanged(file, text));
  }

  /// Whether a file is another than the one that was open; one that is not there is told elsewhere.
  private boolean isChanged(String file, Kept.Text text) {
    var now = prints.computeIfAbsent(file, name -> Optional.ofNullable(Opener.print(name)));
    return text.print() != null && now.isPresent() && !now.get().equals(text.print());
  }

  private void say(String file) {
    tell.accept(new Event.Said(Notice.Weight.WARNED, "notice.changed-since", List.of(file)));
  }
}
