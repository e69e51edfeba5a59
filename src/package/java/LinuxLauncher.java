import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The program that is started on Linux. That of jpackage asks the package managers of the system
/// at each start to whom it belongs, which takes longer than everything else.
final class LinuxLauncher {

  private static final Path SCRIPT = Path.of("src/package/linux/blipscope.sh");
  private static final String APP = "$lib/app";

  private LinuxLauncher() {}

  /// Puts it in the place of jpackage's.
  static void write(Machine.Image image) throws IOException {
    var made = Launcher.of(image).getFirst();
    // A list of processes shall name the program, not Java.
    var java = image.runtime().resolve("bin/java");
    Files.copy(java, java.resolveSibling("blipscope"));
    var program = image.root().resolve("bin/blipscope");
    Files.writeString(
        program,
        Files.readString(SCRIPT)
            .replace("OPTIONS", String.join(" ", made.options(APP)))
            .replace("CLASS_PATH", made.classPath(APP)));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.delete(made.file());
    Files.delete(image.root().resolve("lib/libapplauncher.so"));
  }
}
