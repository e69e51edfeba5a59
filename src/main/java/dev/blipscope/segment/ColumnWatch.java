package dev.blipscope.segment;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells quickly, for one call after the other, whether two of its fields would share a column and
/// one of two values would be lost.
///
/// It remembers the way to each field it has met, so that a name is spelled as a column only once;
/// payloads of one bot have the same few hundred names. Used by one thread.
public final class ColumnWatch {

  /// When it remembers more than this, it forgets everything before the next call. Hostile names
  /// are new each time.
  private static final int MOST_WAYS = 1 << 15;

  private static final int MOST_CHARACTERS = 1 << 22;

  /// How many other names may stand in the way in the quick table before the slow one is asked.
  private static final int LONGEST_PROBE = 16;

  private static final int BODY = 0;

  // The quick table: a way by its parent and the hash of its name.
  private long[] keys = new long[1 << 10];
  private int[] slots = new int[1 << 10];
  // The slow one, for names that were made to have one hash.
  private final Map<String, Integer> crowded = new HashMap<>();

  private final List<Way> ways = new ArrayList<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private int characters;

  // For each column the call that took it last, and the value that did.
  private int[] calls = new int[1 << 10];
  private int[] values = new int[1 << 10];
  private int call;

  /// A field that was met before: what it is called, and the number of its column.
  private record Way(Name name, String path, int column) {}

  public ColumnWatch() {
    forget();
  }

  private void forget() {
    Arrays.fill(keys, 0);
    crowded.clear();
    ways.clear();
    ways.add(new Way(Name.of(""), "", 0));
    columns.clear();
    named.clear();
    characters = 0;
    Arrays.fill(calls, 0);
    call = 0;
  }

  /// Begins with the next call.
  public void next() {
    if (ways.size() > MOST_WAYS || characters > MOST_CHARACTERS || call == Integer.MAX_VALUE) {
      forget();
    }
    call++;
  }

  /// How many fields it remembers.
  int remembered() {
    return ways.size();
  }

  /// Takes the columns of a field of the body; answers whether one of them has another value
  /// already.
  ///
  /// @param key the name of the field in its document; the value stands behind it
  public boolean clashes(Doc doc, int key) {
    return clashes(BODY, doc, key);
  }

  /// Takes the column of a field of the body whose value is not from the document; answers whether
  /// the column is taken already.
  public boolean clashes(String name) {
    return !take(named.computeIfAbsent(name, this::column), null, Doc.NONE);
  }

  private boolean clashes(int in, Doc doc, int key) {
    int value = key + 1;
    return switch (doc.kind(value)) {
      case NULL, KEY -> false;
      case OBJECT -> membersClash(way(in, doc, key), doc, value);
      case ARRAY, STRING, NUMBER, TRUE, FALSE ->
          !take(ways.get(way(in, doc, key)).column(), doc, value);
    };
  }

  private boolean membersClash(int way, Doc doc, int object) {
    for (int key = object + 1; key < doc.after(object); key = doc.after(key + 1)) {
      if (!doc.isSuperseded(key) && clashes(way, doc, key)) {
        return true;
      }
    }
    return false;
  }

  /// Gives the column to a value; it goes on having the first of two equal ones.
  private boolean take(int column, @Nullable Doc doc, int value) {
    if (calls[column] == call) {
      return doc != null && values[column] != Doc.NONE && isSame(doc, values[column], value);
    }
    calls[column] = call;
    values[column] = value;
    return true;
  }

  private static boolean isSame(Doc doc, int one, int other) {
    int start = doc.start(one);
    int shift = doc.start(other) - start;
    int end = doc.end(one);
    if (end + shift != doc.end(other)) {
      return false;
    }
    for (int at = start; at < end; at++) {
      if (doc.at(at) != doc.at(at + shift)) {
        return false;
      }
    }
    return true;
  }

  private int way(int parent, Doc doc, int key) {
    long wanted = (long) (parent + 1) << 32 | (doc.nameHash(key) & 0xFFFFFFFFL);
    int slot = slot(wanted);
    int probe = 0;
    while (keys[slot] != 0) {
      if (keys[slot] == wanted && doc.isNamed(key, ways.get(slots[slot]).name())) {
        return slots[slot];
      }
      if (++probe > LONGEST_PROBE) {
        String name = doc.text(key);
        return crowded.computeIfAbsent(parent + "/" + name, _ -> learn(parent, name));
      }
      slot = (slot + 1) & keys.length - 1;
    }
    int way = learn(parent, doc.text(key));
    keys[slot] = wanted;
    slots[slot] = way;
    if (way * 2 > keys.length) {
      spreadOut();
    }
    return way;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return ((int) (mixed >>> 40)) & keys.length - 1;
  }

  private int learn(int parent, String name) {
    String before = ways.get(parent).path();
    String path = before.isEmpty() ? name : before + "_" + name;
    ways.add(new Way(Name.of(name), path, column(path)));
    return ways.size() - 1;
  }

  private int column(String path) {
    String name = SnakeCase.of(path);
    characters += path.length() + name.length();
    Integer known = columns.get(name);
    if (known != null) {
      return known;
    }
    int column = columns.size();
    columns.put(name, column);
    if (column == calls.length) {
      calls = Arrays.copyOf(calls, column * 2);
      values = Arrays.copyOf(values, column * 2);
    }
    return column;
  }

  private void spreadOut() {
    long[] oldKeys = keys;
    int[] oldSlots = slots;
    keys = new long[oldKeys.length * 2];
    slots = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        while (keys[slot] != 0) {
          slot = (slot + 1) & keys.length - 1;
        }
        keys[slot] = oldKeys[i];
        slots[slot] = oldSlots[i];
      }
    }
  }
}
