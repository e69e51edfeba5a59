package dev.blipscope.ui.control;

import java.util.ArrayList;
import java.util.List;

/// The marks of a text, moved along while the text changes under them.
final class Marks {

  private List<Mark> marks = List.of();

  void set(List<Mark> marks) {
    this.marks = List.copyOf(marks);
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  /// Those that touch the stretch from one place to another.
  List<Mark> near(int from, int to) {
    var near = new ArrayList<Mark>();
    for (var mark : marks) {
      if (mark.start() <= to && mark.end() >= from) {
        near.add(mark);
      }
    }
    return near;
  }

  /// Follows an edit that put so many units in the place of others.
  void edited(int at, int removed, int inserted) {
    var moved = new ArrayList<Mark>(marks.size());
    for (var mark : marks) {
      if (mark.end() <= at) {
        moved.add(mark);
      } else {
        int start = moved(mark.start(), at, removed, inserted);
        int end = moved(mark.end(), at, removed, inserted);
        if (end > start || mark.start() == mark.end()) {
          moved.add(new Mark(start, end, mark.kind()));
        }
      }
    }
    marks = moved;
  }

  private static int moved(int place, int at, int removed, int inserted) {
    if (place < at) {
      return place;
    }
    return place >= at + removed ? place - removed + inserted : at;
  }
}
