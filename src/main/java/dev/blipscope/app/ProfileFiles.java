package dev.blipscope.app;

import dev.blipscope.mapping.ProfileReader;
import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The profile files of a person: reads and writes them, and reads them again when another program
/// changed them. Used by several threads.
final class ProfileFiles {

  /// No profile that somebody wrote by hand is longer.
  private static final long LONGEST = 5L << 20;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Consumer<Event> tell;
  private final Map<String, Seen> watched = new ConcurrentHashMap<>();
  private @Nullable Thread watcher;

  /// A file as it was when it was read or written last.
  ///
  /// @param own whether it was written here
  /// @param missed how often in a row it was not there
  private record Seen(
      @Nullable FileTime changed, long length, String text, boolean own, int missed) {

    static final Seen NEVER = new Seen(null, -1, "", false, 0);

    static Seen of(Path file, String text, boolean own) throws IOException {
      var now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Seen(now.lastModifiedTime(), now.size(), text, own, 0);
    }

    boolean isLike(BasicFileAttributes now) {
      return now.lastModifiedTime().equals(changed) && now.size() == length;
    }

    Seen missedAgain() {
      return new Seen(null, -1, text, own, missed + 1);
    }
  }

  ProfileFiles(Consumer<Event> tell) {
    this.tell = tell;
  }

  // Reading

  /// Reads a profile, and looks after its file from now on.
  synchronized void open(String name) {
    try {
      var file = Path.of(name);
      if (!Files.isRegularFile(file)) {
        say(Notice.Weight.FAILED, "notice.profile-missing", name);
      } else if (Files.size(file) > LONGEST) {
        say(Notice.Weight.FAILED, "notice.profile-too-long", name);
      } else {
        byte[] bytes = Files.readAllBytes(file);
        watch(name, Seen.of(file, text(bytes), false));
        told(name, bytes);
      }
    } catch (IOException | InvalidPathException e) {
      say(Notice.Weight.FAILED, "notice.profile-unreadable", name);
    }
  }

  /// Opens the files of last time. One that is not there now may come back.
  void openAgain(List<String> names) {
    for (String name : names.reversed()) {
      watched.putIfAbsent(name, Seen.NEVER);
      open(name);
    }
    look();
  }

  private void told(String name, byte[] bytes) {
    String text = text(bytes);
    switch (ProfileReader.read(bytes)) {
      case ProfileReader.Result.Read(var profile) ->
          tell.accept(new Event.ProfileRead(name, text, profile));
      case ProfileReader.Result.Faulty(var problems) ->
          tell.accept(new Event.ProfileFaulty(name, text, problems));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void say(Notice.Weight weight, String key, String name) {
    tell.accept(new Event.Said(weight, key, List.of(name)));
  }

  // Writing

  /// Writes a profile in the place of the one that was there: a crash leaves either the old or the
  /// new one. What another program wrote meanwhile is read instead.
  ///
  /// @param over what the person knows to stand there; none if whatever stands there may go
  synchronized void save(String name, String text, @Nullable String over) {
    try {
      var file = Path.of(name).toAbsolutePath();
      // A link stays a link.
      var real = Files.exists(file) ? file.toRealPath() : file;
      if (over != null
          && Files.exists(real)
          && !isKnown(name, text(Files.readAllBytes(real)), over)) {
        open(name);
        say(Notice.Weight.WARNED, "notice.profile-conflict", name);
        return;
      }
      replace(real, text.getBytes(StandardCharsets.UTF_8));
      watch(name, Seen.of(real, text, true));
      tell.accept(new Event.ProfileSaved(name, text));
    } catch (IOException | InvalidPathException e) {
      say(Notice.Weight.FAILED, "notice.profile-unwritable", name);
    }
  }

  /// What was written here a moment ago is known, too.
  private boolean isKnown(String name, String onDisk, String over) {
    var seen = watched.get(name);
    return onDisk.equals(over) || (seen != null && seen.own() && onDisk.equals(seen.text()));
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    var beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      write(beside, bytes);
      if (Files.exists(file) && isPosix(file)) {
        Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
      }
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var opened =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        opened.write(rest);
      }
      opened.force(true);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  // Watching

  /// Looks after a file no more.
  void close(String name) {
    watched.remove(name);
  }

  private void watch(String name, Seen seen) {
    watched.put(name, seen);
    look();
  }

  private synchronized void look() {
    if (watcher == null && !watched.isEmpty()) {
      watcher = Thread.ofPlatform().name("profiles").daemon().start(this::work);
    }
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, BETWEEN_LOOKS.toNanos());
      for (var one : watched.entrySet()) {
        look(one.getKey(), one.getValue());
      }
    }
  }

  private synchronized void look(String name, Seen seen) {
    try {
      var file = Path.of(name);
      var now = Files.readAttributes(file, BasicFileAttributes.class);
      if (seen.isLike(now) || now.size() > LONGEST) {
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      var newer = new Seen(now.lastModifiedTime(), now.size(), text(bytes), false, 0);
      boolean mine = watched.replace(name, seen, newer);
      if (mine && !newer.text().equals(seen.text())) {
        told(name, bytes);
      }
    } catch (IOException | InvalidPathException e) {
      missed(name, seen);
    }
  }

  /// Many programs take a file away for a moment while they write it anew, so that only the second
  /// look counts.
  private void missed(String name, Seen seen) {
    boolean mine = watched.replace(name, seen, seen.missedAgain());
    if (mine && seen.missed() == 1 && !seen.text().isEmpty()) {
      say(Notice.Weight.WARNED, "notice.profile-gone", name);
    }
  }
}
