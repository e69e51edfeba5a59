package dev.blipscope.capture;

import dev.blipscope.json.Expected;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The files in a zip, in the order in which they stand.
final class Archive implements Inputs.Supply {

  private final Inputs inputs;
  private final String name;
  private final Source raw;
  private final List<Packaging> packaging;
  private final Zip zip;
  private @Nullable InputStream entry;
  private boolean some;
  private boolean ended;

  Archive(Inputs inputs, String name, Source stream, Source raw, List<Packaging> packaging) {
    this.inputs = inputs;
    this.name = name;
    this.raw = raw;
    this.packaging = packaging;
    this.zip = new Zip(stream);
  }

  @Override
  public Inputs.@Nullable Opened next() {
    try {
      return nextTaken();
    } catch (IOException | IllegalArgumentException failed) {
      ended = true;
      return new Inputs.Opened.Unreadable(name, reason(failed));
    }
  }

  private Inputs.@Nullable Opened nextTaken() throws IOException {
    while (!ended) {
      var found = nextEntry();
      if (found == null) {
        ended = true;
        return null;
      }
      some = true;
      if (found.isDirectory()) {
        continue;
      }
      String path = readable(found.getName());
      if (FileNames.isTakenWithFolders(path)) {
        var content = new Source(open());
        entry = content;
        return inputs.open(name + "!" + path, content, raw, packaging);
      }
      inputs.skip(name + "!" + path);
    }
    return null;
  }

  private static Inputs.Reason reason(Exception failed) {
    return switch (failed) {
      case Damage damage when damage.expected() == Expected.SLOWER_EXPANSION ->
          Inputs.Reason.TOO_LARGE;
      case ZipException damaged when isEncrypted(damaged) -> Inputs.Reason.ENCRYPTED;
      // The library takes a name that is no UTF-8 for a mistake of ours.
      case Damage _, ZipException _, EOFException _, IllegalArgumentException _ ->
          Inputs.Reason.DAMAGED;
      default -> Inputs.Reason.FAILED;
    };
  }

  private static boolean isEncrypted(ZipException damaged) {
    return damaged.getMessage() != null && damaged.getMessage().contains("encrypted");
  }

  /// Reads to the end of an entry by ourselves: the library would unpack a bomb without an end.
  private @Nullable ZipEntry nextEntry() throws IOException {
    if (some) {
      var rest = entry == null ? open() : entry;
      entry = null;
      byte[] nobody = new byte[1 << 16];
      while (rest.read(nobody) >= 0) {}
    }
    if (!zip.isAtEntry()) {
      return null;
    }
    var next = zip.getNextEntry();
    if (next == null) {
      throw new EOFException();
    }
    return next;
  }

  private InputStream open() {
    return new Unpacked(new Unclosed(zip), raw);
  }

  /// Many programs write names in UTF-8 without saying so.
  private static String readable(String name) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException other) {
      return name;
    }
  }

  @Override
  public void close() {
    Inputs.closeQuietly(zip);
  }

  /// The library's reader, which takes everything that is no entry for the end.
  private static final class Zip extends ZipInputStream {

    private static final int ENTRY = 0x504B0304;
    private static final int LIST_OF_ENTRIES = 0x504B0102;
    private static final int END_OF_LIST = 0x504B0506;

    Zip(InputStream stream) {
      // No name is malformed in this encoding; what it really is, is found out afterwards.
      super(stream, StandardCharsets.ISO_8859_1);
    }

    /// Whether an entry follows. If neither that nor the list of all entries does, much was cut
    // off.
    boolean isAtEntry() throws IOException {
      byte[] next = in.readNBytes(4);
      ((PushbackInputStream) in).unread(next);
      int signature = next.length < 4 ? 0 : ByteBuffer.wrap(next).getInt();
      if (signature != ENTRY && signature != LIST_OF_ENTRIES && signature != END_OF_LIST) {
        throw new EOFException();
      }
      return signature == ENTRY;
    }
  }
}
