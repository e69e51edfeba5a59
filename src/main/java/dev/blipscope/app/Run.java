package dev.blipscope.app;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.segment.Postmark;
import dev.blipscope.session.Outgoing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls of one order on their way.
final class Run {

  private static final List<Postmark> MARKS = List.of(Postmark.values());

  private final Consignment consignment;
  private final Waybill waybill;
  private final String host;
  private final Eras.Era era;
  private final boolean recalled;

  private volatile int number;
  private volatile boolean resting;
  private volatile @Nullable Instant waiting;

  // Below: changed by one thread, read by others
  private final int[] counts = new int[MARKS.size()];
  private final byte[] last;
  private int tracks;
  private int identifies;

  private Run(
      Consignment consignment, Waybill waybill, String host, Eras.Era era, boolean recalled) {
    this.consignment = consignment;
    this.waybill = waybill;
    this.host = host;
    this.era = era;
    this.recalled = recalled;
    this.resting = recalled;
    this.last = new byte[consignment.size()];
    counts[0] = last.length;
    for (int call = 0; call < last.length; call++) {
      take(call);
    }
  }

  /// @param era when it was wanted
  Run(Consignment consignment, Waybill waybill, String host, Eras.Era era) {
    this(consignment, waybill, host, era, false);
  }

  /// One of a time before the start, with which nobody goes on.
  static Run recalled(Consignment consignment, Waybill waybill, String host, Eras.Era era) {
    return new Run(consignment, waybill, host, era, true);
  }

  Consignment consignment() {
    return consignment;
  }

  Waybill waybill() {
    return waybill;
  }

  /// The machine that it goes to.
  String host() {
    return host;
  }

  /// Whether nothing of it is to be done any more: the program ends, or all was erased.
  boolean isStale() {
    return era.isOver();
  }

  /// Whether it is of a time before the start.
  boolean isRecalled() {
    return recalled;
  }

  /// Its place among all orders.
  int number() {
    return number;
  }

  void number(int place) {
    number = place;
  }

  /// Whether nobody goes on with it.
  boolean isResting() {
    return resting;
  }

  void wake() {
    resting = false;
  }

  /// Until when nothing goes out; none if nobody waits.
  @Nullable Instant waiting() {
    return waiting;
  }

  void waitUntil(@Nullable Instant time) {
    waiting = time;
  }

  /// Takes to heart how far a call came. One that is tried again by itself waits, whatever the
  /// last try led to.
  Postmark take(int call) {
    var mark = Postmark.of(consignment.state(call));
    boolean ended =
        switch (mark) {
          case REFUSED, FAILED, UNCERTAIN -> true;
          case NONE, QUEUED, SENDING, ACCEPTED -> false;
        };
    var shown = ended && !consignment.isSettled(call) ? Postmark.QUEUED : mark;
    synchronized (counts) {
      counts[last[call]]--;
      last[call] = (byte) MARKS.indexOf(shown);
      counts[last[call]]++;
    }
    return shown;
  }

  /// How far a call was when that was taken to heart last.
  Postmark mark(int call) {
    synchronized (counts) {
      return MARKS.get(last[call]);
    }
  }

  int count(Postmark mark) {
    synchronized (counts) {
      return counts[MARKS.indexOf(mark)];
    }
  }

  /// Counts a call that the target accepted, unless nobody knows any more what it was.
  void accepted(int call) {
    if (recalled || call >= waybill.size()) {
      return;
    }
    boolean identify = waybill.isIdentify(call);
    synchronized (counts) {
      tracks += identify ? 0 : 1;
      identifies += identify ? 1 : 0;
    }
  }

  Outgoing.Seen seen() {
    synchronized (counts) {
      return new Outgoing.Seen(tracks, identifies);
    }
  }
}
