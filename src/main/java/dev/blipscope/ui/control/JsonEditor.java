package dev.blipscope.ui.control;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;
import org.reactfx.Subscription;

/// A text in JSON to read or to edit: coloured, searchable, with marks, and quick when it is big.
///
/// Keys: Ctrl+F finds, F3 and Shift+F3 go on, Ctrl+G goes to a line, Ctrl+Shift+O lists all places,
/// Ctrl+Shift+F lays the text out. Where one may write, Tab indents; Esc and then Tab, or Ctrl+Tab,
/// leaves. On macOS it is Cmd instead of Ctrl, except for Ctrl+Tab.
///
/// Places are UTF-16 units of the text that was last given to [#show(String)], with its own line
/// ends, or after the first edit of the last [Snapshot].
public final class JsonEditor extends BorderPane {

  /// The longest text that can be edited, in UTF-16 units.
  public static final int MOST = 20 << 20;

  /// The longest line that can be edited: each key lays its whole line out again.
  public static final int LONGEST_LINE = 20_000;

  // What takes less than a frame needs no other thread.
  private static final int SHORT = 100_000;

  private final Texts texts = new Texts();
  private final Latest loading = new Latest();
  private final Latest laying = new Latest();
  private final Latest outlining = new Latest();
  private final Latest pasting = new Latest();

  private final JsonArea area = new JsonArea(this::pasted);
  private final VisibleInk ink = new VisibleInk(area, texts);
  private final AreaSearch search = new AreaSearch(area, ink, texts, this::closeBars);
  private final GoToBar goTo = new GoToBar(texts, this::goTo, this::closeBars);
  private final OutlinePane outline = new OutlinePane(texts, this::go);
  private final LineViewer viewer = new LineViewer();
  private final Label notice = new Label();
  private final Label prompt = new Label();
  private final VirtualizedScrollPane<JsonArea> scroll = new VirtualizedScrollPane<>(area);
  private final StackPane center = new StackPane(scroll, outline);

  private final ObjectProperty<Locale> locale =
      new SimpleObjectProperty<>(this, "locale", Locale.getDefault());
  private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper(this, "caret");
  private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable", true);
  private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
  private final ReadOnlyBooleanWrapper viewing = new ReadOnlyBooleanWrapper(this, "viewing");

  private Consumer<Snapshot> onEdit = _ -> {};
  private IntConsumer onCaret = _ -> {};
  private Consumer<String> onOverflow = this::show;
  private Subscription edits = () -> {};

  private LineEnds ends = LineEnds.PLAIN;
  private @Nullable TextLines viewed;
  private List<Mark> marks = List.of();
  private @Nullable IndexRange revealed;
  private long version;
  private boolean ours;

  public JsonEditor() {
    getStyleClass().add("json-editor");
    getStylesheets().add(JsonEditor.class.getResource("editor.css").toExternalForm());
    prompt.getStyleClass().add("prompt");
    prompt.setWrapText(true);
    area.setPlaceholder(prompt);
    notice.getStyleClass().add("notice");
    notice.setWrapText(true);
    notice.setMaxWidth(Double.MAX_VALUE);
    StackPane.setAlignment(outline, Pos.TOP_CENTER);
    StackPane.setMargin(outline, new Insets(8, 24, 8, 24));
    setTop(new VBox(search.bar(), goTo));
    setCenter(center);
    setBottom(notice);
    tell("");
    area.editableProperty().bind(editable.and(busy.not()));
    area.caretPositionProperty().addListener((_, _, _) -> caretMoved());
    new EditorKeys(this, area);
    locale.subscribe(this::say);
    watch();
  }

  // What is shown

  /// Whether the editor can hold a text; one that it cannot hold is shown to be read only.
  public static boolean canHold(String text) {
    if (text.length() > MOST) {
      return false;
    }
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (stop - start > LONGEST_LINE) {
        return false;
      }
      start = stop + 1;
    }
    return true;
  }

  /// Shows a text from its beginning and forgets what was there, undo included. A big text is on
  /// the screen a little later; of several the last one wins, and until then nobody can type.
  public void show(String text) {
    busy.set(true);
    edits.unsubscribe();
    viewed = null;
    marks = List.of();
    revealed = null;
    laying.forget();
    outlining.forget();
    pasting.forget();
    if (text.length() < SHORT) {
      loading.forget();
      shown(Loaded.of(text));
    } else {
      loading.run(() -> Loaded.of(text), this::shown);
    }
  }

  /// The same as [#show(String)].
  public void setText(String text) {
    show(text);
  }

  /// Shows lines to be read only, however many there are.
  public void show(Lines lines) {
    loading.forget();
    viewed = null;
    busy.set(false);
    view(lines);
  }

  /// What is ready to be shown.
  private record Loaded(
      LineEnds ends,
      @Nullable StyledDocument<Collection<String>, String, Collection<String>> document,
      @Nullable TextLines lines) {

    static Loaded of(String given) {
      var ends = LineEnds.of(given);
      return canHold(ends.text())
          ? new Loaded(ends, JsonArea.document(ends.text()), null)
          : new Loaded(ends, null, new TextLines(ends.text()));
    }
  }

  private void shown(Loaded loaded) {
    busy.set(false);
    ends = loaded.ends();
    viewed = loaded.lines();
    if (viewed != null) {
      view(viewed);
    } else if (loaded.document() != null) {
      viewing.set(false);
      center.getChildren().setAll(scroll, outline);
      replaceAll(loaded.document());
    }
    applyMarks();
    if (revealed != null) {
      reveal(revealed.getStart(), revealed.getEnd());
    }
  }

  private void replaceAll(StyledDocument<Collection<String>, String, Collection<String>> document) {
    // A history would make a text of the whole document.
    area.setUndoManager(UndoUtils.noOpUndoManager());
    quietly(
        () -> {
          // The area may ask for the line of the caret before it has moved it, and a shorter text
          // has no such place.
          area.moveTo(0);
          area.replace(0, area.getLength(), document);
          area.moveTo(0);
          area.showParagraphAtTop(0);
        });
    watch();
    version++;
    tell("");
    search.searchAgain();
    ink.setBrackets();
  }

  private void view(Lines lines) {
    closeBars();
    viewing.set(true);
    viewer.show(lines);
    center.getChildren().setAll(viewer, outline);
    version++;
  }

  /// Lets go of what outlives the window, for the carets of an area listen to the whole program.
  /// The editor cannot be used after that.
  public void dispose() {
    edits.unsubscribe();
    area.getUndoManager().close();
    area.getCaretSelectionBind().dispose();
    area.dispose();
  }

  private void watch() {
    area.setUndoManager(UndoUtils.plainTextUndoManager(area));
    edits = area.multiPlainChanges().subscribe(this::edited);
  }

  private void edited(List<PlainTextChange> changes) {
    ends = LineEnds.PLAIN;
    version++;
    for (var change : changes) {
      ink.marks()
          .edited(
              change.getPosition(), change.getRemoved().length(), change.getInserted().length());
    }
    var last = changes.getLast();
    ink.typed(last.getPosition(), last.getInsertionEnd());
    tell("");
    search.searchAgain();
    onEdit.accept(textSnapshot());
  }

  /// The text of this moment. What is read only and too big to edit is not in it.
  public Snapshot textSnapshot() {
    return new Snapshot(version, area.getContent().snapshot());
  }

  /// Whether the text is too big to edit and therefore shown to be read only.
  public ReadOnlyBooleanProperty viewingProperty() {
    return viewing.getReadOnlyProperty();
  }

  public boolean isViewing() {
    return viewing.get();
  }

  // Marks and places

  /// Takes the place of all earlier marks. They move along with edits.
  public void setMarks(List<Mark> marks) {
    this.marks = List.copyOf(marks);
    if (!busy.get()) {
      applyMarks();
    }
  }

  private void applyMarks() {
    ink.marks()
        .set(
            marks.stream()
                .map(
                    mark -> new Mark(ends.shown(mark.start()), ends.shown(mark.end()), mark.kind()))
                .toList());
    ink.paintLater();
  }

  /// Brings a place to the screen and selects it, but takes the focus from nobody.
  public void reveal(int start, int end) {
    if (busy.get()) {
      revealed = new IndexRange(start, end);
      return;
    }
    revealed = null;
    int from = ends.shown(start);
    int to = ends.shown(end);
    if (viewed != null) {
      viewer.goTo(viewed.lineOf(from));
      return;
    }
    quietly(() -> search.select(Math.min(from, area.getLength()), Math.min(to, area.getLength())));
  }

  /// Where the caret is, also when it was not the user who moved it.
  public ReadOnlyIntegerProperty caretProperty() {
    return caret.getReadOnlyProperty();
  }

  public int getCaret() {
    return caret.get();
  }

  /// Where on the screen the caret is, if it is to be seen.
  public Optional<Bounds> caretOnScreen() {
    return isViewing() ? Optional.empty() : area.getCaretBounds();
  }

  /// What is selected.
  public IndexRange getSelection() {
    var selection = area.getSelection();
    return new IndexRange(ends.given(selection.getStart()), ends.given(selection.getEnd()));
  }

  private void caretMoved() {
    caret.set(ends.given(area.getCaretPosition()));
    if (!ours) {
      onCaret.accept(caret.get());
    }
    ink.setBrackets(brackets());
  }

  private int[] brackets() {
    var brackets = new Brackets(area::getText, area.getParagraphs().size());
    int line = area.getCurrentParagraph();
    // The bracket behind the caret, or else the one before it.
    for (int column = area.getCaretColumn(); column >= area.getCaretColumn() - 1; column--) {
      var partner = brackets.partner(new Brackets.Spot(line, column));
      if (partner != null) {
        return new int[] {
          area.getAbsolutePosition(line, column),
          area.getAbsolutePosition(partner.line(), partner.column())
        };
      }
    }
    return new int[0];
  }

  private void quietly(Runnable change) {
    ours = true;
    change.run();
    ours = false;
  }

  // What can be done

  /// Opens the bar to find something.
  public void find() {
    if (isViewing()) {
      viewer.find();
    } else {
      goTo.show(false);
      search.open();
    }
  }

  public void findNext() {
    search.go(true);
  }

  public void findPrevious() {
    search.go(false);
  }

  /// Opens the bar to go to a line.
  public void goToLine() {
    if (isViewing()) {
      viewer.goToLine();
    } else {
      search.close();
      goTo.open();
    }
  }

  private void goTo(int line, int column) {
    int row = Math.min(line, area.getParagraphs().size() - 1);
    int place = area.getAbsolutePosition(row, Math.min(column, area.getParagraphLength(row)));
    search.select(place, place);
  }

  /// Lists all places of the text to go to one.
  public void outline() {
    if (isViewing()) {
      return;
    }
    var snapshot = textSnapshot();
    outlining.run(
        () ->
            Parsed.of(snapshot.text()) instanceof Parsed.Values values ? Outline.of(values) : null,
        found -> {
          if (found == null) {
            tell(texts.of("outline.broken"));
          } else {
            outline.open(found);
          }
        });
  }

  private void go(Outline.Entry entry) {
    closeBars();
    int end = Math.min(entry.end(), area.getLength());
    search.select(Math.min(entry.start(), end), end);
  }

  /// Whether this is the text that is there now, however its lines end.
  public boolean holds(String text) {
    String plain = LineEnds.of(text).text();
    return !busy.get()
        && !isViewing()
        && plain.length() == area.getLength()
        && plain.equals(textSnapshot().text());
  }

  /// Changes a stretch of the text as if a person had pasted, so that it can be undone.
  public void edit(int start, int end, String text) {
    if (area.isEditable() && !isViewing()) {
      int to = Math.min(ends.shown(end), area.getLength());
      area.getUndoManager().preventMerge();
      put(new IndexRange(Math.min(ends.shown(start), to), to), text);
      area.getUndoManager().preventMerge();
      area.requestFollowCaret();
    }
  }

  /// Lays the text out for the eye, in one step that can be undone; a broken text stays as it is.
  public void format() {
    if (!area.isEditable() || isViewing()) {
      return;
    }
    var before = textSnapshot();
    int place = area.getCaretPosition();
    laying.run(() -> Layout.of(before.text(), place), layout -> laidOut(layout, before.version()));
  }

  private void laidOut(Layout layout, long before) {
    switch (layout) {
      case Layout.Done(var text, var place) -> {
        if (version == before) {
          area.getUndoManager().preventMerge();
          area.replace(0, area.getLength(), JsonArea.document(text));
          area.getUndoManager().preventMerge();
          area.moveTo(place);
          area.requestFollowCaret();
        }
      }
      case Layout.Broken(var at) -> tell(texts.of("format.broken", at.line(), at.column()));
      case Layout.TooBig() -> tell(texts.of("format.big"));
    }
  }

  private void pasted(String text) {
    if (area.isEditable()) {
      put(area.getSelection(), text);
    }
  }

  private void put(IndexRange place, String text) {
    int rest = area.getLength() - place.getLength();
    String put = LineEnds.of(text).text();
    if (!canHold(put) || rest + put.length() > MOST || overflowsLine(place, put)) {
      var before = textSnapshot();
      pasting.run(
          () -> {
            String whole = before.text();
            return whole.substring(0, place.getStart()) + put + whole.substring(place.getEnd());
          },
          whole -> {
            if (version == before.version()) {
              onOverflow.accept(whole);
            }
          });
    } else if (put.length() < SHORT) {
      area.replaceText(place, put);
    } else {
      long before = version;
      pasting.run(
          () -> JsonArea.document(put),
          document -> {
            if (version == before) {
              area.replace(place, document);
            }
          });
    }
  }

  private boolean overflowsLine(IndexRange place, String put) {
    var end = area.offsetToPosition(place.getEnd(), Bias.Forward);
    int before = area.offsetToPosition(place.getStart(), Bias.Forward).getMinor();
    int after = area.getParagraphLength(end.getMajor()) - end.getMinor();
    int first = put.indexOf('\n');
    int last = put.length() - put.lastIndexOf('\n') - 1;
    return first < 0
        ? before + put.length() + after > LONGEST_LINE
        : before + first > LONGEST_LINE || last + after > LONGEST_LINE;
  }

  /// Closes what is open over the text or beside it.
  ///
  /// @return whether something was
  boolean closeBars() {
    boolean open =
        search.isOpen() || goTo.isOpen() || outline.isOpen() || !notice.getText().isEmpty();
    search.close();
    goTo.show(false);
    outline.hide();
    tell("");
    if (open) {
      area.requestFocus();
    }
    return open;
  }

  private void tell(String text) {
    notice.setText(text);
    notice.setVisible(!text.isEmpty());
    notice.setManaged(!text.isEmpty());
  }

  // How it is set up

  /// Gives big texts to somebody else to work on; without one, everything is done at once.
  public void setWorker(Executor worker) {
    for (var latest : List.of(loading, laying, outlining, pasting)) {
      latest.setWorker(worker);
    }
    search.setWorker(worker);
    viewer.setWorker(worker);
  }

  /// Who hears of each edit of the user, right behind the key. The text of the snapshot shall be
  /// asked for later, and elsewhere.
  public void setOnEdit(Consumer<Snapshot> onEdit) {
    this.onEdit = onEdit;
  }

  /// Who hears when the user, and not the program, moves the caret.
  public void setOnCaret(IntConsumer onCaret) {
    this.onCaret = onCaret;
  }

  /// Who gets the text that would come of pasting more than an editor can hold; it is shown to be
  /// read only if nobody is set.
  public void setOnOverflow(Consumer<String> onOverflow) {
    this.onOverflow = onOverflow;
  }

  public BooleanProperty editableProperty() {
    return editable;
  }

  public boolean isEditable() {
    return editable.get();
  }

  public void setEditable(boolean editable) {
    this.editable.set(editable);
  }

  /// What stands there while there is no text.
  public String getPrompt() {
    return prompt.getText();
  }

  public void setPrompt(String text) {
    prompt.setText(text);
  }

  /// The language of the controls around the text, which may be changed at any time.
  public ObjectProperty<Locale> localeProperty() {
    return locale;
  }

  public Locale getLocale() {
    return locale.get();
  }

  public void setLocale(Locale language) {
    locale.set(language);
  }

  private void say(Locale language) {
    texts.in(language);
    viewer.setLocale(language);
    search.name();
    goTo.name();
    outline.name();
    area.setAccessibleRoleDescription(texts.of("editor.role"));
    area.setContextMenu(EditorKeys.menu(this, area, texts));
    ink.paintLater();
  }

  /// What the text is, for those who do not see it.
  public void setTitle(String title) {
    area.setAccessibleText(title);
    viewer.setTitle(title);
  }

  @Override
  public void requestFocus() {
    if (isViewing()) {
      viewer.requestFocus();
    } else {
      area.requestFocus();
    }
  }
}
