package dev.blipscope.session;

import dev.blipscope.shelf.Groups;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What stands in the list line by line: payloads, and if they are gathered by contact, above those
/// of each contact a line of its own.
public final class Lines {

  /// One line of the list.
  public sealed interface Line {

    /// A payload.
    record Payload(RowKey row) implements Line {}

    /// The contact whose payloads follow.
    ///
    /// @param who the identity; none for payloads that name nobody
    record Contact(@Nullable String who, int payloads) implements Line {}
  }

  private final Rows rows;
  private final @Nullable Groups groups;

  /// The line of each group's contact.
  private final int[] heads;

  private Lines(Rows rows, @Nullable Groups groups, int[] heads) {
    this.rows = rows;
    this.groups = groups;
    this.heads = heads;
  }

  public static Lines of(Rows rows) {
    return new Lines(rows, null, new int[0]);
  }

  public static Lines byContact(Rows rows) {
    var groups = Groups.of(rows);
    int[] heads = new int[groups.size()];
    int line = 0;
    for (int group = 0; group < heads.length; group++) {
      heads[group] = line;
      line += groups.count(group) + 1;
    }
    return new Lines(rows, groups, heads);
  }

  /// The payloads alone.
  public Rows rows() {
    return rows;
  }

  public boolean isGrouped() {
    return groups != null;
  }

  public int size() {
    return rows.size() + heads.length;
  }

  public Line at(int line) {
    if (groups == null) {
      return new Line.Payload(rows.key(line));
    }
    int found = Arrays.binarySearch(heads, line);
    if (found >= 0) {
      return new Line.Contact(groups.who(found).orElse(null), groups.count(found));
    }
    int group = -found - 2;
    return new Line.Payload(groups.key(group, line - heads[group] - 1));
  }

  /// The line of a payload, or -1.
  public int lineOf(RowKey row) {
    if (groups == null) {
      return rows.placeOf(row).orElse(-1);
    }
    int place = groups.placeOf(row);
    return place < 0 ? -1 : place + groups.groupAt(place) + 1;
  }
}
