package dev.blipscope.capture;

import java.util.Locale;
import java.util.Set;

/// Which files of a folder or an archive are taken for inputs.
final class FileNames {

  private static final Set<String> ENDINGS =
      Set.of("json", "ndjson", "jsonl", "har", "txt", "log", "gz", "zip", "curl", "sh");

  private FileNames() {}

  static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  static boolean isTaken(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (isHidden(name) || lower.startsWith("readme") || lower.endsWith(".expected.json")) {
      return false;
    }
    int dot = lower.lastIndexOf('.');
    return dot < 0 || ENDINGS.contains(lower.substring(dot + 1));
  }

  /// The same for a file in an archive, with all the folders in which it is.
  static boolean isTakenWithFolders(String path) {
    String[] steps = path.replace('\\', '/').split("/", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      if (isHidden(steps[i]) || steps[i].equals("__MACOSX")) {
        return false;
      }
    }
    return isTaken(steps[steps.length - 1]);
  }
}
