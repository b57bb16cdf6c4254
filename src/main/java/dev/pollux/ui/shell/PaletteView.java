package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// All actions in one list that is filtered while one types, and below them the tables and jobs of
/// that name.
final class PaletteView implements FloatingPanel {
  /// Who sees more of them types another letter.
  private static final int MOST_PLACES = 50;

  private final VBox root = new VBox();
  private final CustomTextField filter = (CustomTextField) TextFields.createClearableTextField();
  private final Words words;
  private final ListView<PaletteLine> list = new ListView<>();
  private final ShellController controller;
  // As they were when the palette was opened.
  private List<KnownPlace> known = List.of();

  /// A line of the list.
  ///
  /// @param caption its keys, or where it is
  private record PaletteLine(String label, String caption, Optional<Ikon> icon, Runnable action) {
    static PaletteLine of(Command command, Words words) {
      return new PaletteLine(
          command.label(), command.keyNames(words), Optional.empty(), command.action());
    }
  }

  PaletteView(ShellController controller, Words words) {
    this.controller = controller;
    this.words = words;
    filter.setId("palette-filter");
    filter.setPromptText(words.get("shell.palette.prompt"));
    filter.setAccessibleText(words.get("shell.palette.prompt"));
    filter.textProperty().subscribe(this::narrow);
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setId("palette-list");
    list.setPlaceholder(new Label(words.get("shell.palette.none")));
    list.setFocusTraversable(false);
    list.setPrefHeight(280);
    list.setCellFactory(_ -> new PaletteCell());
    list.setOnMouseClicked(_ -> perform());
    root.setId("palette");
    root.getStyleClass().addAll("card", "shell-palette");
    root.getChildren().addAll(filter, list);
    root.setMaxSize(520, Region.USE_PREF_SIZE);
  }

  @Override
  public VBox root() {
    return root;
  }

  @Override
  public void open() {
    known = controller.known();
    filter.clear();
    narrow("");
    filter.requestFocus();
  }

  private void narrow(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<PaletteLine> fitting = new ArrayList<>();
    controller.commands().stream()
        .filter(Command::offered)
        .filter(c -> c.label().toLowerCase(Locale.ROOT).contains(wanted))
        .map(command -> PaletteLine.of(command, words))
        .forEach(fitting::add);
    if (!wanted.isEmpty()) {
      String[] parts = wanted.split("\\s+");
      known.stream()
          .filter(place -> place.fits(parts))
          .limit(MOST_PLACES)
          .map(this::offer)
          .forEach(fitting::add);
    }
    list.getItems().setAll(fitting);
    list.getSelectionModel().selectFirst();
  }

  private PaletteLine offer(KnownPlace place) {
    return new PaletteLine(
        place.name(),
        place.where(),
        Optional.of(
            switch (place.kind()) {
              case TABLE -> MaterialDesignT.TABLE;
              case JOB -> MaterialDesignF.FORMAT_LIST_BULLETED;
            }),
        () -> controller.go(place.show()));
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
    } else if (code == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
    } else if (code == KeyCode.ENTER) {
      perform();
    } else {
      return;
    }
    event.consume();
  }

  private void perform() {
    PaletteLine chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      controller.onPalette(false);
      chosen.action().run();
    }
  }

  private static final class PaletteCell extends ListCell<PaletteLine> {
    private PaletteCell() {
      // Without it a long name makes the list scroll sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(PaletteLine offer, boolean empty) {
      super.updateItem(offer, empty);
      if (empty) {
        setGraphic(null);
        return;
      }
      Label name = new Label(offer.label());
      offer.icon().map(FontIcon::new).ifPresent(name::setGraphic);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      Label caption = new Label(offer.caption());
      caption.getStyleClass().add("caption");
      caption.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(8, name, caption);
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
    }
  }
}
