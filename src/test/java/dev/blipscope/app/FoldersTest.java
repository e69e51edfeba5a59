package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

  private static final Path HOME = Path.of("/home/ana");

  private static Folders of(String system, Map<String, String> environment) {
    return Folders.of(system, HOME, environment);
  }

  @Test
  void linux_has_its_folders_where_the_desktops_agreed() {
    assertEquals(
        new Folders(HOME.resolve(".config/blipscope"), HOME.resolve(".local/state/blipscope")),
        of("Linux", Map.of("XDG_CONFIG_HOME", " ")));
    assertEquals(
        new Folders(Path.of("/c/blipscope"), Path.of("/s/blipscope")),
        of("Linux", Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s")));
  }

  @Test
  void macos_and_windows_have_theirs() {
    var library = HOME.resolve("Library/Application Support/Blipscope");
    assertEquals(new Folders(library, library.resolve("session")), of("Mac OS X", Map.of()));
    var local = HOME.resolve("AppData/Local/Blipscope");
    assertEquals(new Folders(local, local.resolve("session")), of("Windows 11", Map.of()));
    var named = Path.of("/l/Blipscope");
    assertEquals(
        new Folders(named, named.resolve("session")),
        of("Windows 11", Map.of("LOCALAPPDATA", "/l")));
  }

  @Test
  void the_log_lies_beside_what_was_open() {
    assertEquals(HOME.resolve(".local/state/blipscope/log"), of("Linux", Map.of()).log());
  }
}
