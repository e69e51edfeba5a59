package dev.blipscope.json;

import java.util.Arrays;
import java.util.HashSet;

/// Finds the members that a later member of the same object, of the same name, supersedes.
final class Repeats {

  /// So many names are compared with each other as they come; more of them wait for the brace.
  private static final int FEW = 32;

  /// By depth: how many names the open object has, and a bit for each hash among them.
  private int[] counts = new int[32];

  private long[] seen = new long[32];

  private long[] byHash = new long[64];
  private int superseded;

  /// How many superseded members were found so far, in this value and those before it.
  int count() {
    return superseded;
  }

  void open(int depth) {
    if (depth == counts.length) {
      counts = Arrays.copyOf(counts, depth * 2);
      seen = Arrays.copyOf(seen, depth * 2);
    }
    counts[depth] = 0;
    seen[depth] = 0;
  }

  /// Takes note of a name whose index entry is written.
  void note(byte[] bytes, int[] tape, int depth, int object, int name) {
    int hash = tape[name + Doc.NEXT];
    // A shift takes the last six bits of the hash.
    long bit = 1L << hash;
    if (counts[depth]++ < FEW && (seen[depth] & bit) != 0) {
      for (int earlier = object + Doc.STRIDE; earlier < name; earlier = nextName(tape, earlier)) {
        if (tape[earlier + Doc.NEXT] == hash && isSame(bytes, tape, earlier, name)) {
          supersede(tape, earlier);
        }
      }
    }
    seen[depth] |= bit;
  }

  /// Ends an object, whose index reaches to `end`.
  void close(byte[] bytes, int[] tape, int depth, int object, int end) {
    if (counts[depth] > FEW) {
      findAmongMany(bytes, tape, object, end, counts[depth]);
    }
  }

  private static int nextName(int[] tape, int name) {
    return tape[name + Doc.STRIDE + Doc.NEXT] * Doc.STRIDE;
  }

  private void supersede(int[] tape, int name) {
    if ((tape[name] & Doc.SUPERSEDED) == 0) {
      tape[name] |= Doc.SUPERSEDED;
      superseded++;
    }
  }

  /// With many names a look at each pair would take for ever: only equal hashes are compared.
  private void findAmongMany(byte[] bytes, int[] tape, int object, int end, int count) {
    if (byHash.length < count) {
      byHash = new long[count];
    }
    int name = object + Doc.STRIDE;
    for (int i = 0; name < end; i++) {
      byHash[i] = (long) tape[name + Doc.NEXT] << 32 | name;
      name = nextName(tape, name);
    }
    Arrays.sort(byHash, 0, count);
    int first = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || byHash[i] >> 32 != byHash[first] >> 32) {
        if (i - first > 1) {
          findAmongSameHash(bytes, tape, first, i);
        }
        first = i;
      }
    }
  }

  private void findAmongSameHash(byte[] bytes, int[] tape, int first, int end) {
    var later = new HashSet<String>();
    for (int i = end - 1; i >= first; i--) {
      int name = (int) byHash[i];
      if (!later.add(text(bytes, tape, name))) {
        supersede(tape, name);
      }
    }
  }

  private static boolean isSame(byte[] bytes, int[] tape, int one, int other) {
    if (((tape[one] | tape[other]) & Doc.ESCAPED) != 0) {
      return text(bytes, tape, one).equals(text(bytes, tape, other));
    }
    return Arrays.equals(
        bytes,
        tape[one + Doc.START] + 1,
        tape[one + Doc.END] - 1,
        bytes,
        tape[other + Doc.START] + 1,
        tape[other + Doc.END] - 1);
  }

  private static String text(byte[] bytes, int[] tape, int name) {
    return Strings.decode(bytes, tape[name + Doc.START] + 1, tape[name + Doc.END] - 1);
  }
}
