import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// The archive and the .deb. What belongs to the system's own folders (menu, icons, completion, the
/// command) is put into the .deb as files, so that no script has to add or remove it.
final class LinuxPackages {

  private static final Path FILES = Path.of("src/package/linux/root");
  private static final String OPT = "opt/blipscope";
  // What jpackage's scripts would do, files do here.
  private static final List<String> SCRIPTS = List.of("preinst", "postinst", "prerm", "postrm");

  private LinuxPackages() {}

  static void make(Machine.Image image, Path icons, Path target, Release release) throws Exception {
    archive(image, target, release);
    if (Tool.exists("dpkg-deb")) {
      deb(image, icons, target, release);
    }
  }

  private static void archive(Machine.Image image, Path target, Release release)
      throws IOException, InterruptedException {
    var to = target.resolve("blipscope-" + release.version() + "-linux.tar.gz");
    Tool.of("tar")
        .with(
            "--create", "--file", to.toString(), "--directory", image.root().getParent().toString())
        .with("--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mode=go-w")
        .with("--mtime=" + release.moment(), "--use-compress-program=gzip -n")
        .with(image.root().getFileName().toString())
        .run(release);
  }

  private static void deb(Machine.Image image, Path icons, Path target, Release release)
      throws Exception {
    var raw = target.resolve("raw");
    Disk.clear(raw);
    Tool.jdk("jpackage")
        .with("@src/package/linux/installer.cfg", "--type", "deb")
        .with("--app-image", image.root().toString(), "--app-version", release.version())
        .with("--dest", raw.toString())
        .where("DPKG_DEB_COMPRESSOR_TYPE", "none")
        .run(release);
    var made = Disk.list(raw).getFirst();
    var root = raw.resolve("root");
    Tool.of("dpkg-deb").with("--raw-extract", made.toString(), root.toString()).run(release);
    system(image, icons, root);
    control(root.resolve("DEBIAN"), root);
    Tool.of("dpkg-deb")
        .with("--root-owner-group", "-Zxz", "--build", root.toString())
        .with(target.resolve(made.getFileName()).toString())
        // Another number of threads would make other bytes.
        .where("DPKG_DEB_THREADS_MAX", "2")
        .run(release);
    Disk.clear(raw);
    Files.delete(raw);
  }

  /// Puts into the folders of the system what a person finds there.
  private static void system(Machine.Image image, Path icons, Path root) throws IOException {
    for (var file : Disk.all(FILES)) {
      if (Files.isRegularFile(file)) {
        Disk.copy(file, root.resolve(FILES.relativize(file).toString()));
      }
    }
    var link = root.resolve("usr/bin/blipscope");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("/" + OPT + "/bin/blipscope"));
    Disk.copy(image.completion(), root.resolve("usr/share/bash-completion/completions/blipscope"));
    // jpackage writes one that says nothing.
    Disk.clear(root.resolve(OPT + "/share"));
    Files.delete(root.resolve(OPT + "/share"));
    var doc = Files.createDirectories(root.resolve("usr/share/doc/blipscope"));
    Files.createSymbolicLink(doc.resolve("legal"), Path.of("/" + OPT + "/lib/app/legal"));
    Disk.copy(Path.of("src/docs/release-notes.md"), doc.resolve("release-notes.md"));
    var themes = root.resolve("usr/share/icons/hicolor");
    for (int size : Icons.SIZES) {
      Disk.copy(
          icons.resolve("blipscope-" + size + ".png"),
          themes.resolve(size + "x" + size + "/apps/blipscope.png"));
    }
    Disk.copy(icons.resolve("blipscope.svg"), themes.resolve("scalable/apps/blipscope.svg"));
    for (var path : Disk.all(root)) {
      if (!Files.isSymbolicLink(path)) {
        boolean runs = Files.isDirectory(path) || Files.isExecutable(path);
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static void control(Path debian, Path root) throws Exception {
    for (String script : SCRIPTS) {
      Files.deleteIfExists(debian.resolve(script));
    }
    var sums = new StringBuilder();
    long bytes = 0;
    for (var file : Disk.all(root)) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.startsWith(debian)) {
        bytes += Files.size(file);
        var sum = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
        sums.append(HexFormat.of().formatHex(sum) + "  " + root.relativize(file) + "\n");
      }
    }
    Files.writeString(debian.resolve("md5sums"), sums);
    var control = debian.resolve("control");
    long kilobytes = (bytes + 1023) / 1024;
    Files.writeString(
        control,
        Files.readString(control)
                .strip()
                .replaceAll("(?m)^Installed-Size:.*$", "Installed-Size: " + kilobytes)
            + "\n");
  }
}
