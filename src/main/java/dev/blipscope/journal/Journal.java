package dev.blipscope.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// An append-only file of entries that is whole up to the last [#sync], whatever happens then.
///
/// After a failed write nothing more is taken: who wants to go on opens the journal again and sees
/// what is really there. Used by one thread.
public final class Journal implements AutoCloseable {

  /// An entry may not be longer.
  public static final int MOST_BYTES = 256 << 20;

  /// Is handed what a journal holds.
  @FunctionalInterface
  public interface Taker {

    /// Takes one entry that is whole.
    ///
    /// @param place where it lies, as for [Journal#at]
    void take(long place, Entry entry);
  }

  private static final String FILE = "entries.journal";
  private static final String NEW_FILE = "entries.new";
  private static final String DAMAGED = "entries.damaged";
  private static final String LOCK = "lock";
  private static final SecureRandom CHANCE = new SecureRandom();

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final Reading reading;
  private FileChannel file;
  private long mark;
  private long next;
  private long end;
  private boolean failed;

  private Journal(Path folder, FileChannel lockFile, FileLock lock, Taker reader)
      throws IOException {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
    Files.deleteIfExists(folder.resolve(NEW_FILE));
    this.file = PrivateFiles.open(folder.resolve(FILE), Set.of());
    try {
      this.reading = read(reader);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// Opens the journal in a folder, which is made if it is not there.
  ///
  /// @param reader is handed every entry that is whole, in order
  /// @return nothing if another program, or another part of this one, has it open
  public static Optional<Journal> open(Path folder, Consumer<Entry> reader) throws IOException {
    return openByPlace(folder, (_, entry) -> reader.accept(entry));
  }

  /// The same, for who wants to read single entries again later.
  public static Optional<Journal> openByPlace(Path folder, Taker reader) throws IOException {
    PrivateFiles.createFolder(folder);
    var lockFile = PrivateFiles.open(folder.resolve(LOCK), Set.of());
    try {
      var lock = lock(lockFile);
      if (lock.isPresent()) {
        return Optional.of(new Journal(folder, lockFile, lock.get(), reader));
      }
    } catch (IOException | RuntimeException e) {
      lockFile.close();
      throw e;
    }
    lockFile.close();
    return Optional.empty();
  }

  private static Optional<FileLock> lock(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    }
  }

  private Reading read(Taker reader) throws IOException {
    if (file.size() == 0) {
      begin(file, CHANCE.nextLong());
      PrivateFiles.syncFolder(folder);
      return new Reading(0, 0);
    }
    var found = new Reader(file).read(CHANCE.nextLong(), reader);
    mark = found.mark();
    next = found.next();
    end = found.end();
    if (file.size() != end) {
      keepAside();
      file.truncate(end);
    }
    if (!found.headIsWhole()) {
      writeAll(file, ByteBuffer.wrap(Head.of(mark)), 0);
    }
    file.force(true);
    return found.reading();
  }

  /// A damaged end makes room for what comes, but is not thrown away.
  private void keepAside() throws IOException {
    try (var aside =
        PrivateFiles.open(folder.resolve(DAMAGED), Set.of(StandardOpenOption.APPEND))) {
      long at = end;
      while (at < file.size()) {
        at += file.transferTo(at, file.size() - at, aside);
      }
      aside.force(true);
    }
  }

  private void begin(FileChannel into, long newMark) throws IOException {
    writeAll(into, ByteBuffer.wrap(Head.of(newMark)), 0);
    into.force(true);
    mark = newMark;
    next = 0;
    end = Head.SIZE;
  }

  /// What was found when the journal was opened.
  public Reading reading() {
    return reading;
  }

  /// How many bytes the journal takes on disk.
  public long size() {
    return end;
  }

  /// Adds an entry, which outlives a crash of the program, and after the next [#sync] also one of
  /// the machine.
  ///
  /// @return where it lies, until the next [#rewrite]
  public long append(byte type, byte[] bytes) throws IOException {
    expectSound();
    long place = end;
    try {
      end = write(file, new Entry(type, bytes), mark, next, end);
      next++;
      return place;
    } catch (IOException e) {
      failed = true;
      truncateQuietly(e);
      throw e;
    }
  }

  private void truncateQuietly(IOException why) {
    try {
      file.truncate(end);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  /// Reads one entry again.
  ///
  /// @param place where it lies
  public Entry at(long place) throws IOException {
    return Reader.entry(file, place, mark);
  }

  /// Returns when everything that was appended is on the disk itself.
  public void sync() throws IOException {
    expectSound();
    try {
      file.force(false);
    } catch (IOException e) {
      // A second try could succeed although the bytes are gone.
      failed = true;
      throw e;
    }
  }

  /// Puts these entries in the place of all others. A crash leaves either the old ones or the new
  /// ones.
  public void rewrite(Iterable<Entry> entries) throws IOException {
    expectSound();
    long newMark = CHANCE.nextLong();
    long count = 0;
    long written = Head.SIZE;
    var path = folder.resolve(NEW_FILE);
    Files.deleteIfExists(path);
    try (var into = PrivateFiles.open(path, Set.of(StandardOpenOption.CREATE_NEW))) {
      writeAll(into, ByteBuffer.wrap(Head.of(newMark)), 0);
      for (var entry : entries) {
        written = write(into, entry, newMark, count, written);
        count++;
      }
      into.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
    failed = true; // Until the new file is in place.
    file.close();
    Files.move(path, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.syncFolder(folder);
    file = PrivateFiles.open(folder.resolve(FILE), Set.of());
    mark = newMark;
    next = count;
    end = written;
    failed = false;
  }

  /// Removes every entry, and what was kept aside of damaged ones.
  public void erase() throws IOException {
    rewrite(List.of());
    Files.deleteIfExists(folder.resolve(DAMAGED));
    PrivateFiles.syncFolder(folder);
  }

  /// Whether it still takes entries: no write has failed.
  public boolean isSound() {
    return !failed;
  }

  private void expectSound() throws IOException {
    if (failed) {
      throw new IOException("the journal failed before: open it again");
    }
  }

  private static long write(FileChannel into, Entry entry, long mark, long number, long at)
      throws IOException {
    byte[] body = entry.body();
    if (body.length > MOST_BYTES) {
      throw new IllegalArgumentException("an entry has at most " + MOST_BYTES + " bytes");
    }
    byte[] framed = Frame.of(entry, number).with(body, mark);
    writeAll(into, ByteBuffer.wrap(framed), at);
    return at + framed.length;
  }

  private static void writeAll(FileChannel into, ByteBuffer bytes, long at) throws IOException {
    long to = at;
    while (bytes.hasRemaining()) {
      to += into.write(bytes, to);
    }
  }

  /// Lets others open it. What was not synced is as safe as any other file.
  @Override
  public void close() {
    if (!lockFile.isOpen()) {
      return;
    }
    try (lockFile;
        var _ = file) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
