package dev.blipscope.sandbox;

import dev.blipscope.segment.WriteKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a sandbox is set up.
///
/// @param port 0 for any that is free
/// @param ledger the file that outlives it; none if the memory is enough
/// @param keys the write keys that it knows besides [WriteKey#SANDBOX]
/// @param faults what goes wrong, in order
/// @param remembered how many of the newest entries stay in memory
public record SandboxSettings(
    int port,
    @Nullable Path ledger,
    List<WriteKey> keys,
    List<FaultScript> faults,
    int remembered) {

  private static final int USUALLY_REMEMBERED = 5_000;
  private static final int LAST_PORT = 65_535;

  public SandboxSettings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("a port is from 0 to " + LAST_PORT);
    }
    if (remembered < 1) {
      throw new IllegalArgumentException("at least one entry is remembered");
    }
    keys = List.copyOf(keys);
    faults = List.copyOf(faults);
  }

  public static SandboxSettings onPort(int port) {
    return new SandboxSettings(port, null, List.of(), List.of(), USUALLY_REMEMBERED);
  }

  public SandboxSettings writing(@Nullable Path ledger) {
    return new SandboxSettings(port, ledger, keys, faults, remembered);
  }

  public SandboxSettings knowing(WriteKey key) {
    var more = new ArrayList<>(keys);
    more.add(key);
    return new SandboxSettings(port, ledger, more, faults, remembered);
  }

  public SandboxSettings failing(List<FaultScript> faults) {
    return new SandboxSettings(port, ledger, keys, faults, remembered);
  }

  public SandboxSettings remembering(int entries) {
    return new SandboxSettings(port, ledger, keys, faults, entries);
  }
}
