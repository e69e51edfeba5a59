package dev.blipscope.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

  @Test
  void a_file_is_replaced_as_a_whole_and_only_its_owner_may_read_it(@TempDir Path home)
      throws Exception {
    var folder = home.resolve("new").resolve("folder");

    PrivateFiles.replace(folder, "file", new byte[] {1, 2, 3});
    PrivateFiles.replace(folder, "file", new byte[] {4});

    assertArrayEquals(new byte[] {4}, Files.readAllBytes(folder.resolve("file")));
    try (var all = Files.list(folder)) {
      assertEquals(1, all.count());
    }
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals("rw-------", permissions(folder.resolve("file")));
      assertEquals("rwx------", permissions(folder));
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
