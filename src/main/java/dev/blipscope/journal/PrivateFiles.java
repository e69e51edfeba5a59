package dev.blipscope.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/// Files and folders that only their owner may read, from the moment they are there. Where files
/// have no such permissions, as on Windows, those of the folder around count.
public final class PrivateFiles {

  private PrivateFiles() {}

  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, onlyOwner(folder, "rwx------"));
    }
  }

  /// Opens a file for reading and writing, or for appending if the options say so.
  static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    var all = new HashSet<OpenOption>(options);
    all.add(StandardOpenOption.CREATE);
    all.add(StandardOpenOption.WRITE);
    if (!all.contains(StandardOpenOption.APPEND)) {
      all.add(StandardOpenOption.READ);
    }
    return FileChannel.open(file, all, onlyOwner(file, "rw-------"));
  }

  private static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /// Writes behind what is in the file of this name, which is made if it is not there.
  public static void append(Path folder, String name, byte[] bytes) throws IOException {
    createFolder(folder);
    try (var file = open(folder.resolve(name), Set.of(StandardOpenOption.APPEND))) {
      writeAll(file, bytes);
    }
  }

  private static void writeAll(FileChannel file, byte[] bytes) throws IOException {
    var rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
  }

  /// Puts a file in the place of the one of this name; a crash leaves the old one or the new one.
  public static void replace(Path folder, String name, byte[] bytes) throws IOException {
    createFolder(folder);
    var beside = folder.resolve(name + ".new");
    try (var file = open(beside, Set.of(StandardOpenOption.TRUNCATE_EXISTING))) {
      writeAll(file, bytes);
      file.force(true);
    }
    Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    syncFolder(folder);
  }

  /// Makes a new name in a folder outlive a power cut; where folders cannot be opened, as on
  /// Windows, the system sees to it.
  static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }
}
