package dev.blipscope.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Joins `delivery.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class DeliveryController {

  private static final int MOST_ROWS = 14;
  private static final double GAP = 8;

  private final DeliveryViewModel model;
  private final Words words;
  private final Commands commands;

  /// Which tries a person folded or unfolded, by title.
  private final Set<String> folded = new HashSet<>();

  @FXML private VBox page;

  public DeliveryController(DeliveryViewModel model, Words words, Commands commands) {
    this.model = model;
    this.words = words;
    this.commands = commands;
  }

  public DeliveryViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    OnScreen.of(page, model.facesProperty()).subscribe(this::show);
  }

  @FXML
  private void send() {
    commands.run(Command.SEND);
  }

  private void show(List<DeliveryFace> faces) {
    page.getChildren().setAll(faces.stream().map(this::delivery).toList());
  }

  private Node delivery(DeliveryFace face) {
    var parts = new ArrayList<Node>();
    parts.add(head(face));
    parts.add(text(face.sentence(), "sentence"));
    parts.add(text(words.text("delivery.id", face.messageId()), "muted"));
    if (!face.next().isEmpty()) {
      parts.add(text(face.next(), "next"));
    }
    if (!face.note().isEmpty()) {
      parts.add(text(face.note(), "note"));
    }
    face.ledger().forEach(line -> parts.add(ledger(line)));
    face.tries().forEach(one -> parts.add(one(one, face.tries().getFirst().equals(one))));
    var box = new VBox(GAP);
    box.getChildren().setAll(parts);
    return box;
  }

  private Node head(DeliveryFace face) {
    var icon = new FontIcon(StateWords.icon(face.mark()));
    icon.getStyleClass().addAll("postmark", StateWords.style(face.mark()));
    var state = text(face.state(), "delivery-state");
    state.setId("delivery-state");
    var where = text(face.where(), "muted");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(GAP, icon, state, where, gap);
    head.getStyleClass().add("delivery-head");
    if (face.retry()) {
      var retry = new Button(words.text("delivery.retry"), new FontIcon("fth-repeat"));
      retry.setId("delivery-retry");
      retry.getStyleClass().add("small");
      retry.setMinWidth(Region.USE_PREF_SIZE);
      retry.setOnAction(_ -> model.retry(face));
      head.getChildren().add(retry);
    }
    return head;
  }

  private Node ledger(String line) {
    var label = text(line, "ledger-line");
    label.setGraphic(new FontIcon("fth-box"));
    return label;
  }

  private Node one(DeliveryFace.Try one, boolean latest) {
    var content = new VBox(GAP);
    if (!one.request().isEmpty()) {
      content
          .getChildren()
          .addAll(text(words.text("delivery.request"), "muted"), code(one.request()));
    }
    if (!one.response().isEmpty()) {
      content
          .getChildren()
          .addAll(text(words.text("delivery.response"), "muted"), code(one.response()));
    }
    var pane = new TitledPane(one.title(), content);
    pane.setAnimated(false);
    pane.setMinWidth(0);
    pane.setCollapsible(!content.getChildren().isEmpty());
    pane.setExpanded(latest != folded.contains(one.title()));
    pane.expandedProperty()
        .subscribe(
            open -> {
              if (open == latest) {
                folded.remove(one.title());
              } else {
                folded.add(one.title());
              }
            });
    return pane;
  }

  private static Node code(String text) {
    var area = new TextArea(text);
    area.setEditable(false);
    area.getStyleClass().add("code");
    area.setMinWidth(0);
    area.setPrefWidth(0);
    area.setPrefRowCount((int) Math.min(MOST_ROWS, text.lines().count() + 1));
    return area;
  }

  private static Label text(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
