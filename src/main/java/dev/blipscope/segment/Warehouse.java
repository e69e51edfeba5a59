package dev.blipscope.segment;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Shows which tables and columns a warehouse would make of calls, by Segment's published rules.
///
/// What one kind of warehouse adds for itself (`uuid` and `uuid_ts` in Redshift, `loaded_at` in
/// BigQuery) is left out.
public final class Warehouse {

  private static final Name TYPE = Name.of("type");
  private static final Name EVENT = Name.of("event");
  private static final Name USER_ID = Name.of("userId");
  private static final Name ANONYMOUS_ID = Name.of("anonymousId");
  private static final Name TIMESTAMP = Name.of("timestamp");
  private static final Name PROPERTIES = Name.of("properties");
  private static final Name TRAITS = Name.of("traits");
  private static final Name CONTEXT = Name.of("context");
  private static final Name TRACK = Name.of("track");
  private static final Name IDENTIFY = Name.of("identify");

  private Warehouse() {}

  /// The tables that one call fills, which is an object. None if the call is too big: Segment
  /// refuses it, so that no warehouse gets to see it.
  public static List<Table> of(Doc call) {
    if (call.length() > CallLimits.MOST_BYTES) {
      return List.of();
    }
    if (isOfType(call, TRACK)) {
      return ofTrack(call);
    }
    return isOfType(call, IDENTIFY) ? ofIdentify(call) : List.of();
  }

  /// The names of the tables that get a row from a call of this type.
  ///
  /// @param call the place of the call, an object
  public static List<String> names(Doc doc, int call, String type) {
    return switch (type) {
      case "track" -> {
        String event = eventTable(doc, call);
        yield event.isEmpty() ? List.of("tracks") : List.of("tracks", event);
      }
      case "identify" ->
          doc.member(call, USER_ID) == Doc.NONE
              ? List.of("identifies")
              : List.of("identifies", "users");
      case "page" -> List.of("pages");
      case "screen" -> List.of("screens");
      case "group" -> List.of("groups", "accounts");
      case "alias" -> List.of("aliases");
      default -> List.of();
    };
  }

  private static List<Table> ofTrack(Doc call) {
    var tables = new ArrayList<Table>();
    tables.add(new Table("tracks", common(call, true)));
    String event = eventTable(call, Doc.ROOT);
    if (!event.isEmpty()) {
      tables.add(new Table(event, with(call, common(call, true), ReservedNames.Group.EVENTS)));
    }
    return tables;
  }

  private static List<Table> ofIdentify(Doc call) {
    var identifies =
        new Table("identifies", with(call, common(call, false), ReservedNames.Group.USERS));
    if (call.member(Doc.ROOT, USER_ID) == Doc.NONE) {
      return List.of(identifies);
    }
    var own = new ArrayList<Column>();
    own.add(new Column("id", ColumnType.VARCHAR, "/userId", Set.of()));
    addContext(own, call);
    own.add(added("received_at"));
    return List.of(identifies, new Table("users", with(call, own, ReservedNames.Group.USERS)));
  }

  /// The name of the table that a track call has for its event; empty if its name leaves nothing.
  private static String eventTable(Doc doc, int call) {
    int event = doc.member(call, EVENT);
    return event != Doc.NONE && doc.is(event, NodeKind.STRING) ? SnakeCase.of(doc.text(event)) : "";
  }

  /// Whether letters of a name are lost on the way into a warehouse.
  public static boolean isMangled(String name) {
    return Leaves.isLossy(name);
  }

  /// The values of a call's body that get a column, in order.
  public static List<Leaf> body(Doc call) {
    return Leaves.in(call, isOfType(call, IDENTIFY) ? TRAITS : PROPERTIES, "");
  }

  /// The values of a call's context that get a column, in order.
  public static List<Leaf> context(Doc call) {
    return Leaves.in(call, CONTEXT, "context");
  }

  // Many calls

  /// The tables that many calls fill together. A column has the type that the first call gave it.
  public static List<Table> of(List<Doc> calls) {
    Map<String, Map<String, Column>> tables = new LinkedHashMap<>();
    for (var call : calls) {
      for (var table : of(call)) {
        var columns = tables.computeIfAbsent(table.name(), _ -> new LinkedHashMap<>());
        for (var column : table.columns()) {
          columns.merge(key(column), column, Warehouse::together);
        }
      }
    }
    return tables.entrySet().stream()
        .map(table -> new Table(table.getKey(), List.copyOf(table.getValue().values())))
        .toList();
  }

  /// A field that has the name of one of Segment's own columns is listed beside it.
  private static String key(Column column) {
    return (column.disputes().contains(Dispute.RESERVED_NAME) ? "_" : "") + column.name();
  }

  private static Column together(Column first, Column later) {
    var both = first.with(later.disputes());
    return first.type() == later.type() ? both : both.with(Set.of(Dispute.TYPE));
  }

  /// The values that would not go whole into the columns that calls before them made.
  public static List<Misfit> misfits(List<Doc> calls) {
    Map<String, ColumnType> types = new HashMap<>();
    var misfits = new ArrayList<Misfit>();
    for (int number = 0; number < calls.size(); number++) {
      var call = calls.get(number);
      for (var table : of(call)) {
        for (var column : table.columns()) {
          var type = types.putIfAbsent(table.name() + "." + key(column), column.type());
          if (type != null && column.from() != null && type != column.type()) {
            var cast = type.cast(call, Pointer.of(column.from()).in(call));
            if (cast != ColumnType.Cast.WHOLE) {
              misfits.add(
                  new Misfit(
                      number,
                      table.name(),
                      column.name(),
                      type,
                      column.from(),
                      cast == ColumnType.Cast.TRUNCATED));
            }
          }
        }
      }
    }
    return misfits;
  }

  // Columns

  /// The columns that Segment fills by itself.
  private static List<Column> common(Doc call, boolean track) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("id", ColumnType.VARCHAR, "/messageId", Set.of()));
    add(columns, call, ANONYMOUS_ID, "anonymous_id");
    add(columns, call, USER_ID, "user_id");
    if (track) {
      add(columns, call, EVENT, "event");
      add(columns, call, EVENT, "event_text");
    }
    addContext(columns, call);
    String dated = call.member(Doc.ROOT, TIMESTAMP) == Doc.NONE ? null : "/timestamp";
    columns.add(new Column("timestamp", ColumnType.TIMESTAMP, dated, Set.of()));
    columns.add(new Column("original_timestamp", ColumnType.TIMESTAMP, dated, Set.of()));
    columns.add(added("sent_at"));
    columns.add(added("received_at"));
    return columns;
  }

  private static void add(List<Column> columns, Doc call, Name field, String column) {
    if (call.member(Doc.ROOT, field) != Doc.NONE) {
      columns.add(new Column(column, ColumnType.VARCHAR, "/" + field.text(), Set.of()));
    }
  }

  private static void addContext(List<Column> columns, Doc call) {
    addLeaves(columns, call, context(call), _ -> false);
  }

  private static Column added(String name) {
    return new Column(name, ColumnType.TIMESTAMP, null, Set.of());
  }

  private static List<Column> with(Doc call, List<Column> own, ReservedNames.Group group) {
    var columns = new ArrayList<>(own);
    addLeaves(columns, call, body(call), column -> ReservedNames.isColumnOfSegment(group, column));
    return columns;
  }

  private static void addLeaves(
      List<Column> columns, Doc call, List<Leaf> leaves, Predicate<String> isReserved) {
    Map<String, Column> added = new LinkedHashMap<>();
    for (var leaf : leaves) {
      if (leaf.hasColumn()) {
        added.merge(
            leaf.column(),
            column(call, leaf, isReserved),
            (first, _) -> first.with(Set.of(Dispute.SHARED)));
      }
    }
    columns.addAll(added.values());
  }

  private static Column column(Doc call, Leaf leaf, Predicate<String> isReserved) {
    var disputes = EnumSet.noneOf(Dispute.class);
    if (isReserved.test(leaf.column())) {
      disputes.add(Dispute.RESERVED_NAME);
    }
    if (call.is(leaf.node(), NodeKind.ARRAY)) {
      disputes.add(Dispute.ARRAY_TEXT);
    }
    return new Column(leaf.column(), ColumnType.of(call, leaf.node()), leaf.pointer(), disputes);
  }

  private static boolean isOfType(Doc call, Name type) {
    int value = call.member(Doc.ROOT, TYPE);
    return value != Doc.NONE && call.isText(value, type);
  }
}
