import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Draws the icon in all sizes, as each system wants it. It knows as much of SVG as our two
// drawings
/// need: rectangles, circles, and paths of straight lines.
final class Icons {

  private static final Path DRAWINGS = Path.of("src/package/icons");
  private static final int SMALL = 32;
  static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
  private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 256);
  private static final Map<String, Integer> MACOS =
      new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512));

  private Icons() {}

  /// Draws into a folder, for a person to look at: `java src/package/java/Icons.java FOLDER`.
  public static void main(String[] args) throws Exception {
    make(Path.of(args[0]));
  }

  /// Leaves `blipscope.svg`, `.ico`, `.icns`, and a `.png` of each size.
  static void make(Path folder) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Disk.clear(folder);
    Files.copy(DRAWINGS.resolve("blipscope.svg"), folder.resolve("blipscope.svg"));
    var images = new TreeMap<Integer, byte[]>();
    for (int size : SIZES) {
      var image = png(size);
      images.put(size, image);
      Files.write(folder.resolve("blipscope-" + size + ".png"), image);
    }
    Files.write(folder.resolve("blipscope.ico"), ico(images));
    Files.write(folder.resolve("blipscope.icns"), icns(images));
  }

  private static byte[] png(int size) throws Exception {
    var svg = DRAWINGS.resolve(size <= SMALL ? "blipscope-small.svg" : "blipscope.svg");
    var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    var drawing = root.getDocumentElement();
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    var on = image.createGraphics();
    on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double unit = size / Double.parseDouble(drawing.getAttribute("viewBox").split(" ")[2]);
    on.scale(unit, unit);
    var children = drawing.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element) {
        draw(element, on);
      }
    }
    on.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void draw(Element element, Graphics2D on) {
    switch (element.getTagName()) {
      case "title" -> {}
      case "rect" -> {
        on.setColor(Color.decode(element.getAttribute("fill")));
        double round = 2 * number(element, "rx");
        on.fill(
            new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                round,
                round));
      }
      case "circle" -> {
        on.setColor(Color.decode(element.getAttribute("fill")));
        double r = number(element, "r");
        on.fill(
            new Ellipse2D.Double(
                number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r));
      }
      case "path" -> {
        on.setColor(Color.decode(element.getAttribute("stroke")));
        on.setStroke(
            new BasicStroke(
                (float) number(element, "stroke-width"),
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND));
        on.draw(path(element.getAttribute("d")));
      }
      default -> throw new IllegalArgumentException("cannot draw <" + element.getTagName() + ">");
    }
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static Path2D path(String words) {
    var path = new Path2D.Double();
    var word = List.of(words.trim().split("\\s+")).iterator();
    while (word.hasNext()) {
      String what = word.next();
      double x = Double.parseDouble(word.next());
      double y = Double.parseDouble(word.next());
      switch (what) {
        case "M" -> path.moveTo(x, y);
        case "L" -> path.lineTo(x, y);
        default -> throw new IllegalArgumentException("cannot draw " + what);
      }
    }
    return path;
  }

  // A directory of PNG images:
  // https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
  private static byte[] ico(Map<Integer, byte[]> images) throws IOException {
    int at = 6 + 16 * WINDOWS.size();
    var head = ByteBuffer.allocate(at).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
    var bodies = new ByteArrayOutputStream();
    for (int size : WINDOWS) {
      byte[] image = images.get(size);
      // 256 is written as 0.
      head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      head.putShort((short) 1).putShort((short) 32).putInt(image.length).putInt(at + bodies.size());
      bodies.write(image);
    }
    return joined(head, bodies);
  }

  // Blocks of a name, a length and a PNG image.
  private static byte[] icns(Map<Integer, byte[]> images) throws IOException {
    var bodies = new ByteArrayOutputStream();
    for (var kind : MACOS.entrySet()) {
      byte[] image = images.get(kind.getValue());
      bodies.write(kind.getKey().getBytes(StandardCharsets.US_ASCII));
      bodies.write(ByteBuffer.allocate(4).putInt(8 + image.length).array());
      bodies.write(image);
    }
    var head = ByteBuffer.allocate(8).put("icns".getBytes(StandardCharsets.US_ASCII));
    return joined(head.putInt(8 + bodies.size()), bodies);
  }

  private static byte[] joined(ByteBuffer head, ByteArrayOutputStream bodies) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write(head.array());
    bodies.writeTo(all);
    return all.toByteArray();
  }
}
