package dev.pollux.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// One line under the top bar, there only while something is said.
final class BannerView {
  private final HBox root = new HBox(12);
  private final Label text = new Label("", new FontIcon(MaterialDesignA.ALERT_OUTLINE));
  private final Button remedy = new Button();

  BannerView() {
    text.setId("shell-banner-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    remedy.setId("shell-banner-remedy");
    remedy.setMinWidth(Region.USE_PREF_SIZE);
    remedy.managedProperty().bind(remedy.visibleProperty());
    root.setId("shell-banner");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().addAll("shell-banner", "line-bottom");
    root.getChildren().addAll(text, remedy);
    root.managedProperty().bind(root.visibleProperty());
    show(Optional.empty());
  }

  HBox root() {
    return root;
  }

  void show(Optional<Banner> banner) {
    root.setVisible(banner.isPresent());
    text.setText(banner.map(Banner::text).orElse(""));
    root.getStyleClass().removeAll(Styles.WARNING, Styles.DANGER);
    banner.ifPresent(b -> root.getStyleClass().add(b.grave() ? Styles.DANGER : Styles.WARNING));
    Optional<Banner.Remedy> cure = banner.flatMap(Banner::remedy);
    remedy.setVisible(cure.isPresent());
    remedy.setText(cure.map(Banner.Remedy::name).orElse(""));
    remedy.setOnAction(_ -> cure.ifPresent(c -> c.action().run()));
  }
}
