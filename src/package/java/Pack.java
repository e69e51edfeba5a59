import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the packages of the system that it runs on, from what `./mvnw package` left in `target`:
/// the portable image with its own Java, an archive of it, and the native installer.
final class Pack {

  private static final Path JARS = Path.of("target/lib");
  private static final Path PACKAGE = Path.of("target/package");

  private Pack() {}

  /// Makes them all.
  ///
  /// @param args the version; the moment that all files in the packages are dated; perhaps the
  ///     folder of caches that were made before, without which no two builds are the same
  ///     to the byte
  public static void main(String[] args) throws Exception {
    var release = new Release(args[0], args[1]);
    var machine = Machine.current();
    var icons = PACKAGE.resolve("icons");
    Parts.check(PACKAGE.resolve("blipscope-sbom.xml"), JARS, PACKAGE);
    Icons.make(icons);
    input(PACKAGE.resolve("input"), release);
    JavaFxModules.make(JARS, PACKAGE.resolve("modules"), release);
    var image = image(machine, release);
    complete(image, release);
    Parts.copy(image.app().resolve("legal"));
    Files.copy(
        PACKAGE.resolve("blipscope-sbom.json"), image.app().resolve("legal/blipscope-sbom.json"));
    // The cache remembers how old the jars are, and so old they are in the packages.
    Disk.date(image.root(), release.moment());
    if (args.length > 2 && !args[2].isBlank()) {
      StartCache.take(Path.of(args[2]), image);
    } else {
      StartCache.make(image, release);
    }
    switch (machine) {
      case LINUX -> {
        LinuxLauncher.write(image);
        LinuxPackages.make(image, icons, PACKAGE, release);
      }
      case WINDOWS, MACOS -> {
        StartCache.use(image);
        OtherPackages.make(machine, image, PACKAGE, release);
      }
    }
  }

  private static Machine.Image image(Machine machine, Release release)
      throws IOException, InterruptedException {
    var folder = PACKAGE.resolve("image");
    Disk.clear(folder);
    Tool.jdk("jpackage")
        .with("@jpackage.cfg", "@src/package/" + machine.folder() + "/image.cfg")
        .with("--type", "app-image", "--app-version", release.version())
        .run(release);
    return machine.image(folder);
  }

  /// Leaves the script by which a shell completes our words.
  private static void complete(Machine.Image image, Release release)
      throws IOException, InterruptedException {
    image
        .java()
        .with("-cp", image.app().resolve("*").toString(), "dev.blipscope.app.Boot", "completion")
        .write(image.completion(), release);
  }

  /// What stands on the class path: our jar and all libraries but JavaFX, which comes as modules.
  private static void input(Path folder, Release release) throws IOException {
    Disk.clear(folder);
    Files.copy(Path.of("target/blipscope.jar"), folder.resolve("blipscope.jar"));
    for (var jar : Disk.list(JARS)) {
      if (!JavaFxModules.isPart(jar)) {
        Modern.copy(jar, folder.resolve(jar.getFileName()), release);
      }
    }
  }
}
