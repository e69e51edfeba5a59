package dev.blipscope.ui;

import dev.blipscope.blip.Direction;
import dev.blipscope.json.Plain;
import dev.blipscope.shelf.Glance;
import dev.blipscope.shelf.RowKind;
import dev.blipscope.shelf.Via;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what is known of a payload into the words of the list.
final class RowFaces {

  private static final int LONGEST = 200;
  private static final long MEGABYTE = 1 << 20;

  private final Words words;
  private final InstantSource clock;
  private final ZoneId zone;
  private final DateTimeFormatter time;
  private final DateTimeFormatter date;

  RowFaces(Words words, InstantSource clock, ZoneId zone) {
    this.words = words;
    this.clock = clock;
    this.zone = zone;
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(words.locale());
  }

  RowFace of(Glance glance) {
    String sort = sort(glance.kind());
    String when = when(glance.time());
    String via = via(glance.via());
    String what = Plain.brief(what(glance.what()), LONGEST);
    String who = glance.who() == null ? "" : Plain.brief(glance.who(), LONGEST);
    var direction = glance.direction();
    String kind = kind(glance.kind());
    String spoken =
        Stream.of(
                direction == null ? kind : kind + " " + direction(direction), when, via, what, who)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new RowFace(
        sort, words.text("list.badge." + sort), when, way(direction), via, what, who, spoken);
  }

  private static RowFace.Way way(@Nullable Direction direction) {
    return switch (direction) {
      case null -> RowFace.Way.NONE;
      case RECEIVED -> RowFace.Way.IN;
      case SENT -> RowFace.Way.OUT;
    };
  }

  /// The time of day, and if it was another day than today, the day.
  private String when(@Nullable Long millis) {
    if (millis == null) {
      return "";
    }
    var moment = Instant.ofEpochMilli(millis).atZone(zone);
    var today = clock.instant().atZone(zone).toLocalDate();
    return moment.toLocalDate().equals(today)
        ? time.format(moment)
        : date.format(moment) + " " + time.format(moment);
  }

  String kind(RowKind kind) {
    return words.text("list.kind." + sort(kind));
  }

  /// The end of keys and the style class of a kind.
  private static String sort(RowKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String direction(Direction direction) {
    return words.text("list.direction." + direction.name().toLowerCase(Locale.ROOT));
  }

  /// The name of a channel; empty if there is none.
  String via(Via via) {
    return switch (via) {
      case Via.Known(var channel) -> channel.title();
      case Via.Unknown.OTHER -> words.text("list.via.other");
      case Via.Unknown.NONE -> "";
    };
  }

  private String what(Glance.What what) {
    return switch (what) {
      case Glance.What.Words(var text) -> text;
      case Glance.What.Content(var type) ->
          type.isEmpty() ? words.text("list.what.no-type") : words.text("list.what.type", type);
      case Glance.What.Tracked(var category, var action) ->
          Stream.of(category, action)
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" / "));
      case Glance.What.Person(var name) -> name.isEmpty() ? words.text("list.what.nameless") : name;
      case Glance.What.Shape(var shape) ->
          words.text("list.what.shape", words.engine().text("foreign." + shape.word()));
      case Glance.What.Beginning(var text) -> text;
      case Glance.What.Piece(var text, var breakage) ->
          breakage == null
              ? text
              : words.text(
                  "list.what.broken",
                  words.number(breakage.place().line()),
                  words.number(breakage.place().column()),
                  text);
      case Glance.What.Large(var bytes) ->
          words.text("list.what.large", words.number(Math.max(1, bytes / MEGABYTE)));
      case Glance.What.Gone() -> words.text("list.what.gone");
    };
  }
}
