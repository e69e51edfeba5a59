package dev.blipscope.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// One JSON value as it was written: its bytes, and a flat index of all values in it.
///
/// A value is called by its place in the index, a number; [#ROOT] is the whole value, [#NONE] is
/// no value. In an object names and values take turns.
public final class Doc {

  /// The value that holds all others.
  public static final int ROOT = 0;

  /// The answer when there is no such value.
  public static final int NONE = -1;

  // Four numbers a node; a fifth thing to know is a flag in the first.
  static final int STRIDE = 4;
  static final int START = 1;
  static final int END = 2;
  static final int NEXT = 3;

  static final int KIND = 0xF;
  static final int ESCAPED = 0x10;
  static final int LONE_SURROGATE = 0x20;
  static final int SPACED = 0x40;
  static final int REPEATS = 0x80;
  static final int SUPERSEDED = 0x100;

  private static final int SLOTS = 64;

  private static final byte[] NO_BYTES = {};
  private static final int[] NO_TAPE = {};

  private byte[] bytes = NO_BYTES;
  private int from;
  private int to;
  private int[] tape = NO_TAPE;
  private int size;
  private boolean ascii;
  private boolean loneSurrogate;

  /// A table of the names in the whole object, which are asked for most: a slot for each value of
  /// the last six bits of a hash.
  private int[] rootKeys = NO_TAPE;

  /// The slots that hold a name. Most names that are asked for are not there, which this tells.
  private long taken;

  /// The slots that have more than one name.
  private long crowded;

  Doc() {}

  void set(
      byte[] bytes, int from, int to, int[] tape, int size, boolean ascii, boolean loneSurrogate) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.tape = tape;
    this.size = size;
    this.ascii = ascii;
    this.loneSurrogate = loneSurrogate;
    taken = 0;
    crowded = 0;
    if (size > 0 && is(ROOT, NodeKind.OBJECT)) {
      noteRootNames();
    }
  }

  private void noteRootNames() {
    if (rootKeys.length == 0) {
      rootKeys = new int[SLOTS];
    }
    int stop = tape[NEXT];
    for (int key = ROOT + 1; key < stop; key = tape[(key + 1) * STRIDE + NEXT]) {
      int hash = tape[key * STRIDE + NEXT];
      long slot = 1L << hash;
      crowded |= taken & slot;
      taken |= slot;
      rootKeys[hash & SLOTS - 1] = key;
    }
  }

  /// Lets go of everything: whoever still asks gets an exception instead of another value's bytes.
  void clear() {
    set(NO_BYTES, 0, 0, NO_TAPE, 0, true, false);
  }

  /// The same value with bytes and index of its own, which no later scan overwrites.
  public Doc kept() {
    var kept = new Doc();
    int[] own = Arrays.copyOf(tape, size);
    for (int node = 0; node < size; node += STRIDE) {
      own[node + START] -= from;
      own[node + END] -= from;
    }
    kept.set(Arrays.copyOfRange(bytes, from, to), 0, to - from, own, size, ascii, loneSurrogate);
    return kept;
  }

  /// How many values and names there are.
  public int count() {
    return size / STRIDE;
  }

  /// How many bytes the whole value has.
  public int length() {
    return to - from;
  }

  public boolean isAscii() {
    return ascii;
  }

  /// Whether some object names a member twice.
  public boolean repeatsNames() {
    return (tape[ROOT] & REPEATS) != 0;
  }

  /// Whether some string or name holds one half of a surrogate pair alone.
  public boolean hasLoneSurrogate() {
    return loneSurrogate;
  }

  public NodeKind kind(int node) {
    return NodeKind.of(tape[node * STRIDE] & KIND);
  }

  public boolean is(int node, NodeKind kind) {
    return (tape[node * STRIDE] & KIND) == kind.code();
  }

  /// The first byte of a value, counted from the beginning of the whole value.
  public int start(int node) {
    return tape[node * STRIDE + START] - from;
  }

  /// The byte behind a value, counted from the beginning of the whole value.
  public int end(int node) {
    return tape[node * STRIDE + END] - from;
  }

  /// The node behind this value and all that it holds.
  public int after(int node) {
    return is(node, NodeKind.KEY) ? node + 1 : tape[node * STRIDE + NEXT];
  }

  public boolean isEmpty(int container) {
    return after(container) == container + 1;
  }

  public boolean hasLoneSurrogate(int node) {
    return (tape[node * STRIDE] & LONE_SURROGATE) != 0;
  }

  /// Whether a later member of the same object has the same name as this one.
  public boolean isSuperseded(int key) {
    return (tape[key * STRIDE] & SUPERSEDED) != 0;
  }

  /// Whether the value is written without blanks and holds no superseded members.
  public boolean isTight(int node) {
    return (tape[node * STRIDE] & (SPACED | REPEATS)) == 0;
  }

  /// The value of the last member with this name, or [#NONE]; also when this is no object.
  public int member(int object, Name name) {
    if (object == ROOT) {
      return rootMember(name);
    }
    return is(object, NodeKind.OBJECT) ? find(object, name) : NONE;
  }

  private int rootMember(Name name) {
    int hash = name.hash();
    if ((taken & 1L << hash) == 0) {
      return NONE;
    }
    int key = rootKeys[hash & SLOTS - 1];
    int at = key * STRIDE;
    // A later member of the same name takes the slot, so that this is the last of its name.
    if (tape[at + NEXT] == hash && standsFor(at, name)) {
      return key + 1;
    }
    return (crowded & 1L << hash) == 0 ? NONE : find(ROOT, name);
  }

  private int find(int object, Name name) {
    int stop = tape[object * STRIDE + NEXT];
    int hash = name.hash();
    int key = object + 1;
    while (key < stop) {
      int at = key * STRIDE;
      if (tape[at + NEXT] == hash && (tape[at] & SUPERSEDED) == 0 && standsFor(at, name)) {
        return key + 1;
      }
      key = tape[at + STRIDE + NEXT];
    }
    return NONE;
  }

  /// Whether the string at this place of the index stands for a text.
  private boolean standsFor(int at, Name text) {
    int start = tape[at + START] + 1;
    int stop = tape[at + END] - 1;
    return (tape[at] & ESCAPED) == 0
        ? text.isWritten(bytes, start, stop)
        : Strings.decode(bytes, start, stop).equals(text.text());
  }

  /// Whether the name of this member is one of these.
  public boolean isNamed(int key, List<Name> names) {
    for (var name : names) {
      if (isNamed(key, name)) {
        return true;
      }
    }
    return false;
  }

  /// Whether this is the name of this member.
  public boolean isNamed(int key, Name name) {
    int at = key * STRIDE;
    return tape[at + NEXT] == name.hash() && standsFor(at, name);
  }

  /// The hash of a name, equal for equal names.
  public int nameHash(int key) {
    return tape[key * STRIDE + NEXT];
  }

  /// The text that a string or a name stands for.
  public String text(int node) {
    int at = node * STRIDE;
    int start = tape[at + START] + 1;
    int stop = tape[at + END] - 1;
    return (tape[at] & ESCAPED) == 0
        ? new String(bytes, start, stop - start, StandardCharsets.UTF_8)
        : Strings.decode(bytes, start, stop);
  }

  /// The value to the letter, as it was written.
  public String written(int node) {
    int at = node * STRIDE;
    return new String(
        bytes, tape[at + START], tape[at + END] - tape[at + START], StandardCharsets.UTF_8);
  }

  /// Some of the whole value, from one byte to before another.
  public String written(int start, int end) {
    return new String(bytes, from + start, end - start, StandardCharsets.UTF_8);
  }

  /// One byte of the whole value.
  public byte at(int offset) {
    return bytes[from + Objects.checkIndex(offset, length())];
  }

  /// Whether this is a string, and stands for this text.
  public boolean isText(int node, Name text) {
    return is(node, NodeKind.STRING) && standsFor(node * STRIDE, text);
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }
}
