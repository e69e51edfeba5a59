package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Opens again what was open when the program ended last.
final class Restorer {

  private final Opener opener;
  private final Consumer<Event> tell;

  Restorer(Opener opener, Consumer<Event> tell) {
    this.opener = opener;
    this.tell = tell;
  }

  void restore(Keeper.Past past) throws IOException {
    var kept = past.kept();
    opener.startBehind(kept.sources().stream().mapToInt(Kept.Text::id).max().orElse(0));
    var files = new LinkedHashMap<String, Map<String, Integer>>();
    var texts = new ArrayList<Event.Opened.Text>();
    for (var text : kept.sources()) {
      var known = past.texts().get(text.id());
      if (known != null && text.how() != Source.How.FILE) {
        var source = text.source(known);
        texts.add(new Event.Opened.Text(source, Opener.index(source.id(), source.name(), known)));
      } else if (text.file() != null) {
        files.computeIfAbsent(text.file(), _ -> new LinkedHashMap<>()).put(text.name(), text.id());
      }
    }
    if (!texts.isEmpty()) {
      tell.accept(new Event.Opened(texts, false));
    }
    for (var file : files.entrySet()) {
      opener.again(file.getKey(), file.getValue());
    }
    tell.accept(new Event.Restored(kept));
  }
}
