package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A short walk through the window, one thing after the other.
public final class TourViewModel implements Offering {

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final ObjectProperty<@Nullable Stop> stop = new SimpleObjectProperty<>();

  /// What is pointed at, in the order of the walk.
  enum Stop {
    LIST("listPane"),
    PAYLOAD("payloadPane"),
    CALLS("callsPane"),
    COMMANDS("toolbar");

    private static final List<Stop> ALL = List.of(values());

    private final String anchor;

    Stop(String anchor) {
      this.anchor = anchor;
    }

    /// The commands whose keys it names.
    List<Command> named() {
      return switch (this) {
        case LIST -> List.of(Command.PASTE);
        case PAYLOAD, CALLS -> List.of();
        case COMMANDS -> List.of(Command.OPEN_PALETTE, Command.NEXT_PANE);
      };
    }

    /// The id of what it points at.
    String anchor() {
      return anchor;
    }

    /// Which one it is, from 1.
    int number() {
      return ALL.indexOf(this) + 1;
    }

    boolean isLast() {
      return number() == ALL.size();
    }
  }

  public TourViewModel(ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.TOUR, this::begin);
  }

  // What is shown

  /// Where the walk is; nothing if there is none.
  ObservableValue<@Nullable Stop> stop() {
    return stop;
  }

  String title(Stop at) {
    return words.text("tour." + at.name().toLowerCase(Locale.ROOT) + ".title");
  }

  String text(Stop at) {
    return words.text(
        "tour." + at.name().toLowerCase(Locale.ROOT) + ".text",
        at.named().stream().map(TourViewModel::keys).toArray());
  }

  private static String keys(Command command) {
    return command.shownKeys().orElseThrow().getDisplayText();
  }

  String next(Stop at) {
    return words.text(at.isLast() ? "tour.done" : "tour.next");
  }

  String progress(Stop at) {
    return words.text("tour.progress", at.number(), Stop.ALL.size());
  }

  // What can be done

  void begin() {
    stop.set(Stop.LIST);
  }

  void next() {
    var at = stop.get();
    if (at == null || at.isLast()) {
      end();
    } else {
      stop.set(Stop.ALL.get(at.number()));
    }
  }

  void back() {
    var at = stop.get();
    if (at != null && at.number() > 1) {
      stop.set(Stop.ALL.get(at.number() - 2));
    }
  }

  /// Ends the walk, wherever it is.
  void end() {
    stop.set(null);
    if (!session.getValue().settings().toured()) {
      dispatch.accept(new Event.SettingsChanged(Settings::afterTour));
    }
  }
}
