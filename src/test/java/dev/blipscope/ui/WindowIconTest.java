package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window wears the icon that the packages wear.
class WindowIconTest {

  @Test
  void each_size_is_what_the_drawings_make_now(@TempDir Path folder) throws Exception {
    var drawing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/package/java/Icons.java",
                folder.toString())
            .inheritIO()
            .start();
    assertEquals(0, drawing.waitFor());

    for (String name : WindowIcon.names().toList()) {
      var drawn = Objects.requireNonNull(ImageIO.read(folder.resolve(name).toFile()), name);
      var kept = kept(name);
      assertEquals(drawn.getWidth(), kept.getWidth(), name);
      assertArrayEquals(
          pixels(drawn), pixels(kept), name + ": draw it again with src/package/java/Icons.java");
    }
  }

  private static BufferedImage kept(String name) throws IOException {
    var file = WindowIcon.class.getResource("icons/" + name);
    assertNotNull(file, name);
    return ImageIO.read(file);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
