package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Focus;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The fields of the call, each with its story.
public final class FieldsViewModel {

  private final ObservableValue<Session> session;
  private final ObservableValue<CallPointed> pointed;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObservableValue<ObservableList<FieldRow>> rows;
  private final ReadOnlyObjectWrapper<FieldRow> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen");

  FieldsViewModel(
      ObservableValue<Session> session,
      ObservableValue<CallSheet> sheet,
      ObservableValue<CallPointed> pointed,
      Consumer<Event> dispatch,
      Words words) {
    this.session = session;
    this.pointed = pointed;
    this.dispatch = dispatch;
    this.words = words;
    this.rows =
        sheet
            .map(CallSheet::fields)
            .flatMap(all -> filter.map(wanted -> filtered(all, wanted)))
            .orElse(FXCollections.emptyObservableList());
  }

  private ObservableList<FieldRow> filtered(List<FieldRow> all, String wanted) {
    String letters = wanted.strip().toLowerCase(words.locale());
    return FXCollections.observableList(
        letters.isEmpty() ? all : all.stream().filter(row -> row.holds(letters)).toList());
  }

  // What is shown

  public ObservableValue<ObservableList<FieldRow>> rowsProperty() {
    return rows;
  }

  public ObservableList<FieldRow> getRows() {
    return rows.getValue();
  }

  /// What only shows rows that hold it.
  public StringProperty filterProperty() {
    return filter;
  }

  public String getFilter() {
    return filter.get();
  }

  public void setFilter(String wanted) {
    filter.set(wanted);
  }

  /// What a person points at, wherever.
  ObservableValue<CallPointed> pointedProperty() {
    return pointed;
  }

  public ReadOnlyObjectProperty<FieldRow> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public @Nullable FieldRow getChosen() {
    return chosen.get();
  }

  /// Whether one of the rows is told about below.
  public ObservableValue<Boolean> toldProperty() {
    return chosen.map(_ -> true).orElse(false);
  }

  public boolean isTold() {
    return toldProperty().getValue();
  }

  public ObservableValue<String> targetProperty() {
    return chosen.map(FieldRow::target).orElse("");
  }

  public String getTarget() {
    return targetProperty().getValue();
  }

  public ObservableValue<String> valueProperty() {
    return chosen.map(FieldRow::value).orElse("");
  }

  public String getValue() {
    return valueProperty().getValue();
  }

  public ObservableValue<String> storyProperty() {
    return chosen.map(this::story).orElse("");
  }

  public String getStory() {
    return storyProperty().getValue();
  }

  private String story(FieldRow row) {
    return switch (row) {
      case FieldRow.Filled _ ->
          row.from().isEmpty()
              ? words.text("calls.why.story", row.story())
              : words.text("calls.why.story.from", row.story(), row.from());
      case FieldRow.Absent _ -> words.text("calls.why.absent", row.story());
      case FieldRow.Heading _ -> row.story();
      case FieldRow.Nowhere _ -> words.text("calls.why.nowhere", row.from(), row.story());
    };
  }

  public ObservableValue<String> ruleProperty() {
    return chosen
        .map(
            row ->
                row.grounds() == null ? "" : words.text("calls.why.rule", row.basis(), row.rule()))
        .orElse("");
  }

  public String getRule() {
    return ruleProperty().getValue();
  }

  /// What is said where there are no rows.
  public ObservableValue<String> nothingProperty() {
    return filter.map(wanted -> words.text("calls.fields.nothing", wanted));
  }

  public String getNothing() {
    return nothingProperty().getValue();
  }

  // What can be done

  /// Tells about a row, without pointing at it anew.
  void tellOf(@Nullable FieldRow row) {
    chosen.set(row);
  }

  /// Points at a row, so that what belongs to it is marked on the other side.
  void choose(FieldRow row) {
    chosen.set(row);
    var focus = focus(row);
    if (focus != null) {
      dispatch.accept(new Event.FocusMoved(focus));
    }
  }

  private @Nullable Focus focus(FieldRow row) {
    return switch (row) {
      case FieldRow.Filled(_, var trace) -> new Focus.InCall(trace.to());
      case FieldRow.Absent(_, var missing) -> new Focus.InCall(missing.to().toString());
      case FieldRow.Heading _ -> null;
      case FieldRow.Nowhere(_, var unused) -> inPayload(unused.from().pointer());
    };
  }

  private @Nullable Focus inPayload(String pointer) {
    var desk = session.getValue().desk();
    return desk != null
            && desk.reading() instanceof Reading.Understood(var explained, _, int start, _)
        ? explained
            .payload()
            .at(pointer)
            .map(range -> new Focus.InPayload(start + range.start()))
            .orElse(null)
        : null;
  }

  /// Says that a row, or a cell of it, was copied.
  void copied(String what) {
    boolean covers = session.getValue().settings().presenting();
    dispatch.accept(CallsViewModel.copied(words, what, covers));
  }
}
