import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The cache of classes that are already loaded and linked when the program starts (JEP 514). A
/// stale one would run old code without a word, so it is made last, inside the image.
final class StartCache {

  private static final String NAME = "blipscope.aot";
  private static final String CLASS_PATH = "app.classpath=$APPDIR/";
  private static final String OPTION = "java-options=";
  private static final String REHEARSAL = "dev.blipscope.app.Rehearsal";
  private static final Path PAYLOAD = Path.of("sample-payloads/seed/message-ticket-blip-chat.json");

  private StartCache() {}

  static void make(Machine.Image image, Release release) throws IOException, InterruptedException {
    var cache = image.app().resolve(NAME);
    var home = Files.createTempDirectory("rehearsal");
    var cfgs = cfgs(image);
    var first = Files.readAllLines(cfgs.getFirst());
    image
        .java()
        .with(options(first))
        .with("-XX:AOTCacheOutput=" + cache.toAbsolutePath())
        // No window shall open on the machine that packs, and nothing of its owner shall be seen.
        .with("-Dglass.platform=Headless", "-Dprism.order=sw", "-Duser.home=" + home)
        .with("-cp", classPath(image.app(), first), REHEARSAL, PAYLOAD.toString())
        .where("HOME", home.toString())
        .where("LOCALAPPDATA", home.toString())
        .where("XDG_CONFIG_HOME", home.resolve("config").toString())
        .where("XDG_STATE_HOME", home.resolve("state").toString())
        .run(release);
    Disk.clear(home);
    Files.delete(home);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the rehearsal left no cache");
    }
    use(cfgs);
  }

  /// Takes a cache that was made before, of the very same jars and runtime.
  static void take(Path made, Machine.Image image) throws IOException {
    Files.copy(made, image.app().resolve(NAME));
    use(cfgs(image));
  }

  private static List<Path> cfgs(Machine.Image image) throws IOException {
    return Disk.list(image.app()).stream().filter(one -> one.toString().endsWith(".cfg")).toList();
  }

  private static void use(List<Path> cfgs) throws IOException {
    for (var cfg : cfgs) {
      var lines = new ArrayList<>(Files.readAllLines(cfg));
      lines.add(OPTION + "-XX:AOTCache=$APPDIR/" + NAME);
      Files.write(cfg, lines);
    }
  }

  private static List<String> options(List<String> cfg) {
    return cfg.stream()
        .filter(line -> line.startsWith(OPTION))
        .map(line -> line.substring(OPTION.length()))
        .toList();
  }

  private static String classPath(Path app, List<String> cfg) {
    return String.join(
        File.pathSeparator,
        cfg.stream()
            .filter(line -> line.startsWith(CLASS_PATH))
            .map(
                line ->
                    app.toAbsolutePath().resolve(line.substring(CLASS_PATH.length())).toString())
            .toList());
  }
}
