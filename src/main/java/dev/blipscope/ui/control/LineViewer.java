package dev.blipscope.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.collections.ObservableListBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// A text to be read only, of any size: only the lines on the screen are ever looked at. Long lines
/// are cut, and say so; what is copied is whole.
///
/// Keys: Ctrl+F finds, F3 and Shift+F3 go on, Ctrl+G goes to a line, Ctrl+C copies the selected
/// lines.
public final class LineViewer extends BorderPane {

  // More than any clipboard should have to take.
  private static final int MOST_COPIED = 20 << 20;

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination LINE =
      new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
  private static final KeyCombination PREVIOUS =
      new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);

  private final Texts texts = new Texts();
  private final Latest searching = new Latest();
  private final Latest copying = new Latest();
  private final ListView<Integer> list = new ListView<>();
  private final FindBar find = new FindBar(texts, this::search, this::go, this::closeBars);
  private final GoToBar goTo = new GoToBar(texts, (line, _) -> goTo(line), this::closeBars);
  private final Label notice = new Label();
  private final MenuItem copyItem = new MenuItem();
  private final MenuItem findItem = new MenuItem();
  private final MenuItem lineItem = new MenuItem();

  private Lines lines = new TextLines("");
  private Hits hits = Hits.NONE;

  public LineViewer() {
    getStyleClass().addAll("json-editor", "line-viewer");
    getStylesheets().add(JsonEditor.class.getResource("editor.css").toExternalForm());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(_ -> new LineCell(() -> lines, find::query, texts));
    notice.getStyleClass().add("notice");
    setTop(new VBox(find, goTo));
    setCenter(list);
    setBottom(notice);
    tell("");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    copyItem.setOnAction(_ -> copy());
    copyItem.setAccelerator(COPY);
    findItem.setOnAction(_ -> find());
    findItem.setAccelerator(FIND);
    lineItem.setOnAction(_ -> goToLine());
    lineItem.setAccelerator(LINE);
    list.setContextMenu(new ContextMenu(copyItem, findItem, lineItem));
    setLocale(Locale.getDefault());
  }

  // What is shown

  /// Shows other lines, from the first one.
  public void show(Lines shown) {
    lines = shown;
    closeBars();
    list.setItems(new Numbers(shown.count()));
    list.scrollTo(0);
  }

  /// The numbers of the lines, none of them kept.
  private static final class Numbers extends ObservableListBase<Integer> {

    private final int count;

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return count;
    }
  }

  // What can be done

  /// Selects a line, counted from 0, and brings it to the screen.
  public void goTo(int line) {
    int row = Math.clamp(line, 0, Math.max(0, lines.count() - 1));
    list.getSelectionModel().clearAndSelect(row);
    list.getFocusModel().focus(row);
    list.scrollTo(Math.max(0, row - 5));
  }

  /// Opens the bar to find something.
  public void find() {
    goTo.show(false);
    find.open("");
    search(find.query());
  }

  /// Opens the bar to go to a line.
  public void goToLine() {
    closeBars();
    goTo.open();
  }

  /// Copies the selected lines, whole.
  public void copy() {
    var rows =
        List.copyOf(list.getSelectionModel().getSelectedIndices()).stream().sorted().toList();
    var from = lines;
    copying.run(() -> Copy.of(from, rows), this::copied);
  }

  /// Lines for the clipboard.
  ///
  /// @param count how many lines they are
  private record Copy(String text, int count, boolean complete) {

    static Copy of(Lines lines, List<Integer> rows) {
      var text = new StringBuilder();
      int count = 0;
      for (int row : rows) {
        if (text.length() > MOST_COPIED) {
          break;
        }
        text.append(count++ == 0 ? "" : "\n").append(lines.line(row));
      }
      return new Copy(text.toString(), count, count == rows.size());
    }
  }

  private void copied(Copy copy) {
    if (copy.count() > 0) {
      var content = new ClipboardContent();
      content.putString(copy.text());
      Clipboard.getSystemClipboard().setContent(content);
    }
    tell(copy.complete() ? "" : texts.of("line.copied.cut", copy.count()));
  }

  private void search(Query query) {
    var searched = lines;
    searching.follow(report -> Hits.in(searched, query, report), this::found);
  }

  private void found(Hits found) {
    boolean first = hits.count() == 0;
    hits = found;
    list.refresh();
    if (first && found.count() > 0) {
      goTo(found.at(found.from(row())));
    }
    tellHits();
  }

  private void go(boolean forward) {
    if (hits.count() > 0) {
      goTo(hits.at(forward ? hits.from(row() + 1) : hits.before(row())));
      tellHits();
    }
  }

  private int row() {
    return Math.max(0, list.getSelectionModel().getSelectedIndex());
  }

  private void tellHits() {
    find.tell(hits.count() == 0 ? 0 : hits.from(row()), hits.count(), hits.more());
  }

  private void closeBars() {
    boolean open = find.isOpen() || goTo.isOpen();
    find.show(false);
    goTo.show(false);
    searching.forget();
    hits = Hits.NONE;
    tell("");
    if (open) {
      list.refresh();
      list.requestFocus();
    }
  }

  private void pressed(KeyEvent key) {
    boolean open = find.isOpen() || goTo.isOpen();
    if (FIND.match(key)) {
      find();
    } else if (LINE.match(key)) {
      goToLine();
    } else if (NEXT.match(key)) {
      go(true);
    } else if (PREVIOUS.match(key)) {
      go(false);
    } else if (COPY.match(key) && list.isFocused()) {
      copy();
    } else if (key.getCode() == KeyCode.ESCAPE && open) {
      closeBars();
    } else {
      return;
    }
    key.consume();
  }

  private void tell(String text) {
    notice.setText(text);
    notice.setVisible(!text.isEmpty());
    notice.setManaged(!text.isEmpty());
  }

  // How it is set up

  /// Gives searches and big copies to somebody else; without one, everything is done at once.
  public void setWorker(Executor worker) {
    searching.setWorker(worker);
    copying.setWorker(worker);
  }

  /// The language of what stands around the lines, which may be changed at any time.
  public void setLocale(Locale language) {
    texts.in(language);
    find.name();
    goTo.name();
    list.setAccessibleRoleDescription(texts.of("viewer.role"));
    copyItem.setText(texts.of("menu.copy"));
    findItem.setText(texts.of("menu.find"));
    lineItem.setText(texts.of("menu.line"));
    list.refresh();
  }

  /// What the text is, for those who do not see it.
  public void setTitle(String title) {
    list.setAccessibleText(title);
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }
}
