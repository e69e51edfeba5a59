package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.share.Request;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// The request that would bring the call to Segment, to be looked at and copied.
public final class RequestViewModel {

  private static final String TAB = "request";

  private final Consumer<Event> dispatch;
  private final Words words;
  private final BooleanProperty masked = new SimpleBooleanProperty(this, "masked");
  private final ObservableValue<Boolean> presenting;
  private final ObservableValue<Request> request;
  private final ObservableValue<Boolean> open;

  RequestViewModel(
      ObservableValue<Session> session,
      ObservableValue<CallSheet> sheet,
      Consumer<Event> dispatch,
      Words words) {
    this.dispatch = dispatch;
    this.words = words;
    this.presenting = session.map(now -> now.settings().presenting());
    this.open = session.map(now -> now.settings().tab().equals(TAB));
    var target = session.map(Session::target);
    this.request =
        sheet.flatMap(now -> target.flatMap(to -> masked.map(covers -> now.request(to, covers))));
  }

  // What is shown

  /// The request line and the headers; nothing while nobody looks.
  public ObservableValue<String> headProperty() {
    return looked(now -> now.asHttp().substring(0, now.asHttp().indexOf("\n\n")));
  }

  public String getHead() {
    return headProperty().getValue();
  }

  /// The body, laid out for reading.
  public ObservableValue<String> bodyProperty() {
    return looked(Request::asJson);
  }

  public String getBody() {
    return bodyProperty().getValue();
  }

  private ObservableValue<String> looked(Function<Request, String> as) {
    return open.flatMap(now -> now ? request.map(as) : new SimpleBooleanProperty().map(_ -> ""))
        .orElse("");
  }

  /// Whether copies hold placeholders in place of private data.
  public BooleanProperty maskedProperty() {
    return masked;
  }

  public boolean isMasked() {
    return masked.get();
  }

  public void setMasked(boolean covers) {
    masked.set(covers);
  }

  /// Whether copies are masked anyhow.
  public ObservableValue<Boolean> presentingProperty() {
    return presenting;
  }

  public boolean isPresenting() {
    return presenting.getValue();
  }

  public Locale locale() {
    return words.locale();
  }

  public String title() {
    return words.text("calls.request.body");
  }

  // What can be done

  String asCurl() {
    return copied("curl", Request::asCurl);
  }

  String asJava() {
    return copied("java", Request::asJava);
  }

  String asJson() {
    return copied("json", Request::asJson);
  }

  private String copied(String form, Function<Request, String> as) {
    var now = request.getValue();
    if (now == null) {
      return "";
    }
    boolean covers = masked.get() || presenting.getValue();
    dispatch.accept(CallsViewModel.copied(words, form, covers));
    return as.apply(now);
  }
}
