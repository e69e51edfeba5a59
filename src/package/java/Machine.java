import java.nio.file.Path;
import java.util.Locale;

/// The systems that there are packages for.
enum Machine {
  LINUX("linux", "blipscope", "lib"),
  WINDOWS("windows", "Blipscope", ""),
  MACOS("macos", "Blipscope.app", "Contents");

  private final String folder;
  private final String image;
  private final String library;

  Machine(String folder, String image, String library) {
    this.folder = folder;
    this.image = image;
    this.library = library;
  }

  static Machine current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MACOS : LINUX;
  }

  /// Where its arguments and resources lie, under `src/package`.
  String folder() {
    return folder;
  }

  /// The image that jpackage made.
  Image image(Path target) {
    var root = target.resolve(image);
    var inside = root.resolve(library);
    var runtime = inside.resolve("runtime");
    return new Image(
        root, inside.resolve("app"), this == MACOS ? runtime.resolve("Contents/Home") : runtime);
  }

  /// The program with its Java, ready to be copied anywhere.
  ///
  /// @param root all of it
  /// @param app the jars and the options they are started with
  /// @param runtime the Java
  record Image(Path root, Path app, Path runtime) {

    Path completion() {
      return app.resolve("completion.bash");
    }

    Tool java() {
      return Tool.of(runtime.resolve("bin/java").toAbsolutePath().toString());
    }
  }
}
