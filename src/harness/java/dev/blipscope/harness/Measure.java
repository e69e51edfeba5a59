package dev.blipscope.harness;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts one process, waits for its end, and prints exit code, wall and cpu time, and peak RSS.
///
/// The kernel keeps these figures for a parent (`getrusage` of the children), so they are exact.
/// But it counts the launcher's own memory until the child has replaced it: a process smaller than
/// this launcher shows the launcher's peak. Hence a launcher of its own, with little else in it.
public final class Measure {

  private static final String NOWHERE = "/dev/null";
  private static final int RUSAGE_CHILDREN = -1;
  private static final int RUSAGE_BYTES = 256;
  private static final int USER = 0;
  private static final int SYSTEM = 16;
  private static final int MAX_RSS = 32;

  private Measure() {}

  /// Takes a time limit in seconds, the files for standard output and error, and the command.
  public static void main(String[] args) throws Throwable {
    try {
      // The first start of a process loads classes here; that is not the measured one's time.
      start(List.of("true"), new File(NOWHERE), new File(NOWHERE)).waitFor();
      var command = List.of(args).subList(3, args.length);
      measure(Long.parseLong(args[0]), new File(args[1]), new File(args[2]), command);
    } catch (IOException unable) {
      System.err.println(unable.getMessage());
      System.exit(3);
    }
  }

  private static void measure(long seconds, File out, File err, List<String> command)
      throws Throwable {
    long before = processorMicros();
    long start = System.nanoTime();
    var process = start(command, out, err);
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    int exit = process.waitFor();
    long wall = System.nanoTime() - start;
    long cpu = processorMicros() - before;
    System.out.println(exit + " " + ended + " " + wall + " " + cpu + " " + peakBytes());
  }

  private static Process start(List<String> command, File out, File err) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectInput(new File(NOWHERE))
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return builder.start();
  }

  private static long processorMicros() throws Throwable {
    try (var arena = Arena.ofConfined()) {
      var usage = usage(arena);
      return micros(usage, USER) + micros(usage, SYSTEM);
    }
  }

  private static long micros(MemorySegment usage, long at) {
    long seconds = usage.get(ValueLayout.JAVA_LONG, at);
    return seconds * 1_000_000 + usage.get(ValueLayout.JAVA_INT, at + Long.BYTES);
  }

  private static long peakBytes() throws Throwable {
    try (var arena = Arena.ofConfined()) {
      long peak = usage(arena).get(ValueLayout.JAVA_LONG, MAX_RSS);
      // Linux counts in KiB, macOS in bytes.
      return System.getProperty("os.name").startsWith("Mac") ? peak : peak * 1024;
    }
  }

  private static MemorySegment usage(Arena arena) throws Throwable {
    var usage = arena.allocate(RUSAGE_BYTES, Long.BYTES);
    int failed = (int) getrusage().invokeExact(RUSAGE_CHILDREN, usage);
    if (failed != 0) {
      throw new IllegalStateException("getrusage failed");
    }
    return usage;
  }

  // Calling the system's C library is what this class is for; `run` allows it by name.
  @SuppressWarnings("restricted")
  private static MethodHandle getrusage() {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("getrusage"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }
}
