import java.io.IOException;
import java.nio.file.Path;

/// The archive and the installer of Windows and macOS.
final class OtherPackages {

  private OtherPackages() {}

  static void make(Machine machine, Machine.Image image, Path target, Release release)
      throws IOException, InterruptedException {
    String name = "blipscope-" + release.version() + "-" + machine.folder() + ".zip";
    var archive = target.resolve(name).toString();
    var parent = image.root().getParent().toString();
    if (machine == Machine.MACOS) {
      // The cache came after jpackage had sealed the image.
      Tool.of("codesign")
          .with("--force", "--deep", "--sign", "-", image.root().toString())
          .run(release);
      Tool.of("ditto")
          .with("-c", "-k", "--keepParent", image.root().toString(), archive)
          .run(release);
    } else {
      Tool.jdk("jar")
          .with("--create", "--no-manifest", "--date", release.moment(), "--file", archive)
          .with("-C", parent, image.root().getFileName().toString())
          .run(release);
    }
    Tool.jdk("jpackage")
        .with("@src/package/" + machine.folder() + "/installer.cfg")
        .with("--type", machine == Machine.MACOS ? "dmg" : "msi")
        .with("--app-image", image.root().toString(), "--app-version", release.version())
        .with("--dest", target.toString())
        .run(release);
  }
}
