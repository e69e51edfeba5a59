package dev.blipscope.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Makes the columns of a table as wide as their texts. Where there is too little room the widest
/// give way and the narrow ones stay whole; a column that a person has drawn stays as it was drawn.
final class TextColumns<R> {

  /// So many rows say how wide a column wants to be.
  private static final int LOOKED_AT = 50;

  private static final int LONGEST = 120;

  /// With the edge that marks a row.
  private static final double SCROLL_BAR = 16;

  /// What is left and right of a text, in heights of its letters.
  private static final double BESIDE = 1.6;

  private final TableView<R> table;
  private final Map<TableColumn<R, ?>, Function<R, String>> words = new HashMap<>();
  private final ListChangeListener<R> othersCame = _ -> refit();
  private final Text ruler = new Text();
  private @Nullable ObservableList<R> followed;
  private boolean stale = true;
  private boolean fitting;
  private boolean dragging;
  private boolean drawn;
  private double room;
  private Font font = Font.getDefault();

  /// From now on the table is as wide as it needs to be.
  ///
  /// @param texts what a column shows of a row
  static <R> void of(TableView<R> table, Map<TableColumn<R, String>, Function<R, String>> texts) {
    of(table, texts, Map.of());
  }

  /// The same, with columns that need another room than their texts.
  ///
  /// @param others what their room is measured by
  static <R> void of(
      TableView<R> table,
      Map<TableColumn<R, String>, Function<R, String>> texts,
      Map<TableColumn<R, ?>, Function<R, String>> others) {
    var columns = new TextColumns<>(table);
    texts.forEach(
        (column, text) -> {
          column.setCellValueFactory(
              cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
          columns.words.put(column, text);
        });
    columns.words.putAll(others);
    columns.watch();
  }

  private TextColumns(TableView<R> table) {
    this.table = table;
  }

  private void watch() {
    // Whatever is too wide or too narrow is so on purpose.
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    for (var column : table.getColumns()) {
      column.visibleProperty().addListener((_, _, _) -> stale = true);
      // A column of the usual width would be made wider by the table itself when it is first shown.
      column.setPrefWidth(column.getPrefWidth() - 1);
      column.widthProperty().addListener((_, _, _) -> widened());
    }
    table.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> dragging = true);
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> dragging = false);
    // Two lists that hold the same, such as nothing, are the same to a listener to changes.
    table.itemsProperty().subscribe(() -> listen(table.getItems()));
    listen(table.getItems());
    table.needsLayoutProperty().subscribe(this::layOut);
  }

  private void widened() {
    drawn |= dragging && !fitting;
    stale |= !fitting;
  }

  private void listen(@Nullable ObservableList<R> now) {
    if (followed != null) {
      followed.removeListener(othersCame);
    }
    if (now != null) {
      now.addListener(othersCame);
    }
    followed = now;
    stale = true;
  }

  /// Rows alone do not lay the table out, only what is in it.
  private void refit() {
    stale = true;
    table.requestLayout();
  }

  private void layOut(boolean needed) {
    if (needed || drawn || table.getWidth() == 0) {
      return;
    }
    if (table.lookup(".column-header > .label") instanceof Labeled head) {
      double now = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset();
      stale |= now != room || !head.getFont().equals(font);
      if (stale) {
        stale = false;
        room = now;
        font = head.getFont();
        fit(table.getVisibleLeafColumns());
      }
    }
  }

  private void fit(List<TableColumn<R, ?>> columns) {
    double[] wanted = columns.stream().mapToDouble(this::wanted).toArray();
    double[] widths = shared(wanted, room - SCROLL_BAR);
    fitting = true;
    for (int i = 0; i < widths.length; i++) {
      columns.get(i).setPrefWidth(widths[i]);
    }
    fitting = false;
  }

  /// Nobody gets more than is wanted while others get less; what is left over goes to the last.
  static double[] shared(double[] wanted, double room) {
    double[] widths = wanted.clone();
    var open = new ArrayList<Integer>();
    for (int i = 0; i < wanted.length; i++) {
      open.add(i);
    }
    open.sort(Comparator.comparingDouble(i -> wanted[i]));
    double left = room;
    for (int taken = 0; taken < open.size(); taken++) {
      int i = open.get(taken);
      widths[i] = Math.min(wanted[i], left / (open.size() - taken));
      left -= widths[i];
    }
    if (widths.length > 0) {
      widths[widths.length - 1] += Math.max(0, left);
    }
    return widths;
  }

  private double wanted(TableColumn<R, ?> column) {
    double widest = measured(column.getText(), font);
    var plain = Font.font(font.getFamily(), font.getSize());
    var text = words.get(column);
    var rows = table.getItems();
    for (int i = 0; text != null && i < Math.min(rows.size(), LOOKED_AT); i++) {
      widest = Math.max(widest, measured(text.apply(rows.get(i)), plain));
    }
    return Math.ceil(widest + BESIDE * font.getSize());
  }

  private double measured(String text, Font in) {
    ruler.setFont(in);
    ruler.setText(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return ruler.getLayoutBounds().getWidth();
  }
}
