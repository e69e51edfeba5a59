import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// JavaFX as jlink likes it. The jars of Maven Central carry their native libraries as resources,
/// which JavaFX would unpack into the home of whoever starts it; in a module file they have a place
/// of their own, and end up beside those of Java.
final class JavaFxModules {

  // The jars without the name of a system are empty.
  private static final Pattern JAR =
      Pattern.compile("javafx-([a-z]+)-([0-9][^-]*)(-[a-z0-9-]+)?\\.jar");

  private JavaFxModules() {}

  static boolean isPart(Path jar) {
    return JAR.matcher(jar.getFileName().toString()).matches();
  }

  static void make(Path jars, Path modules, Release release)
      throws IOException, InterruptedException {
    Disk.clear(modules);
    for (var jar : Disk.list(jars)) {
      var name = JAR.matcher(jar.getFileName().toString());
      if (name.matches() && name.group(3) != null) {
        make(jar, name, modules, release);
      }
    }
  }

  private static void make(Path jar, Matcher name, Path modules, Release release)
      throws IOException, InterruptedException {
    var parts = Files.createTempDirectory("javafx");
    var classes = Files.createDirectory(parts.resolve("classes"));
    var libraries = Files.createDirectory(parts.resolve("libraries"));
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
        String path = entry.getName();
        boolean isLibrary = path.matches("[^/]+\\.(so|dll|dylib)");
        // The SWT jar is for programs of another kind.
        if (isLibrary || (!path.startsWith("META-INF/") && !path.endsWith(".jar"))) {
          try (InputStream content = zip.getInputStream(entry)) {
            var to = (isLibrary ? libraries : classes).resolve(path);
            Files.createDirectories(to.getParent());
            Files.copy(content, to);
          }
        }
      }
    }
    Tool.jdk("jmod")
        .with("create", "--date", release.moment(), "--module-version", name.group(2))
        .with("--class-path", classes.toString(), "--libs", libraries.toString())
        .with(modules.resolve("javafx." + name.group(1) + ".jmod").toString())
        .run(release);
    Disk.clear(parts);
    Files.delete(parts);
  }
}
