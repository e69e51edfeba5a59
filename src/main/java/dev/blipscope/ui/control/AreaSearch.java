package dev.blipscope.ui.control;

import java.util.concurrent.Executor;
import org.fxmisc.richtext.CodeArea;

/// Finds a text in an area and goes from one hit to the next.
final class AreaSearch {

  private final CodeArea area;
  private final VisibleInk ink;
  private final FindBar bar;
  private final Latest searching = new Latest();

  private Hits hits = Hits.NONE;
  private int current;

  /// Where the search began, so that writing more of the word does not go on to the next one.
  private int origin;

  AreaSearch(CodeArea area, VisibleInk ink, Texts texts, Runnable closed) {
    this.area = area;
    this.ink = ink;
    this.bar = new FindBar(texts, this::search, this::go, closed);
  }

  FindBar bar() {
    return bar;
  }

  boolean isOpen() {
    return bar.isOpen();
  }

  void name() {
    bar.name();
    tell();
  }

  void setWorker(Executor worker) {
    searching.setWorker(worker);
  }

  void open() {
    origin = area.getSelection().getStart();
    String selected = area.getSelection().getLength() < 200 ? area.getSelectedText() : "";
    bar.open(selected.contains("\n") ? "" : selected);
    search(bar.query());
  }

  void close() {
    if (isOpen()) {
      bar.show(false);
      searching.forget();
      found(Hits.NONE);
    }
  }

  private void search(Query query) {
    var document = area.getContent().snapshot();
    searching.run(
        () -> query.isEmpty() ? Hits.NONE : Hits.of(document.getText(), query),
        found -> {
          found(found);
          if (found.count() > 0) {
            show(found.from(origin));
          }
        });
  }

  /// The text has changed under the search.
  void searchAgain() {
    if (isOpen()) {
      var query = bar.query();
      var document = area.getContent().snapshot();
      searching.run(
          () -> query.isEmpty() ? Hits.NONE : Hits.of(document.getText(), query), this::found);
    }
  }

  private void found(Hits found) {
    hits = found;
    current = hits.count() == 0 ? 0 : hits.from(area.getSelection().getStart());
    tell();
  }

  void go(boolean forward) {
    if (!isOpen()) {
      open();
    } else if (hits.count() > 0) {
      var selection = area.getSelection();
      show(forward ? hits.from(selection.getEnd()) : hits.before(selection.getStart()));
    }
  }

  private void show(int hit) {
    current = hit;
    int at = hits.at(hit);
    origin = at;
    tell();
    select(at, at + hits.length());
  }

  private void tell() {
    bar.tell(current, hits.count(), hits.more());
    ink.setHits(hits, current);
  }

  /// Selects a stretch and brings it to the screen, with some lines around it.
  void select(int from, int to) {
    area.selectRange(to, from);
    int line = area.getCurrentParagraph();
    var visible = area.getVisibleParagraphs();
    if (visible.isEmpty()
        || line <= area.firstVisibleParToAllParIndex()
        || line >= area.lastVisibleParToAllParIndex()) {
      area.showParagraphAtCenter(line);
    }
    area.requestFollowCaret();
  }
}
