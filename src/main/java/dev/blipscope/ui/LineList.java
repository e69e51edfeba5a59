package dev.blipscope.ui;

import dev.blipscope.session.Lines;
import java.util.AbstractList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/// The lines of the list for a control to look into; holds none of them.
final class LineList extends ObservableListBase<Lines.Line> {

  private Lines lines;

  LineList(Lines lines) {
    this.lines = lines;
  }

  /// Tells the control only how many lines there are now: for each line that is told to be another
  /// one it would lay out the whole window once more, and compare a million of them. Cells have to
  /// be told to look again.
  void show(Lines other) {
    var before = lines;
    lines = other;
    if (before.size() != other.size()) {
      fireChange(new Resized(this, before));
    }
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

  /// Lines that came or went at the end.
  private static final class Resized extends ListChangeListener.Change<Lines.Line> {

    private final Lines before;
    private boolean begun;

    Resized(LineList list, Lines before) {
      super(list);
      this.before = before;
    }

    @Override
    public boolean next() {
      boolean first = !begun;
      begun = true;
      return first;
    }

    @Override
    public void reset() {
      begun = false;
    }

    @Override
    public int getFrom() {
      return Math.min(before.size(), getList().size());
    }

    @Override
    public int getTo() {
      return getList().size();
    }

    @Override
    public List<Lines.Line> getRemoved() {
      return view(before).subList(getFrom(), before.size());
    }

    @Override
    protected int[] getPermutation() {
      return new int[0];
    }
  }
}
