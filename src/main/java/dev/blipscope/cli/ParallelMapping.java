package dev.blipscope.cli;

import dev.blipscope.capture.EmptyRuns;
import dev.blipscope.capture.Feed;
import dev.blipscope.check.Finding;
import dev.blipscope.json.Blanks;
import dev.blipscope.json.Place;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Maps a file with several threads; what comes out is the same, byte for byte.
///
/// The file is cut where lines end, in the hope that no payload goes on behind the cut. Each part
/// is taken only when the one before it ended with a whole payload, so the hope is proved before
/// it is relied on; where it fails, one thread does the rest.
final class ParallelMapping {

  private static final int PART = 1 << 20;

  private final Order order;
  private final int threads;
  private final String name;
  private final OutputStream to;
  private final Complaints complaints;
  private final Progress progress;
  private final ConcurrentLinkedQueue<Mapping> idle = new ConcurrentLinkedQueue<>();

  ParallelMapping(
      Order order,
      int threads,
      String name,
      OutputStream to,
      Complaints complaints,
      Progress progress) {
    this.order = order;
    this.threads = threads;
    this.name = name;
    this.to = to;
    this.complaints = complaints;
    this.progress = progress;
  }

  /// A part of the file that ends with a line.
  private static final class Part {
    private final byte[] bytes;
    private final int to;
    private final boolean last;

    Part(byte[] bytes, int to, boolean last) {
      this.bytes = bytes;
      this.to = to;
      this.last = last;
    }

    InputStream from(int from) {
      return new ByteArrayInputStream(bytes, from, to - from);
    }
  }

  /// Something wrong, at a place counted from the beginning of its part.
  private record Wrong(Place place, Finding finding) {}

  /// What became of a part.
  private static final class Mapped {
    private final Part part;
    private final byte[] calls;
    private final List<Wrong> wrong;
    private final long payloads;
    private final Place reached;
    private final int readTo;
    private final EmptyRuns empty;

    /// @param feed which has read what it can
    Mapped(Part part, byte[] calls, List<Wrong> wrong, long payloads, Feed feed) {
      this.part = part;
      this.calls = calls;
      this.wrong = wrong;
      this.payloads = payloads;
      this.reached = feed.reached();
      this.readTo = feed.position();
      this.empty = feed.emptyRuns();
    }

    /// Whether all of it could be read without what follows.
    boolean isWhole() {
      return readTo == part.to;
    }
  }

  /// Whether a file begins as payloads one after the other do.
  static boolean isFor(String name) {
    if (FileName.path(name).filter(Files::isRegularFile).isEmpty()) {
      return false;
    }
    try (var file = new BufferedInputStream(new FileInputStream(name))) {
      int first = file.read();
      while (Blanks.is(first)) {
        first = file.read();
      }
      return first == '{';
    } catch (IOException e) {
      return false;
    }
  }

  void run() throws IOException {
    try (InputStream file = new FileInputStream(name);
        var workers = Executors.newFixedThreadPool(threads)) {
      try {
        run(file, workers);
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private void run(InputStream file, ExecutorService workers) throws IOException {
    Deque<Future<Mapped>> running = new ArrayDeque<>();
    var start = Place.START;
    int empty = 0;
    byte[] carried = new byte[0];
    boolean last = false;
    while (!last || !running.isEmpty()) {
      while (!last && running.size() < threads + 1) {
        var part = nextPart(file, carried);
        carried = Arrays.copyOfRange(part.bytes, part.to, part.bytes.length);
        last = part.last;
        running.add(workers.submit(() -> map(part)));
      }
      var mapped = result(running.remove());
      if (mapped.empty.floodsBehind(empty)) {
        var whole = mapped.part.from(0);
        mapRest(rest(whole, running, carried, file), start, empty);
        return;
      }
      take(mapped, start);
      start = mapped.reached.after(start);
      empty = mapped.empty.endBehind(empty);
      if (!mapped.isWhole()) {
        var broken = mapped.part.from(mapped.readTo);
        mapRest(rest(broken, running, carried, file), start, empty);
        return;
      }
    }
  }

  /// The bytes carried over and a block more, up to the last line that ends in it.
  private static Part nextPart(InputStream file, byte[] carried) throws IOException {
    byte[] bytes = carried;
    while (true) {
      byte[] more = file.readNBytes(PART);
      int before = bytes.length;
      bytes = Arrays.copyOf(bytes, before + more.length);
      System.arraycopy(more, 0, bytes, before, more.length);
      if (more.length < PART) {
        return new Part(bytes, bytes.length, true);
      }
      for (int i = bytes.length - 1; i >= before; i--) {
        if (bytes[i] == '\n') {
          return new Part(bytes, i + 1, false);
        }
      }
    }
  }

  private Mapped map(Part part) throws IOException {
    Mapping free = idle.poll();
    var mapping = free == null ? order.mapping() : free;
    var feed = Feed.ofPart(part.bytes, 0, part.to, part.last, Place.START).withoutMends();
    var wrong = new ArrayList<Wrong>();
    long payloads = 0;
    Feed.Next next;
    do {
      next = mapping.step(feed, (place, finding) -> wrong.add(new Wrong(place, finding)));
      payloads++;
    } while (next != Feed.Next.END && next != Feed.Next.UNFINISHED);
    var mapped = new Mapped(part, mapping.out().toBytes(), wrong, payloads - 1, feed);
    mapping.out().cutTo(0);
    idle.add(mapping);
    return mapped;
  }

  private void take(Mapped mapped, Place start) throws IOException {
    to.write(mapped.calls);
    for (var wrong : mapped.wrong) {
      complaints.add(name, wrong.place.after(start), wrong.finding);
    }
    progress.steps(mapped.payloads);
  }

  /// All that was not taken yet.
  private static InputStream rest(
      InputStream first, Deque<Future<Mapped>> running, byte[] carried, InputStream file)
      throws IOException {
    var rest = new ArrayList<InputStream>();
    rest.add(first);
    for (var later : running) {
      rest.add(result(later).part.from(0));
    }
    rest.add(new ByteArrayInputStream(carried));
    rest.add(file);
    return new SequenceInputStream(Collections.enumeration(rest));
  }

  /// Goes on alone: behind a part that could not be read to its end, or with one that only a reader
  /// of all before it understands.
  private void mapRest(InputStream rest, Place start, int empty) throws IOException {
    var feed = Feed.ofRest(rest, start, empty).withoutMends();
    MapCommand.map(order.mapping(), name, feed, to, complaints, progress);
  }

  private static Mapped result(Future<Mapped> running) throws IOException {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }
}
