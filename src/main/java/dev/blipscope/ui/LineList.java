package dev.blipscope.ui;

import dev.blipscope.session.Lines;
import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The lines of the list for a control to look into; holds none of them.
final class LineList extends ObservableListBase<Lines.Line> {

  private Lines lines;

  LineList(Lines lines) {
    this.lines = lines;
  }

  void show(Lines other) {
    var before = lines;
    beginChange();
    lines = other;
    if (before.size() > 0 || other.size() > 0) {
      nextReplace(0, other.size(), view(before));
    }
    endChange();
  }

  private static List<Lines.Line> view(Lines of) {
    return new AbstractList<>() {
      @Override
      public Lines.Line get(int index) {
        return of.at(index);
      }

      @Override
      public int size() {
        return of.size();
      }
    };
  }

  @Override
  public Lines.Line get(int index) {
    return lines.at(index);
  }

  @Override
  public int size() {
    return lines.size();
  }
}
