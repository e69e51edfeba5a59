package dev.blipscope.harness;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;

/// Writes a picture as a PNG of at most 256 colours, which is a third of the size of a full one and
/// looks the same where most of it is text on flat ground.
public final class PalettePng {

  private static final int MOST_COLOURS = 256;
  private static final int BITS = 8;
  private static final int[] SHIFTS = {16, 8, 0};

  /// A colour and how many pixels have it.
  private record Tint(int rgb, int pixels) {

    int part(int shift) {
      return rgb >> shift & 0xFF;
    }
  }

  private PalettePng() {}

  /// @param rgb the pixels, row by row, as 0xRRGGBB
  public static byte[] of(int[] rgb, int width, int height) {
    var counts = new HashMap<Integer, Integer>();
    for (int pixel : rgb) {
      counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
    }
    var boxes = boxes(counts);
    var numbers = new HashMap<Integer, Integer>();
    var model = model(boxes, numbers);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] row = new byte[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = (byte) (int) numbers.get(rgb[y * width + x] & 0xFFFFFF);
      }
      image.getRaster().setDataElements(0, y, width, 1, row);
    }
    return written(image);
  }

  /// Groups the colours: again and again the group whose colours are most unlike is cut in two.
  private static List<List<Tint>> boxes(Map<Integer, Integer> counts) {
    var boxes = new ArrayList<List<Tint>>();
    boxes.add(
        counts.entrySet().stream()
            .map(entry -> new Tint(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt(Tint::rgb))
            .toList());
    while (boxes.size() < MOST_COLOURS) {
      var widest = boxes.stream().max(Comparator.comparingDouble(PalettePng::loss)).orElseThrow();
      if (widest.size() == 1) {
        break;
      }
      boxes.remove(widest);
      int shift = longSide(widest);
      var sorted =
          widest.stream().sorted(Comparator.comparingInt(tint -> tint.part(shift))).toList();
      int cut = middle(sorted);
      boxes.add(sorted.subList(0, cut));
      boxes.add(sorted.subList(cut, sorted.size()));
    }
    return boxes;
  }

  /// How far the colours of a group are apart; those of many pixels count a little more.
  private static double loss(List<Tint> box) {
    long pixels = box.stream().mapToLong(Tint::pixels).sum();
    return spread(box, longSide(box)) * Math.log1p(pixels);
  }

  private static int longSide(List<Tint> box) {
    int best = SHIFTS[0];
    for (int shift : SHIFTS) {
      if (spread(box, shift) > spread(box, best)) {
        best = shift;
      }
    }
    return best;
  }

  private static int spread(List<Tint> box, int shift) {
    int least = 0xFF;
    int most = 0;
    for (var tint : box) {
      least = Math.min(least, tint.part(shift));
      most = Math.max(most, tint.part(shift));
    }
    return most - least;
  }

  /// Where half of the pixels are on each side, with at least one colour on both.
  private static int middle(List<Tint> sorted) {
    long half = sorted.stream().mapToLong(Tint::pixels).sum() / 2;
    long seen = 0;
    for (int i = 0; i < sorted.size() - 1; i++) {
      seen += sorted.get(i).pixels();
      if (seen >= half) {
        return i + 1;
      }
    }
    return sorted.size() - 1;
  }

  /// One colour a group: that of most of its pixels, so that flat ground stays exactly what it was.
  private static IndexColorModel model(List<List<Tint>> boxes, Map<Integer, Integer> numbers) {
    int[] palette = new int[boxes.size()];
    for (int i = 0; i < palette.length; i++) {
      var box = boxes.get(i);
      palette[i] = box.stream().max(Comparator.comparingInt(Tint::pixels)).orElseThrow().rgb();
      for (var tint : box) {
        numbers.put(tint.rgb(), i);
      }
    }
    return new IndexColorModel(BITS, palette.length, palette, 0, false, -1, 0);
  }

  private static byte[] written(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    var writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "png").next();
    var small = writer.getDefaultWriteParam();
    small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    small.setCompressionQuality(0);
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), small);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
