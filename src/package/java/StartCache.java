import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A cache of classes that are already loaded and linked when the program starts (JEP 514). All of
/// one is loaded at each start, so the command line has a small one of its own. A stale one would
/// run old code without a word, so they are made last, inside the image.
enum StartCache {
  WINDOW("blipscope.aot", "dev.blipscope.app.Rehearsal"),
  COMMAND_LINE("blipscope-cli.aot", "dev.blipscope.app.Boot", "inspect");

  private static final String PAYLOAD = "sample-payloads/seed/message-ticket-blip-chat.json";

  private final String file;
  private final String main;
  private final List<String> words;

  StartCache(String file, String main, String... words) {
    this.file = file;
    this.main = main;
    this.words = List.of(words);
  }

  /// Makes both.
  static void make(Machine.Image image, Release release) throws IOException, InterruptedException {
    for (var cache : values()) {
      cache.play(image, release);
    }
  }

  /// Takes those that were made before, of the very same jars and runtime.
  ///
  /// @param made the folder that they lie in
  static void take(Path made, Machine.Image image) throws IOException {
    for (var cache : values()) {
      Files.copy(made.resolve(cache.file), image.app().resolve(cache.file));
    }
  }

  /// Tells the launchers of jpackage.
  static void use(Machine.Image image) throws IOException {
    for (var launcher : Launcher.of(image)) {
      var own = launcher.isCommandLine() ? COMMAND_LINE : WINDOW;
      launcher.add("-XX:AOTCache=$APPDIR/" + own.file);
    }
  }

  /// Lets the Java machine watch what a start does, and keep it.
  private void play(Machine.Image image, Release release) throws IOException, InterruptedException {
    var home = Files.createTempDirectory("rehearsal");
    var launcher = Launcher.of(image).getFirst();
    image
        .java()
        .with(launcher.options())
        .with("-XX:AOTCacheOutput=" + image.app().resolve(file).toAbsolutePath())
        // No window shall open on the machine that packs, and nothing of its owner shall be seen.
        .with("-Dglass.platform=Headless", "-Dprism.order=sw", "-Duser.home=" + home)
        .with("-cp", launcher.classPath(), main)
        .with(words)
        .with(PAYLOAD)
        .where("HOME", home.toString())
        .where("LOCALAPPDATA", home.toString())
        .where("XDG_CONFIG_HOME", home.resolve("config").toString())
        .where("XDG_STATE_HOME", home.resolve("state").toString())
        .run(release);
    Disk.clear(home);
    Files.delete(home);
    if (!Files.exists(image.app().resolve(file))) {
      throw new IllegalStateException("the rehearsal left no " + file);
    }
  }
}
