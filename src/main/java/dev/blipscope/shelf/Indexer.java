package dev.blipscope.shelf;

import dev.blipscope.blip.Kind;
import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Form;
import dev.blipscope.capture.Store;
import dev.blipscope.capture.Trouble;
import dev.blipscope.check.Breakage;
import dev.blipscope.json.Doc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Makes the rows of one text, step by step: every payload, and everything else that stands there.
/// Used by one thread; what [#batch()] answers may be read by all.
///
/// A row points to its bytes in the text itself. Where they do not stand there as they are, in a
/// string of JSON, in an export, in a compressed file, they are kept in the store.
public final class Indexer {

  /// A step takes a few milliseconds, so that a run can be stopped between two of them.
  private static final int BYTES_A_STEP = 1 << 20;

  private static final int ROWS_A_STEP = 1 << 13;

  /// As many people a row can tell apart.
  private static final int MOST_ROWS = 1 << 24;

  /// From here on pieces are broken by the thousand, and nobody mends them one by one.
  private static final int MOST_MENDS = 1_000;

  private static final int MOST_BREAKAGES = 100_000;

  private static final Bytes NOWHERE = Bytes.of(new byte[0]);

  private final int id;
  private final String name;
  private final Feed feed;
  private final @Nullable Bytes source;
  private final Store store;
  private final @Nullable Kind reserved;

  private final People people = new People();
  private final Milestones<Batch.Start> starts = new Milestones<>();
  private final Milestones<Breakage> breakages = new Milestones<>();
  private Chunk[] chunks = {Chunk.first()};
  private int size;
  private long nextStart;
  private Form form = Form.UNKNOWN;
  private Batch.Ending ending = Batch.Ending.READING;

  private Indexer(
      int id,
      String name,
      Feed feed,
      @Nullable Bytes source,
      Store store,
      @Nullable Kind reserved) {
    this.id = id;
    this.name = name;
    this.feed = feed;
    this.source = source;
    this.store = store;
    this.reserved = reserved;
  }

  /// An index of a text that can be read at any place, in UTF-8.
  ///
  /// @param id a number that no other text of the session has
  /// @param store for payloads that stand in something else
  /// @param reserved the kind that the receiver's URL is kept for, if it is
  public static Indexer of(
      int id, String name, Bytes source, Store store, @Nullable Kind reserved) {
    return new Indexer(id, name, Feed.of(source), source, store, reserved);
  }

  /// An index of a text that passes by once: unpacked, transcoded, typed in. All is kept.
  ///
  /// @param id a number that no other text of the session has
  /// @param store for all payloads
  /// @param reserved the kind that the receiver's URL is kept for, if it is
  public static Indexer of(int id, String name, Feed feed, Store store, @Nullable Kind reserved) {
    return new Indexer(id, name, feed, null, store, reserved);
  }

  /// Reads on a little; whether there is more to read.
  ///
  /// @throws IOException if the text cannot be read; what was found stays
  public boolean step() throws IOException {
    long stop = feed.to() + BYTES_A_STEP;
    int most = size + ROWS_A_STEP;
    while (ending == Batch.Ending.READING && feed.to() < stop && size < most) {
      try {
        take(feed.next());
      } catch (Store.Full full) {
        ending = Batch.Ending.FULL;
      }
      if (size == MOST_ROWS) {
        ending = Batch.Ending.FULL;
      }
    }
    return ending == Batch.Ending.READING;
  }

  /// The rows that were found by now.
  public Batch batch() {
    var about =
        new Batch.About(
            id, name, form, feed.packaging(), feed.hadByteOrderMark(), feed.to(), ending);
    return new Batch(
        about,
        source == null ? NOWHERE : source,
        store,
        chunks,
        size,
        people.known(),
        starts.passed(),
        breakages.passed());
  }

  private void take(Feed.Next next) throws IOException {
    switch (next) {
      case PAYLOAD -> value(Noted.of(feed.doc(), reserved));
      case NOT_OBJECT -> value(Noted.NOT_OBJECT);
      case TROUBLE -> trouble(feed.trouble());
      case END, UNFINISHED -> ending = Batch.Ending.WHOLE;
    }
  }

  private void value(Noted noted) throws IOException {
    var doc = feed.doc();
    if (source == null || feed.isInside()) {
      store(doc.written(Doc.ROOT).getBytes(StandardCharsets.UTF_8), noted);
    } else {
      put(feed.to() - doc.length(), doc.length(), noted);
    }
  }

  private void trouble(Trouble trouble) throws IOException {
    if (source == null || feed.isInside()) {
      store(trouble.text().getBytes(StandardCharsets.UTF_8), Noted.BROKEN);
    } else {
      long length = feed.to() - feed.from();
      put(feed.from(), (int) Math.min(length, Integer.MAX_VALUE), Noted.BROKEN);
    }
    if (breakages.count() < MOST_BREAKAGES) {
      breakages.add(
          size - 1,
          new Breakage(trouble.place(), trouble.at(), trouble.expected(), trouble.mend()));
    }
    if (breakages.count() == MOST_MENDS) {
      var _ = feed.withoutMends();
    }
  }

  private void store(byte[] text, Noted noted) throws IOException {
    long offset = store.append(text, 0, text.length);
    var chunk = add(offset, text.length, noted);
    chunk.putStored(size % Chunk.ROWS, feed.place());
    size++;
  }

  private void put(long offset, int length, Noted noted) {
    if (offset >= nextStart) {
      starts.add(size, new Batch.Start(offset, feed.place()));
      nextStart = offset + BYTES_A_STEP;
    }
    var _ = add(offset, length, noted);
    size++;
  }

  private Chunk add(long offset, int length, Noted noted) {
    if (size == 0) {
      form = feed.form();
    }
    var chunk = roomy();
    String who = noted.who();
    int person = who == null ? People.NOBODY : people.numberOf(who);
    chunk.put(size % Chunk.ROWS, offset, length, noted, person);
    return chunk;
  }

  /// The chunk for the next row. A batch that was handed out keeps the chunks that it had.
  private Chunk roomy() {
    int number = size / Chunk.ROWS;
    if (number == chunks.length) {
      chunks = Arrays.copyOf(chunks, number + 1);
      chunks[number] = Chunk.whole();
    } else if (size % Chunk.ROWS == chunks[number].capacity()) {
      chunks = chunks.clone();
      chunks[number] = chunks[number].grown();
    }
    return chunks[number];
  }
}
