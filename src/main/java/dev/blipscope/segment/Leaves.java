package dev.blipscope.segment;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.List;

/// Flattens an object of a call: objects in it to any depth, names joined by underscores; arrays
/// stay whole, nulls give nothing.
final class Leaves {

  private final Doc call;
  private final List<Leaf> found = new ArrayList<>();

  private Leaves(Doc call) {
    this.call = call;
  }

  /// @param prefix what the names of the columns begin with
  static List<Leaf> in(Doc call, Name object, String prefix) {
    var leaves = new Leaves(call);
    int node = call.member(Doc.ROOT, object);
    if (node != Doc.NONE && call.is(node, NodeKind.OBJECT)) {
      leaves.collect(node, "/" + object.text(), prefix, false);
    }
    return leaves.found;
  }

  private void collect(int object, String pointer, String path, boolean lossy) {
    for (int key = object + 1; key < call.after(object); key = call.after(key + 1)) {
      if (!call.isSuperseded(key)) {
        String name = call.text(key);
        member(
            key + 1,
            pointer + "/" + Pointer.escaped(name),
            path.isEmpty() ? name : path + "_" + name,
            lossy || isLossy(name));
      }
    }
  }

  private void member(int value, String pointer, String path, boolean lossy) {
    switch (call.kind(value)) {
      case OBJECT -> collect(value, pointer, path, lossy);
      case NULL, KEY -> {}
      case ARRAY, STRING, NUMBER, TRUE, FALSE ->
          found.add(new Leaf(pointer, value, SnakeCase.of(path), lossy));
    }
  }

  /// Letters and digits outside of ASCII are separators to the converter; a name without any other
  /// is lost.
  static boolean isLossy(String name) {
    return SnakeCase.of(name).isEmpty() || name.codePoints().anyMatch(Leaves::isForeignLetter);
  }

  private static boolean isForeignLetter(int point) {
    return point > 0x7F
        && (Character.isLetterOrDigit(point)
            || Character.getType(point) == Character.NON_SPACING_MARK);
  }
}
