package dev.blipscope.shelf;

/// Looks for a text in the bytes of all rows, step by step; who wants to cancel stops stepping.
/// Letter case makes no difference, nor does it whether a letter is spelled as an escape. Used by
/// one thread; what [#hits()] answers may be read by all.
public final class Search {

  private final Needle needle;
  private final Course course;
  private final Strip strip = new Strip();
  private final RowSet.Growing hits = new RowSet.Growing();

  /// In a row too long for one step: how much of it is done.
  private long passed;

  /// @param text what to look for, not empty
  public Search(Deck deck, String text) {
    this.needle = new Needle(text);
    this.course = new Course(deck);
  }

  /// Goes on in a later deck, which has more rows.
  public void in(Deck later) {
    course.in(later);
    // Another row may come first now.
    passed = 0;
  }

  /// Looks at the next megabyte or so; whether there is more to look at.
  public boolean step() {
    var batch = course.batch();
    if (batch == null) {
      return false;
    }
    int row = course.row(batch);
    if (batch.length(row) > Strip.BYTES) {
      longRow(batch, row);
    } else {
      rows(batch, row);
    }
    return course.batch() != null;
  }

  private void rows(Batch batch, int row) {
    int end = strip.read(batch, row, Strip.BYTES);
    long start = batch.offset(row);
    for (int i = row; i < end; i++) {
      int from = (int) (batch.offset(i) - start);
      if (needle.isIn(strip.bytes(), from, from + batch.length(i))) {
        hits.add(batch.id(), i);
      }
    }
    course.passedTo(batch, Math.max(end, row + 1));
  }

  /// Looks at a part of a row, and next time at the next, which begins a little before it.
  private void longRow(Batch batch, int row) {
    int there = strip.readPart(batch, row, passed);
    boolean found = needle.isIn(strip.bytes(), 0, there);
    if (found) {
      hits.add(batch.id(), row);
    }
    boolean ended = passed + there >= batch.length(row) || there <= needle.longest();
    if (found || ended) {
      passed = 0;
      course.passedTo(batch, row + 1);
    } else {
      passed += there - needle.longest();
    }
  }

  public Progress progress() {
    return course.progress();
  }

  /// The rows that hold the text, of those that were looked at by now.
  public RowSet hits() {
    return hits.taken();
  }
}
