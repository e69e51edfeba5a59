import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// What the packages are made of. The list with the licences that the program shows is a file of
// the
/// project; this compares it with the bill of materials that Maven made, and that with the jars.
final class Parts {

  static final Path ABOUT = Path.of("src/main/resources/dev/blipscope/about");
  private static final Path LIST = ABOUT.resolve("third-party.txt");

  private Parts() {}

  /// Stops the packaging if a jar is in no list.
  static void check(Path bill, Path jars, Path target) throws Exception {
    var lines = new TreeSet<String>();
    var files = new TreeSet<String>();
    var components =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(bill.toFile())
            .getElementsByTagName("component");
    for (int i = 0; i < components.getLength(); i++) {
      var component = (Element) components.item(i);
      boolean isTool = component.getParentNode().getParentNode().getNodeName().equals("tools");
      boolean isPart = component.getParentNode().getNodeName().equals("components");
      if (isPart && !isTool) {
        String name = text(component, "name");
        String version = text(component, "version");
        files.add(name + "-" + version);
        lines.add(
            text(component, "group") + ":" + name + " " + version + "  " + licences(component));
      }
    }
    for (var jar : Disk.list(jars)) {
      String file = jar.getFileName().toString();
      if (files.stream().noneMatch(file::startsWith)) {
        throw new IllegalStateException(
            file + " is not in " + bill + ": let Maven make it anew, without -o");
      }
    }
    String list = String.join("\n", lines) + "\n";
    if (!list.equals(Files.readString(LIST))) {
      var made = target.resolve(LIST.getFileName());
      Files.writeString(made, list);
      throw new IllegalStateException(
          LIST + " is not what is packed; look at " + made + ", copy it there, and pack again");
    }
  }

  /// Copies the list and the texts of the licences.
  static void copy(Path folder) throws IOException {
    for (var file : Disk.all(ABOUT)) {
      if (Files.isRegularFile(file)) {
        Disk.copy(file, folder.resolve(ABOUT.relativize(file).toString()));
      }
    }
  }

  private static String licences(Element component) {
    var names = new TreeSet<String>();
    var expressions = component.getElementsByTagName("expression");
    for (int i = 0; i < expressions.getLength(); i++) {
      names.add(expressions.item(i).getTextContent().strip());
    }
    var licences = component.getElementsByTagName("license");
    for (int i = 0; i < licences.getLength(); i++) {
      var licence = (Element) licences.item(i);
      String id = text(licence, "id");
      names.add(id.isEmpty() ? text(licence, "name") : id);
    }
    return String.join(" or ", names.isEmpty() ? List.of("unknown") : names);
  }

  private static String text(Element parent, String name) {
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(name)) {
        return child.getTextContent().strip();
      }
    }
    return "";
  }
}
