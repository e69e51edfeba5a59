package dev.blipscope.capture;

import dev.blipscope.json.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens what a person named, one text after the other: files, folders, archives, standard input.
///
/// Only regular files are opened, so nothing can hang; only one of them is open at a time. A text
/// must be read before the next one is asked for.
public final class Inputs implements AutoCloseable {

  /// One of the things that a person named, or that were in one of them.
  public sealed interface Opened {

    String name();

    record Text(String name, Feed feed) implements Opened {}

    record Unreadable(String name, Reason reason) implements Opened {}
  }

  /// Why something could not be opened.
  public enum Reason {
    MISSING,
    NO_PERMISSION,
    /// A pipe, a device or a socket, which may never end.
    NOT_A_FILE,
    /// Links that lead back to themselves.
    LOOP,
    /// An archive that was cut or is broken.
    DAMAGED,
    ENCRYPTED,
    /// An archive in an archive in an archive.
    TOO_NESTED,
    /// An archive that holds far more than its size makes likely.
    TOO_LARGE,
    /// The system could not read it.
    FAILED
  }

  /// Where inputs come from.
  interface Supply {
    /// The next input; null if there are no more, or if they come out of another supply first.
    @Nullable Opened next();

    /// Gives back what is open.
    void close();
  }

  private static final String STANDARD_IN = "-";

  /// So many of the files that were left out are named.
  private static final int NAMED = 5;

  /// Where a text goes on behind its byte order mark, which in UTF-8 is a sign like any other.
  private static final Place BEHIND_MARK = new Place(1, 2, 1);

  private final InputStream standardIn;
  private final Deque<Supply> supplies = new ArrayDeque<>();
  private @Nullable InputStream current;
  private int skipped;
  private final List<String> someSkipped = new ArrayList<>();
  private int count;

  private Inputs(List<String> names, InputStream standardIn) {
    this.standardIn = standardIn;
    supplies.push(new Named(names.iterator()));
  }

  /// The inputs with these names.
  ///
  /// @param names files and folders; `-` is the standard input
  public static Inputs of(List<String> names, InputStream standardIn) {
    return new Inputs(List.copyOf(names), standardIn);
  }

  /// The next input, or null if there are no more.
  public @Nullable Opened next() {
    while (true) {
      closeCurrent();
      var supply = supplies.peek();
      if (supply == null) {
        return null;
      }
      int depth = supplies.size();
      var opened = supply.next();
      if (opened != null) {
        count++;
        return opened;
      }
      if (supplies.size() == depth) {
        supplies.pop().close();
      }
    }
  }

  /// How many inputs there were so far, also unreadable ones.
  public int opened() {
    return count;
  }

  /// How many files in folders and archives were left out because of their names, or because they
  /// are links.
  public int skipped() {
    return skipped;
  }

  /// The names of the first of them.
  public List<String> someSkipped() {
    return List.copyOf(someSkipped);
  }

  @Override
  public void close() {
    closeCurrent();
    while (!supplies.isEmpty()) {
      supplies.pop().close();
    }
  }

  private void closeCurrent() {
    if (current != null) {
      closeQuietly(current);
    }
    current = null;
  }

  static void closeQuietly(InputStream stream) {
    try {
      stream.close();
    } catch (IOException nothingLost) {
      // What was read was read.
    }
  }

  void skip(String name) {
    skipped++;
    if (someSkipped.size() < NAMED) {
      someSkipped.add(name);
    }
  }

  /// Looks at the beginning of a stream to see what it is.
  ///
  /// @param raw the file that the stream comes from
  @Nullable Opened open(String name, Source stream, Source raw, List<Packaging> packaging) {
    try {
      if (stream.startsWith(0x1F, 0x8B, 8)) {
        return inside(name, stream, raw, packaging, Packaging.GZIP);
      }
      if (stream.startsWith('P', 'K', 3, 4) || stream.startsWith('P', 'K', 5, 6)) {
        return inside(name, stream, raw, packaging, Packaging.ZIP);
      }
      return text(name, stream, packaging);
    } catch (IOException failed) {
      return new Opened.Unreadable(name, Reason.FAILED);
    }
  }

  private @Nullable Opened inside(
      String name, Source stream, Source raw, List<Packaging> packaging, Packaging more) {
    if (packaging.stream().filter(more::equals).count() == 2) {
      return new Opened.Unreadable(name, Reason.TOO_NESTED);
    }
    var all = with(packaging, more);
    if (more == Packaging.ZIP) {
      supplies.push(new Archive(this, name, stream, raw, all));
      return null;
    }
    return open(name, new Source(new Unpacked(new Gunzip(stream), raw)), raw, all);
  }

  private static Opened text(String name, Source stream, List<Packaging> packaging)
      throws IOException {
    if (stream.startsWith(0xFF, 0xFE, 0, 0)) {
      return transcoded(name, stream, packaging, 4, true);
    }
    if (stream.startsWith(0, 0, 0xFE, 0xFF)) {
      return transcoded(name, stream, packaging, 4, false);
    }
    if (stream.startsWith(0xFF, 0xFE)) {
      return transcoded(name, stream, packaging, 2, true);
    }
    if (stream.startsWith(0xFE, 0xFF)) {
      return transcoded(name, stream, packaging, 2, false);
    }
    return new Opened.Text(name, Feed.of(stream, Place.START, packaging));
  }

  private static Opened transcoded(
      String name, Source stream, List<Packaging> packaging, int width, boolean littleEndian) {
    stream.skipNext(width);
    return new Opened.Text(
        name,
        Feed.of(
            new Transcoded(stream, width, littleEndian),
            BEHIND_MARK,
            with(packaging, width == 2 ? Packaging.UTF_16 : Packaging.UTF_32)));
  }

  private static List<Packaging> with(List<Packaging> packaging, Packaging more) {
    var all = new ArrayList<>(packaging);
    all.add(more);
    return all;
  }

  private @Nullable Opened openStandardIn() {
    var source = new Source(new Unclosed(standardIn));
    return open(STANDARD_IN, source, source, List.of());
  }

  private @Nullable Opened openFile(Path path) {
    try {
      var file = Files.newInputStream(path);
      current = file;
      var source = new Source(file);
      var opened = open(path.toString(), source, source, List.of());
      if (opened == null) {
        // An archive is closed when all its entries were read.
        current = null;
      }
      return opened;
    } catch (IOException failed) {
      return unreadable(path, failed);
    }
  }

  private static Opened unreadable(Path path, IOException why) {
    var reason =
        switch (why) {
          case NoSuchFileException _ -> Reason.MISSING;
          case AccessDeniedException _ -> Reason.NO_PERMISSION;
          // The system's own words for a loop depend on its language.
          default -> Files.isSymbolicLink(path) ? Reason.LOOP : Reason.FAILED;
        };
    return new Opened.Unreadable(path.toString(), reason);
  }

  /// The things that a person named.
  private final class Named implements Supply {

    private final Iterator<String> names;

    Named(Iterator<String> names) {
      this.names = names;
    }

    @Override
    public @Nullable Opened next() {
      while (names.hasNext()) {
        String name = names.next();
        var opened = name.equals(STANDARD_IN) ? openStandardIn() : openNamed(name);
        if (opened != null || supplies.peek() != this) {
          return opened;
        }
      }
      return null;
    }

    private @Nullable Opened openNamed(String name) {
      Path path;
      try {
        path = Path.of(name);
      } catch (InvalidPathException noName) {
        return new Opened.Unreadable(name, Reason.MISSING);
      }
      try {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
          return openFolder(path);
        }
        return attributes.isRegularFile()
            ? openFile(path)
            : new Opened.Unreadable(name, Reason.NOT_A_FILE);
      } catch (IOException failed) {
        return unreadable(path, failed);
      }
    }

    @Override
    public void close() {}
  }

  private @Nullable Opened openFolder(Path folder) {
    try (var listed = Files.list(folder)) {
      var sorted = listed.sorted(Comparator.comparing(Inputs::nameOf)).toList();
      supplies.push(new Folder(sorted.iterator()));
      return null;
    } catch (IOException failed) {
      return unreadable(folder, failed);
    } catch (UncheckedIOException failed) {
      return new Opened.Unreadable(folder.toString(), Reason.FAILED);
    }
  }

  private static String nameOf(Path path) {
    var name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /// The files and folders in a folder, in the order of their names.
  private final class Folder implements Supply {

    private final Iterator<Path> paths;

    Folder(Iterator<Path> paths) {
      this.paths = paths;
    }

    @Override
    public @Nullable Opened next() {
      while (paths.hasNext()) {
        var opened = openListed(paths.next());
        if (opened != null || supplies.peek() != this) {
          return opened;
        }
      }
      return null;
    }

    private @Nullable Opened openListed(Path path) {
      try {
        var attributes =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String name = nameOf(path);
        if (attributes.isDirectory() && !FileNames.isHidden(name)) {
          return openFolder(path);
        }
        if (attributes.isRegularFile() && FileNames.isTaken(name)) {
          return openFile(path);
        }
        skip(path.toString());
        return null;
      } catch (IOException failed) {
        return unreadable(path, failed);
      }
    }

    @Override
    public void close() {}
  }
}
