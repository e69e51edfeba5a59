package dev.blipscope.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// The picture of the window, in the sizes that title bars and task bars ask for.
public final class WindowIcon {

  private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

  private WindowIcon() {}

  public static List<Image> all() {
    return names().map(WindowIcon::image).toList();
  }

  /// The files that hold them; `src/package/java/Icons.java` draws files of the same names.
  static Stream<String> names() {
    return SIZES.stream().map(size -> "blipscope-" + size + ".png");
  }

  private static Image image(String name) {
    return new Image(
        Objects.requireNonNull(WindowIcon.class.getResource("icons/" + name), name)
            .toExternalForm());
  }
}
