import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Lists the libraries that the program ships, each with its licence, as their own build files in
/// the local Maven repository have it. A line is name, version, licences and their addresses, with
/// tabs between them. Runs on the Java that runs Maven.
final class ThirdParty {

  private ThirdParty() {}

  /// Writes the list.
  ///
  /// @param args the file to write, and the class path of the program
  public static void main(String[] args) throws Exception {
    var lines = new TreeSet<String>();
    for (String entry : args[1].split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        lines.add(line(Path.of(entry)));
      }
    }
    var file = Path.of(args[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  /// A jar of Maven's repository: group, name and version are the folders that it lies in.
  private static String line(Path jar) throws Exception {
    var version = jar.getParent();
    var name = version.getParent();
    var build = version.resolve(name.getFileName() + "-" + version.getFileName() + ".pom");
    var licences = licences(build);
    if (licences.isEmpty()) {
      throw new IOException("no licence is named by " + build + " or what stands above it");
    }
    return String.join(
        "\t",
        group(build) + ":" + name.getFileName(),
        version.getFileName().toString(),
        join(licences, "name"),
        join(licences, "url"));
  }

  private static String join(List<Element> licences, String what) {
    return licences.stream()
        .map(licence -> text(licence, what))
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String group(Path build) throws Exception {
    var project = project(build);
    String own = text(project, "groupId");
    return own.isEmpty() ? text(children(project, "parent").get(0), "groupId") : own;
  }

  /// The licences of a build file, or else those of its parent.
  private static List<Element> licences(Path build) throws Exception {
    var project = project(build);
    var own =
        children(project, "licenses").stream().flatMap(it -> children(it, "license").stream());
    var found = own.toList();
    var parents = children(project, "parent");
    return found.isEmpty() && !parents.isEmpty() ? licences(parent(build, parents.get(0))) : found;
  }

  private static Path parent(Path build, Element parent) throws Exception {
    var root = build;
    String group = group(build);
    for (int up = group.split("\\.").length + 3; up > 0; up--) {
      root = root.getParent();
    }
    String name = text(parent, "artifactId");
    String version = text(parent, "version");
    return root.resolve(text(parent, "groupId").replace('.', '/'))
        .resolve(name)
        .resolve(version)
        .resolve(name + "-" + version + ".pom");
  }

  private static Element project(Path build)
      throws IOException, ParserConfigurationException, SAXException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(build.toFile()).getDocumentElement();
  }

  private static List<Element> children(Element of, String name) {
    var nodes = of.getChildNodes();
    var found = new ArrayList<Element>();
    IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node instanceof Element && node.getNodeName().equals(name))
        .forEach(node -> found.add((Element) node));
    return found;
  }

  private static String text(Element of, String name) {
    return children(of, name).stream()
        .findFirst()
        .map(it -> it.getTextContent().strip().replaceAll("\\s+", " "))
        .orElse("");
  }
}
