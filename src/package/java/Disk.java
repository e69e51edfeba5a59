import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Folders and files, always in the same order.
final class Disk {

  private Disk() {}

  /// Leaves an empty folder there.
  static void clear(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (var path : all(folder).reversed()) {
        Files.delete(path);
      }
    }
    Files.createDirectories(folder);
  }

  /// What lies in a folder, by name.
  static List<Path> list(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  /// A folder and everything below it, each folder before what lies in it.
  static List<Path> all(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.sorted(Comparator.comparing(Path::toString)).toList();
    }
  }

  /// Dates everything below a folder.
  static void date(Path folder, String moment) throws IOException {
    var time = FileTime.from(Instant.parse(moment));
    for (var path : all(folder).reversed()) {
      if (!Files.isSymbolicLink(path)) {
        Files.setLastModifiedTime(path, time);
      }
    }
  }

  /// Copies a file, and makes the folder that it shall lie in.
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.copy(from, to);
  }
}
