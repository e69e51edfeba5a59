package dev.blipscope.shelf;

import dev.blipscope.blip.Direction;
import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.Form;
import dev.blipscope.capture.Packaging;
import dev.blipscope.check.Breakage;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The rows of one text, up to the moment when this was published.
///
/// It does not change, so any thread may read it while an [Indexer] goes on: the indexer writes
/// only rows that no batch counts yet, and every field here is final, so whoever sees a batch sees
/// all rows that it counts, however it was handed over (Java Language Specification, 17.5).
public final class Batch {

  /// How far a text was read.
  public enum Ending {
    /// There is more to come.
    READING,
    /// All that there is.
    WHOLE,
    /// There is more, but no room for it: too many rows, or too many bytes to keep.
    FULL
  }

  /// What is known of a text as a whole.
  ///
  /// @param id a number that no other text of the session has
  /// @param form the form in which its first row stood
  /// @param packaging what it was packed in, from the outside in
  /// @param byteOrderMark whether it begins with one in UTF-8, which JSON does not have
  /// @param read how many bytes of it were read
  public record About(
      int id,
      String name,
      Form form,
      List<Packaging> packaging,
      boolean byteOrderMark,
      long read,
      Ending ending) {

    public About {
      packaging = List.copyOf(packaging);
    }
  }

  /// A row where the place in the text is known.
  record Start(long offset, Place place) {}

  private final About about;
  private final Bytes source;
  private final Bytes store;
  private final Chunk[] chunks;
  private final int size;
  private final People.Known people;
  private final Milestones.Passed<Start> starts;
  private final Milestones.Passed<Breakage> breakages;

  Batch(
      About about,
      Bytes source,
      Bytes store,
      Chunk[] chunks,
      int size,
      People.Known people,
      Milestones.Passed<Start> starts,
      Milestones.Passed<Breakage> breakages) {
    this.about = about;
    this.source = source;
    this.store = store;
    this.chunks = chunks;
    this.size = size;
    this.people = people;
    this.starts = starts;
    this.breakages = breakages;
  }

  /// Whether these are the rows of a batch that was published before, and perhaps some more.
  public boolean goesOn(Batch before) {
    return size >= before.size && source.equals(before.source) && store.equals(before.store);
  }

  public About about() {
    return about;
  }

  public int id() {
    return about.id();
  }

  /// How many rows there are.
  public int size() {
    return size;
  }

  // One row: columns

  private Chunk chunk(int row) {
    return chunks[row / Chunk.ROWS];
  }

  public RowKind kind(int row) {
    return Codes.KINDS.get(kindCode(row));
  }

  /// Which way it went; only a message has a direction.
  public @Nullable Direction direction(int row) {
    return Codes.direction(directionCode(row));
  }

  public Via via(int row) {
    return Codes.VIAS.get(viaCode(row));
  }

  /// When it happened by its own word, in milliseconds since 1970.
  public OptionalLong time(int row) {
    long time = timeOrNone(row);
    return time == Noted.NO_TIME ? OptionalLong.empty() : OptionalLong.of(time);
  }

  /// The identity of its person. Of one that is longer than any that exists only the beginning.
  public Optional<String> who(int row) {
    int person = person(row);
    return person == People.NOBODY ? Optional.empty() : Optional.of(people.identity(person));
  }

  int kindCode(int row) {
    return chunk(row).kind(row % Chunk.ROWS);
  }

  int directionCode(int row) {
    return chunk(row).direction(row % Chunk.ROWS);
  }

  int viaCode(int row) {
    return chunk(row).via(row % Chunk.ROWS);
  }

  long timeOrNone(int row) {
    return chunk(row).time(row % Chunk.ROWS);
  }

  /// The number of its person, the same for the same identity in this text.
  int person(int row) {
    return chunk(row).person(row % Chunk.ROWS);
  }

  People.Known people() {
    return people;
  }

  // One row: its bytes

  /// Whether its bytes are no piece of the text, but were kept aside.
  public boolean isStored(int row) {
    return chunk(row).isStored(row % Chunk.ROWS);
  }

  /// What its bytes are a piece of.
  public Bytes bytes(int row) {
    return isStored(row) ? store : source;
  }

  /// Where in [#bytes(int)] it begins.
  public long offset(int row) {
    return chunk(row).offset(row % Chunk.ROWS);
  }

  /// How many bytes it has. A broken piece of 2 GB or more counts as one byte less than that.
  public int length(int row) {
    return chunk(row).length(row % Chunk.ROWS);
  }

  /// The text of a row; none if the file does not hold it any more.
  public Optional<byte[]> text(int row) {
    return text(row, length(row));
  }

  /// The text of a row to its end, or its first bytes.
  ///
  /// @param most how many bytes at most
  public Optional<byte[]> text(int row, int most) {
    byte[] text = new byte[Math.min(most, length(row))];
    try {
      return bytes(row).read(offset(row), text, 0, text.length) == text.length
          ? Optional.of(text)
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// The value of a row that is JSON; none if the file does not hold it any more.
  public Optional<Doc> doc(int row) {
    return text(row).flatMap(Batch::read);
  }

  private static Optional<Doc> read(byte[] text) {
    var scanner = new Scanner();
    return scanner.scan(text, 0, text.length, true) == Scanner.Outcome.VALUE
            && scanner.end() == text.length
        ? Optional.of(scanner.doc().kept())
        : Optional.empty();
  }

  /// Of a broken row why it is broken. Of a text with very many of them only the first ones have
  /// it; what the others lack is found by reading them again.
  public Optional<Breakage> breakage(int row) {
    return Optional.ofNullable(breakages.at(row));
  }

  /// Where in the text it begins, or what it stood in. Reads a part of the text to count the lines.
  public Place place(int row) throws IOException {
    if (isStored(row)) {
      return chunk(row).place(row % Chunk.ROWS);
    }
    var start = starts.upTo(row);
    if (start == null) {
      return Place.START;
    }
    byte[] before = new byte[(int) (offset(row) - start.offset())];
    int read = source.read(start.offset(), before, 0, before.length);
    return Place.of(before, 0, read).after(start.place());
  }

  @Override
  public String toString() {
    return about + ", " + size + " rows";
  }
}
