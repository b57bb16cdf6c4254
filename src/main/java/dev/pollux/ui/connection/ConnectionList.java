package dev.pollux.ui.connection;

import dev.pollux.settings.KeptConnection;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The sandbox and the connections that are kept, with what their last tests found.
final class ConnectionList {
  private final ConnectionModel model;
  private final ConnectionController controller;
  private final Words words;
  private final VBox items = new VBox(4);
  private final VBox root;

  ConnectionList(ConnectionModel model, ConnectionController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    Label title = new Label(words.get("connection.list.title"));
    title.getStyleClass().add("heading");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button add = new Button(words.get("connection.list.new"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("connection-new");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(_ -> controller.onNew());
    HBox head = new HBox(8, title, add);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(items);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("connection-items");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label secret = new Label(words.get("connection.list.no-secret"));
    secret.setWrapText(true);
    secret.setMinHeight(Region.USE_PREF_SIZE);
    secret.getStyleClass().add("caption");
    root = ConnectionPanel.wrapping(8, head, scroll, secret);
    root.getStyleClass().add("connection-list");
  }

  VBox root() {
    return root;
  }

  Subscription bind() {
    show();
    return Subscription.combine(
        model.kept().subscribe(() -> show()),
        model.selected().subscribe(() -> show()),
        model.current().subscribe(() -> show()),
        model.tested().subscribe(() -> show()));
  }

  private void show() {
    items.getChildren().setAll(sandbox());
    List<KeptConnection> kept = model.kept().get();
    for (int i = 0; i < kept.size(); i++) {
      items.getChildren().add(item(i, kept.get(i)));
    }
  }

  private Button sandbox() {
    FontIcon icon = new FontIcon(MaterialDesignF.FLASK_OUTLINE);
    icon.getStyleClass().add("hue-sandbox");
    return button(
        "connection-item-sandbox",
        said(
            words.get("connection.sandbox.title"),
            words.get("connection.list.sandbox"),
            Optional.ofNullable(model.tested().get().get(ConnectionModel.SANDBOX))),
        line(
            icon,
            words.get("connection.sandbox.title"),
            words.get("connection.list.sandbox"),
            model.isSandboxUsed(),
            Optional.ofNullable(model.tested().get().get(ConnectionModel.SANDBOX))),
        model.selected().get().equals(Optional.of(ConnectionModel.SANDBOX)),
        () -> controller.onSelect(ConnectionModel.SANDBOX));
  }

  private Button item(int index, KeptConnection kept) {
    FontIcon icon = new FontIcon(MaterialDesignC.CLOUD_OUTLINE);
    icon.getStyleClass().add("hue-" + kept.hue().name().toLowerCase(Locale.ROOT));
    String where = words.get("connection.chip.google", kept.project(), kept.location().id());
    return button(
        "connection-item-" + index,
        said(kept.name(), where, Optional.ofNullable(model.tested().get().get(kept.name()))),
        line(
            icon,
            kept.name(),
            where,
            model.isUsed(kept),
            Optional.ofNullable(model.tested().get().get(kept.name()))),
        model.selected().get().equals(Optional.of(kept.name())),
        () -> controller.onSelect(kept.name()));
  }

  private HBox line(
      FontIcon icon, String name, String where, boolean used, Optional<Boolean> tested) {
    Label title = new Label(name);
    title.getStyleClass().add("connection-name");
    Label use = new Label(words.get("connection.list.in-use"));
    use.getStyleClass().addAll("badge", "caption");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.setVisible(used);
    use.setManaged(used);
    Label below = new Label(where);
    below.getStyleClass().add("caption");
    VBox texts = new VBox(2, new HBox(6, title, use), below);
    HBox.setHgrow(texts, Priority.ALWAYS);
    HBox line = new HBox(10, icon, texts);
    line.getChildren().addAll(outcome(tested));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// What the last test found, as a picture; in words it is said with the name.
  private static List<FontIcon> outcome(Optional<Boolean> tested) {
    return tested.map(ConnectionList::icon).stream().toList();
  }

  private static FontIcon icon(boolean fine) {
    FontIcon icon =
        new FontIcon(
            fine ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    icon.getStyleClass().add(fine ? "step-fine" : "step-mend");
    return icon;
  }

  private String said(String name, String where, Optional<Boolean> tested) {
    String outcome =
        tested.isEmpty()
            ? words.get("connection.list.not-tried")
            : words.get(tested.get() ? "connection.list.fine" : "connection.list.to-mend");
    return name + ", " + where + ", " + outcome;
  }

  private static Button button(
      String id, String said, HBox line, boolean selected, Runnable action) {
    Button button = new Button("", line);
    button.setAccessibleText(said);
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().addAll("flat", "connection-item");
    if (selected) {
      button.getStyleClass().add("selected");
    }
    line.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
