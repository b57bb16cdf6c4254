package dev.pollux.ui.connection;

import dev.pollux.domain.connection.Connection;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Lazy;
import dev.pollux.ui.kit.View;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The chip. What it opens is made when it is first opened.
final class ConnectionView extends View<Button> {
  private final ConnectionModel model;
  private final Words words;
  private final ConnectionNames names;
  private final Lazy<ConnectionPanel> content;
  private final Lazy<PopOver> panel;

  ConnectionView(ConnectionModel model, ConnectionController controller, Words words) {
    super(new Button());
    this.model = model;
    this.words = words;
    this.names = new ConnectionNames(words);
    this.content = new Lazy<>(() -> new ConnectionPanel(model, controller, words));
    this.panel = new Lazy<>(this::popOver);
    root().setId("connection-chip");
    root().getStyleClass().add("connection-chip");
    root().setOnAction(_ -> toggle());
  }

  private PopOver popOver() {
    PopOver made = new PopOver();
    made.setContentNode(content.get().root());
    made.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
    made.setAnimated(false);
    made.setDetachable(false);
    follow(content.get());
    return made;
  }

  private void follow(ConnectionPanel made) {
    onDetach(made.bind()::unsubscribe);
  }

  private void toggle() {
    PopOver shown = panel.get();
    if (shown.isShowing()) {
      shown.hide();
    } else {
      content.get().fit(root().getScene().getHeight());
      shown.show(root());
    }
  }

  /// Makes what the chip opens.
  void make() {
    panel.get();
  }

  @Override
  protected void attach() {
    onDetach(
        model
                .current()
                .subscribe(now -> {
                  show(now);
                  panel.ifMade(PopOver::hide);
                })
            ::unsubscribe);
    onDetach(model.target().subscribe(_ -> show(model.current().get()))::unsubscribe);
    onDetach(model.faulty().subscribe(_ -> show(model.current().get()))::unsubscribe);
    content.ifMade(this::follow);
    onDetach(() -> panel.ifMade(PopOver::hide));
  }

  private void show(Optional<Connection> current) {
    boolean simulated = current.filter(Connection::simulated).isPresent();
    boolean waits = current.isPresent() && !simulated && current.equals(model.target().get());
    String name = current.map(names::of).orElse(words.get("connection.chip.none"));
    String text =
        waits
            ? words.get("connection.chip.connecting", name)
            : simulated && model.faulty().get() ? words.get("connection.chip.faults", name) : name;
    root().setText(text);
    root().setTooltip(new Tooltip(text));
    root().setAccessibleText(words.get("connection.chip.accessible", text));
    root()
        .setGraphic(
            new FontIcon(
                simulated
                    ? MaterialDesignF.FLASK_OUTLINE
                    : current.isPresent()
                        ? MaterialDesignC.CLOUD_OUTLINE
                        : MaterialDesignC.CLOUD_OFF_OUTLINE));
    root().getStyleClass().remove("simulated");
    if (simulated) {
      root().getStyleClass().add("simulated");
    }
  }
}
