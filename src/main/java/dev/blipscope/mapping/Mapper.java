package dev.blipscope.mapping;

import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Out;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Follows the rules of one profile for one target. Used by one thread.
public final class Mapper {

  private record Way(Layout.Body call, Rest rest) {}

  private final Map<Kind, Way> ways = new EnumMap<>(Kind.class);
  private final MessageIds ids;
  private final UnaryOperator<String> columnNames;

  /// @param columnNames how a warehouse spells a name
  public Mapper(Profile profile, Salt salt, UnaryOperator<String> columnNames) {
    this.ids = new MessageIds(salt);
    this.columnNames = columnNames;
    profile.plans().forEach((kind, plan) -> ways.put(kind, new Way(Layout.of(plan), plan.rest())));
  }

  /// Writes the call that the payload becomes, and tells all about it.
  public Draft map(Item item, Out out) {
    var notes = new FullNotes();
    int length = map(item, out, notes);
    return new Draft(item, notes.fields(), notes.missing(), way(item).rest(), length);
  }

  /// Writes the call that the payload becomes, on one line without its end.
  ///
  /// @return how many bytes it has
  public int map(Item item, Out out, Notes notes) {
    ids.read(item);
    int start = out.size();
    var pen = new Pen(item.doc(), out, notes);
    new CallWriter(item, pen, ids, columnNames, notes).write(way(item).call());
    return out.size() - start;
  }

  private Way way(Item item) {
    return Objects.requireNonNull(ways.get(item.kind()), "a profile has a plan for each kind");
  }
}
