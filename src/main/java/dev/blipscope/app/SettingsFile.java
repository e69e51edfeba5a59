package dev.blipscope.app;

import dev.blipscope.journal.PrivateFiles;
import dev.blipscope.session.Settings;
import dev.blipscope.session.SettingsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file in which settings outlive the program.
final class SettingsFile {

  private static final String NAME = "settings.json";

  private SettingsFile() {}

  /// The settings of last time; the usual ones if there are none that can be read.
  static Settings read(Path folder) {
    try {
      return SettingsText.read(Files.readAllBytes(folder.resolve(NAME)));
    } catch (NoSuchFileException first) {
      return Settings.USUAL;
    } catch (IOException unreadable) {
      return Settings.USUAL;
    }
  }

  /// Writes them beside the old ones first, so that a crash leaves either the old or the new.
  static void write(Path folder, Settings settings) throws IOException {
    PrivateFiles.replace(folder, NAME, SettingsText.of(settings));
  }
}
