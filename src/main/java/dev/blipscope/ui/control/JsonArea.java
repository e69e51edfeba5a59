package dev.blipscope.ui.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CaretSelectionBind;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TextOps;
import org.jspecify.annotations.Nullable;

/// The area that one types JSON into.
final class JsonArea extends CodeArea {

  static final String INDENTATION = "  ";

  /// More lines than a screen has.
  private static final int COLOURED = 150;

  private static final TextOps<String, Collection<String>> OPS = SegmentOps.styledTextOps();

  private final Consumer<String> pasted;

  /// @param pasted gets a text that was pasted
  JsonArea(Consumer<String> pasted) {
    this.pasted = pasted;
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    showCaretProperty()
        .bind(
            Bindings.when(focusedProperty())
                .then(CaretVisibility.ON)
                .otherwise(CaretVisibility.OFF));
    caretPositionProperty()
        .addListener(
            (_, _, _) -> notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET));
    currentParagraphProperty()
        .addListener((_, _, _) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }

  /// A text made ready to be put into an area; any thread may do it. What is seen at once has its
  /// colours already, since each line that gets them later is laid out twice.
  static StyledDocument<Collection<String>, String, Collection<String>> document(String text) {
    var head =
        new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
            OPS, List.of());
    int end = -1;
    for (int line = 0; line < COLOURED && end < text.length(); line++) {
      int start = end + 1;
      int stop = text.indexOf('\n', start);
      end = stop < 0 ? text.length() : stop;
      String words = text.substring(start, end);
      head.addParagraph(words, Ink.spans(LineInk.of(words)));
    }
    var coloured = head.build();
    return end == text.length()
        ? coloured
        : coloured.concat(
            ReadOnlyStyledDocument.fromString(text.substring(end), List.of(), List.of(), OPS));
  }

  // Clipboard: text only, since the inks of a copy are nobody's business and take long to write

  @Override
  public void copy() {
    if (getSelection().getLength() > 0) {
      var content = new ClipboardContent();
      content.putString(getSelectedText());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      pasted.accept(text);
    }
  }

  // Turning pages: until lines are laid out there is none, and the area does not see that

  @Override
  public void nextPage(SelectionPolicy selection) {
    if (!getVisibleParagraphs().isEmpty()) {
      super.nextPage(selection);
    }
  }

  @Override
  public void prevPage(SelectionPolicy selection) {
    if (!getVisibleParagraphs().isEmpty()) {
      super.prevPage(selection);
    }
  }

  // Typing

  /// Starts a new line that stands as far in as its content asks for.
  void breakLine() {
    String line = getText(getCurrentParagraph());
    int column = Math.min(getCaretColumn(), line.length());
    String indentation = line.substring(0, Math.min(blanks(line), column));
    char before = column > 0 ? line.charAt(column - 1) : ' ';
    char after = column < line.length() ? line.charAt(column) : ' ';
    boolean opened = before == '{' || before == '[';
    String start = "\n" + indentation + (opened ? INDENTATION : "");
    if (opened && (after == '}' || after == ']') && getSelection().getLength() == 0) {
      int caret = getCaretPosition() + start.length();
      insertText(getCaretPosition(), start + "\n" + indentation);
      moveTo(caret);
    } else {
      replaceSelection(start);
    }
    requestFollowCaret();
  }

  /// Moves the selected lines in, or writes an indentation at the caret.
  void indent() {
    if (selectedLines().size() < 2) {
      replaceSelection(INDENTATION);
    } else {
      changeIndentation(line -> INDENTATION + line);
    }
  }

  /// Moves the selected lines out.
  void outdent() {
    changeIndentation(line -> line.substring(Math.min(blanks(line), INDENTATION.length())));
  }

  private void changeIndentation(UnaryOperator<String> change) {
    var lines = selectedLines();
    int first = lines.getFirst();
    int last = lines.getLast();
    int from = getAbsolutePosition(first, 0);
    int to = getAbsolutePosition(last, getParagraphLength(last));
    var changed = new ArrayList<String>();
    for (int line : lines) {
      changed.add(change.apply(getText(line)));
    }
    String text = String.join("\n", changed);
    replaceText(from, to, text);
    if (lines.size() > 1) {
      selectRange(from, from + text.length());
    }
  }

  private List<Integer> selectedLines() {
    CaretSelectionBind<?, ?, ?> selection = getCaretSelectionBind();
    var lines = new ArrayList<Integer>();
    int last = selection.getEndParagraphIndex();
    if (last > selection.getStartParagraphIndex() && selection.getEndColumnPosition() == 0) {
      last--;
    }
    for (int line = selection.getStartParagraphIndex(); line <= last; line++) {
      lines.add(line);
    }
    return lines;
  }

  private static int blanks(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == ' ') {
      count++;
    }
    return count;
  }

  // For screen readers the text is the line of the caret: the whole may have millions of characters

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> getText(getCurrentParagraph());
      case EDITABLE -> isEditable();
      case CARET_OFFSET -> getCaretColumn();
      case SELECTION_START -> inLine(getSelection().getStart());
      case SELECTION_END -> inLine(getSelection().getEnd());
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private int inLine(int place) {
    int line = getCurrentParagraph();
    return Math.clamp(place - (long) getAbsolutePosition(line, 0), 0, getParagraphLength(line));
  }
}
