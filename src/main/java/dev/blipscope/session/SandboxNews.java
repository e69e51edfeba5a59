package dev.blipscope.session;

import java.util.List;

/// What is known about the Segment-like stand-in inside the program.
///
/// @param address where it listens; empty as long as nobody needed it
/// @param lines the last calls that it got, the latest last
/// @param calls how many it got in all
/// @param kept how many of them real Segment would keep
/// @param duplicates how many came with a message id that it knew
/// @param faults what it is to do wrong; empty for nothing
public record SandboxNews(
    String address, List<LedgerLine> lines, long calls, long kept, long duplicates, String faults) {

  static final SandboxNews ASLEEP = new SandboxNews("", List.of(), 0, 0, 0, "");

  public SandboxNews {
    lines = List.copyOf(lines);
  }

  public long dropped() {
    return calls - kept - duplicates;
  }
}
