package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.segment.CallLimits;
import dev.blipscope.segment.Leaf;
import dev.blipscope.segment.ReservedNames;
import dev.blipscope.segment.SnakeCase;
import dev.blipscope.segment.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a warehouse would lose of a call, or call by another name.
final class WarehouseChecks {

  private static final Name EVENT = Name.of("event");
  private static final Name TYPE = Name.of("type");
  private static final Name IDENTIFY = Name.of("identify");

  private final Doc call;
  private final List<Finding> findings = new ArrayList<>();

  private WarehouseChecks(Doc call) {
    this.call = call;
  }

  static List<Finding> of(Doc call) {
    var checks = new WarehouseChecks(call);
    checks.table();
    checks.leaves(Warehouse.context(call));
    var body = Warehouse.body(call);
    checks.leaves(body);
    body.forEach(checks::reserved);
    return checks.findings;
  }

  private Where at(Leaf leaf) {
    return Paths.inCall(call, leaf.pointer(), leaf.node());
  }

  private void table() {
    int event = call.member(Doc.ROOT, EVENT);
    if (event != Doc.NONE && call.is(event, NodeKind.STRING)) {
      String name = call.text(event);
      if (!name.isEmpty() && Warehouse.isMangled(name)) {
        findings.add(
            Finding.of(
                Code.WAREHOUSE_MANGLED,
                Paths.inCall(call, "/event", event),
                SnakeCase.of(name),
                "table"));
      }
    }
  }

  private void leaves(List<Leaf> leaves) {
    Map<String, Leaf> byColumn = new HashMap<>();
    for (var leaf : leaves) {
      if (leaf.lossy()) {
        findings.add(Finding.of(Code.WAREHOUSE_MANGLED, at(leaf), leaf.column(), "column"));
      }
      var first = byColumn.putIfAbsent(leaf.column(), leaf);
      if (first != null) {
        collision(first, leaf);
      }
      cut(leaf);
    }
  }

  /// Two fields with one value lose nothing but a name.
  private void collision(Leaf first, Leaf second) {
    findings.add(
        Finding.of(Code.WAREHOUSE_COLLISION, at(second), first.pointer(), second.column())
            .as(isSame(first.node(), second.node()) ? Severity.WARNING : Severity.ERROR));
  }

  private boolean isSame(int one, int other) {
    boolean texts = call.is(one, NodeKind.STRING) && call.is(other, NodeKind.STRING);
    return texts
        ? call.text(one).equals(call.text(other))
        : call.written(one).equals(call.written(other));
  }

  private void cut(Leaf leaf) {
    int characters = characters(leaf.node());
    if (characters > CallLimits.MOST_COLUMN_CHARACTERS) {
      findings.add(
          Finding.of(
              Code.WAREHOUSE_CUT,
              at(leaf),
              leaf.column(),
              Integer.toString(characters),
              Integer.toString(CallLimits.MOST_COLUMN_CHARACTERS)));
    }
  }

  /// The length of what is stored as text: a string, or an array written out.
  private int characters(int node) {
    var text =
        switch (call.kind(node)) {
          case STRING -> call.text(node);
          case ARRAY -> call.written(node);
          case OBJECT, NUMBER, TRUE, FALSE, NULL, KEY -> "";
        };
    return text.codePointCount(0, text.length());
  }

  private void reserved(Leaf leaf) {
    if (ReservedNames.isColumnOfSegment(group(), leaf.column())) {
      findings.add(Finding.of(Code.WAREHOUSE_RESERVED, at(leaf), leaf.column(), "Segment"));
      return;
    }
    var by =
        ReservedNames.startsWithDigit(leaf.column())
            ? List.of("Redshift")
            : ReservedNames.warehousesThatReserve(leaf.column());
    if (!by.isEmpty()) {
      findings.add(
          Finding.of(Code.WAREHOUSE_RESERVED, at(leaf), leaf.column(), String.join(", ", by))
              .as(Severity.NOTE));
    }
  }

  private ReservedNames.Group group() {
    int type = call.member(Doc.ROOT, TYPE);
    return type != Doc.NONE && call.isText(type, IDENTIFY)
        ? ReservedNames.Group.USERS
        : ReservedNames.Group.EVENTS;
  }
}
