package dev.blipscope.ui;

import dev.blipscope.ui.ThirdParty.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the program is, what it runs on, and the licences of all that it is made of.
final class AboutPage {

  private AboutPage() {}

  static List<Node> of(Words words, Edition edition, List<Part> parts) {
    var nodes = new ArrayList<Node>();
    Stream.of("about.what", "about.private", "about.word")
        .forEach(key -> nodes.add(text(words.text(key), "paragraph")));
    nodes.add(
        text(
            words.text("about.runs-on", edition.java(), edition.javafx(), edition.system()),
            "paragraph"));
    nodes.add(text(words.text("about.parts"), "heading"));
    if (parts.isEmpty()) {
      nodes.add(text(words.text("about.parts.none"), "paragraph"));
    } else {
      parts.forEach(part -> nodes.add(line(part)));
      nodes.add(text(words.text("about.java"), "paragraph"));
    }
    return nodes;
  }

  private static Node line(Part part) {
    var line =
        new VBox(
            text(part.name() + " " + part.version(), "name"),
            text(part.licence() + "\n" + part.address(), "muted"));
    line.getStyleClass().add("part");
    return line;
  }

  private static Node text(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
