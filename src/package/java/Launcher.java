import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a launcher of the image starts Java with: the file that jpackage wrote for it.
///
/// @param file its text
/// @param app the folder it lies in, with the jars
record Launcher(Path file, Path app) {

  private static final String CLASS_PATH = "app.classpath=";
  private static final String OPTION = "java-options=";
  private static final String APP = "$APPDIR";

  /// All of them; that of the window comes first.
  static List<Launcher> of(Machine.Image image) throws IOException {
    return Disk.list(image.app()).stream()
        .filter(one -> one.toString().endsWith(".cfg"))
        .map(one -> new Launcher(one, image.app().toAbsolutePath()))
        .sorted((one, other) -> Boolean.compare(one.isCommandLine(), other.isCommandLine()))
        .toList();
  }

  boolean isCommandLine() {
    return file.getFileName().toString().contains("-cli");
  }

  /// The options of Java, with the folder as it is.
  List<String> options() throws IOException {
    return options(app.toString());
  }

  /// The options of Java.
  ///
  /// @param folder how the folder is called there
  List<String> options(String folder) throws IOException {
    return values(OPTION, folder).toList();
  }

  String classPath() throws IOException {
    return classPath(app.toString());
  }

  String classPath(String folder) throws IOException {
    return String.join(File.pathSeparator, values(CLASS_PATH, folder).toList());
  }

  /// Adds an option of Java.
  void add(String option) throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(OPTION + option);
    Files.write(file, lines);
  }

  private Stream<String> values(String key, String folder) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace(APP, folder));
  }
}
