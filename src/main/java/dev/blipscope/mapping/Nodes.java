package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/// Values of a payload that never change; one is made for each id, so it is lighter than a list of
/// objects.
final class Nodes extends AbstractList<Integer> implements RandomAccess {

  private final int[] nodes;

  private Nodes(int[] nodes) {
    this.nodes = nodes;
  }

  /// Those of these nodes that are there.
  static Nodes present(int... nodes) {
    int[] present = new int[nodes.length];
    int size = 0;
    for (int node : nodes) {
      if (node != Doc.NONE) {
        present[size++] = node;
      }
    }
    return new Nodes(size == present.length ? present : Arrays.copyOf(present, size));
  }

  static List<Integer> copyOf(Collection<Integer> nodes) {
    return nodes instanceof Nodes same ? same : List.copyOf(nodes);
  }

  @Override
  public Integer get(int index) {
    return nodes[index];
  }

  @Override
  public int size() {
    return nodes.length;
  }
}
