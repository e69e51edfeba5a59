import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the packages of the system that it runs on, from what `./mvnw package` left in `target`:
/// the portable image with its own Java, an archive of it, and the native installer.
final class Pack {

  private static final Path JARS = Path.of("target/lib");
  private static final Path PACKAGE = Path.of("target/package");

  private Pack() {}

  /// Makes them all.
  ///
  /// @param args the version, and the moment that all files in the packages are dated
  public static void main(String[] args) throws Exception {
    var release = new Release(args[0], args[1]);
    var system = Machine.current();
    input(PACKAGE.resolve("input"));
    JavaFxModules.make(JARS, PACKAGE.resolve("modules"), release);
    Disk.clear(PACKAGE.resolve("image"));
    var call = new ArrayList<>(List.of("@jpackage.cfg", "@src/package/" + system.folder() + "/image.cfg"));
    call.addAll(List.of("--type", "app-image", "--app-version", release.version()));
    Tool.jdk("jpackage").with(call).run(release);
    var image = system.image(PACKAGE.resolve("image"));
    StartCache.make(image, release);
  }

  /// What stands on the class path: our jar and all libraries but JavaFX, which comes as modules.
  private static void input(Path folder) throws IOException {
    Disk.clear(folder);
    Files.copy(Path.of("target/blipscope.jar"), folder.resolve("blipscope.jar"));
    for (var jar : Disk.list(JARS)) {
      if (!JavaFxModules.isPart(jar)) {
        Files.copy(jar, folder.resolve(jar.getFileName()));
      }
    }
  }
}
