package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Focus;
import dev.blipscope.ui.control.Mark;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// The call as JSON, and what in it is marked.
public final class CallViewModel {

  private final ObservableValue<CallSheet> sheet;
  private final ObservableValue<CallPointed> pointed;
  private final Consumer<Event> dispatch;
  private final Words words;

  CallViewModel(
      ObservableValue<CallSheet> sheet,
      ObservableValue<CallPointed> pointed,
      Consumer<Event> dispatch,
      Words words) {
    this.sheet = sheet;
    this.pointed = pointed;
    this.dispatch = dispatch;
    this.words = words;
  }

  // What is shown

  public ObservableValue<String> textProperty() {
    return sheet.map(CallSheet::text).orElse("");
  }

  public String getText() {
    return textProperty().getValue();
  }

  /// The fields that belong to what a person points at.
  public ObservableValue<List<Mark>> marksProperty() {
    return sheet.flatMap(now -> pointed.map(what -> marks(now, what))).orElse(List.of());
  }

  public List<Mark> getMarks() {
    return marksProperty().getValue();
  }

  private static List<Mark> marks(CallSheet sheet, CallPointed pointed) {
    return pointed.fields().stream()
        .filter(pointer -> !pointer.isEmpty())
        .flatMap(pointer -> sheet.at(pointer).stream())
        .map(range -> new Mark(range.start(), range.end(), Mark.Kind.LINKED))
        .toList();
  }

  public Locale locale() {
    return words.locale();
  }

  public String title() {
    return words.text("calls.call.title");
  }

  // What can be done

  /// Points at the field that stands at a place of the text.
  public void pointAt(int offset) {
    var now = sheet.getValue();
    if (now != null) {
      dispatch.accept(new Event.FocusMoved(new Focus.InCall(now.pointerAt(offset))));
    }
  }
}
