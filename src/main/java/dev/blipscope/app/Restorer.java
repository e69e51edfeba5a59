package dev.blipscope.app;

import dev.blipscope.capture.Fingerprint;
import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.Notice;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens again what was open when the program ended last.
final class Restorer {

  private final Opener opener;
  private final Consumer<Event> tell;

  /// How the files are now, so that a file with many texts is looked at once.
  private final Map<String, Optional<Fingerprint>> prints = new HashMap<>();

  Restorer(Opener opener, Consumer<Event> tell) {
    this.opener = opener;
    this.tell = tell;
  }

  void restore(Keeper.Past past) throws IOException {
    var kept = past.kept();
    opener.startBehind(kept.sources().stream().mapToInt(Kept.Text::id).max().orElse(0));
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
        var source = text.source(known);
        texts.add(new Event.Opened.Text(source, Opener.index(source.id(), source.name(), known)));
        all.add(text);
      }
    }
    if (!texts.isEmpty()) {
      tell.accept(new Event.Opened(texts, false));
    }
    for (var file : files.entrySet()) {
      opener.again(file.getKey(), file.getValue());
    }
    tell.accept(new Event.Restored(kept.with(all)));
    files.keySet().stream().filter(file -> isChanged(file, kept)).forEach(this::say);
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
