package dev.blipscope.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Pictures of what a window shows, as PNG files in `target/screens`.
public final class Screens {

  private static final Path FOLDER = Path.of("target", "screens");
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BITS = 8;
  private static final int TRUE_COLOUR = 2;

  private Screens() {}

  /// Takes a picture of a whole scene; on the JavaFX thread.
  public static Path take(Scene scene, String name) {
    return write(scene.snapshot(null), name);
  }

  public static Path write(Image image, String name) {
    try {
      Files.createDirectories(FOLDER);
      return Files.write(FOLDER.resolve(name + ".png"), png(image));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] png(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var png = new ByteArrayOutputStream();
    png.write(SIGNATURE);
    var header = new ByteArrayOutputStream();
    var fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {BITS, TRUE_COLOUR, 0, 0, 0});
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", pixels(image, width, height));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] pixels(Image image, int width, int height) throws IOException {
    var packed = new ByteArrayOutputStream();
    int[] row = new int[width];
    byte[] bytes = new byte[1 + width * 3];
    try (var out = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < height; y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        for (int x = 0; x < width; x++) {
          bytes[1 + x * 3] = (byte) (row[x] >> 16);
          bytes[2 + x * 3] = (byte) (row[x] >> 8);
          bytes[3 + x * 3] = (byte) row[x];
        }
        out.write(bytes);
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(OutputStream png, String type, byte[] content) throws IOException {
    var out = new DataOutputStream(png);
    out.writeInt(content.length);
    var sum = new CRC32();
    var checked = new DataOutputStream(new CheckedOutputStream(out, sum));
    checked.write(type.getBytes(StandardCharsets.US_ASCII));
    checked.write(content);
    out.writeInt((int) sum.getValue());
  }
}
