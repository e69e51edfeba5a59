package dev.blipscope.sandbox;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Reads and writes the moments in calls, and sets clocks right as Segment does.
final class Moments {

  private static final int SHORTEST = "2025-01-08T16:35Z".length();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Moments() {}

  /// The moment that a value names; none if there is no value or it names none.
  static @Nullable Instant read(Doc doc, int node) {
    if (node == Doc.NONE || !doc.is(node, NodeKind.STRING)) {
      return null;
    }
    String text = doc.text(node);
    // Only years of four digits, so that no sum runs over.
    if (text.length() < SHORTEST || text.charAt(0) < '0' || text.charAt(0) > '9') {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  /// `receivedAt - (sentAt - originalTimestamp)`; what nobody told is taken for now.
  static Instant corrected(
      Instant receivedAt, @Nullable Instant sentAt, @Nullable Instant original) {
    if (original == null) {
      return receivedAt;
    }
    return sentAt == null ? original : receivedAt.minus(Duration.between(original, sentAt));
  }

  static String text(Instant moment) {
    return MILLIS.format(moment);
  }
}
