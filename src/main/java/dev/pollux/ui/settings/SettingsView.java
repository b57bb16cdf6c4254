package dev.pollux.ui.settings;

import dev.pollux.settings.Settings;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.LocalNumber;
import dev.pollux.ui.kit.NumberField;
import dev.pollux.ui.kit.OnOffSwitch;
import dev.pollux.ui.kit.View;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// A search above sections of settings.
final class SettingsView extends View<VBox> {
  private final SettingsModel model;
  private final Words words;
  private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
  private final LooksSection looks;
  private final OnOffSwitch tell;
  private final Button arrangement = new Button();
  private final NumberField askAbove;
  private final NumberField cap;
  private final NumberField gigabytes;
  private final Label complaint = new Label();
  private final Label none = new Label();
  private final List<SettingSection> sections;

  SettingsView(SettingsModel model, SettingsController controller, String folder, Words words) {
    super(new VBox(12));
    this.model = model;
    this.words = words;
    looks = new LooksSection(controller, words);
    askAbove = amount("settings-ask-above", controller, controller::onAskAbove);
    cap = amount("settings-cap", controller, controller::onCap);
    cap.setPromptText(words.get("preferences.cap.none"));
    gigabytes = amount("settings-gigabytes", controller, controller::onQueryGigabytes);
    tell = new OnOffSwitch("settings-tell", "", controller::onTell);
    arrangement.setId("settings-arrangement");
    arrangement.setText(words.get("preferences.arrangement.forget"));
    arrangement.setOnAction(_ -> controller.onForgetArrangement());
    sections = List.of(looks.section(), money(), rows(), jobs(), computer(folder));
    search.setId("settings-search");
    search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    search.setPromptText(words.get("preferences.search"));
    search.setAccessibleText(words.get("preferences.search"));
    search.textProperty().subscribe((_, text) -> controller.onSearch(text));
    lay();
  }

  private NumberField amount(
      String id, NumberField.Writing writing, Consumer<OptionalDouble> heard) {
    return new NumberField(id, new LocalNumber(words.locale(), false), writing, heard);
  }

  private SettingSection money() {
    return new SettingSection(words.get("preferences.section.money"))
        .with(
            words.get("preferences.ask-above"),
            words.get("preferences.ask-above.explained"),
            askAbove)
        .with(words.get("preferences.cap"), words.get("preferences.cap.explained"), cap)
        .with(
            words.get("preferences.gigabytes"),
            words.get("preferences.gigabytes.explained"),
            gigabytes);
  }

  private SettingSection rows() {
    return new SettingSection(words.get("preferences.section.rows"))
        .with(
            words.get("preferences.arrangement"),
            words.get("preferences.arrangement.explained"),
            arrangement)
        .saying(words.get("preferences.rows"), words.get("preferences.rows.explained"));
  }

  private SettingSection jobs() {
    return new SettingSection(words.get("preferences.section.jobs"))
        .with(words.get("preferences.tell"), words.get("preferences.tell.explained"), tell);
  }

  private SettingSection computer(String folder) {
    TextField where = new TextField(folder);
    where.setId("settings-folder");
    where.setEditable(false);
    return new SettingSection(words.get("preferences.section.computer"))
        .with(words.get("preferences.folder"), words.get("preferences.folder.explained"), where)
        .saying(words.get("preferences.network"), words.get("preferences.network.explained"))
        .saying(words.get("preferences.updates"), words.get("preferences.updates.explained"))
        .saying(
            words.get("preferences.connections"), words.get("preferences.connections.explained"));
  }

  private void lay() {
    none.setId("settings-none");
    none.setText(words.get("preferences.none"));
    none.getStyleClass().add("quiet");
    none.managedProperty().bind(none.visibleProperty());
    complaint.setId("settings-complaint");
    complaint.getStyleClass().add("problem");
    complaint.setWrapText(true);
    // Its place is there before it is said, so that nothing moves; the gaps around make room.
    complaint.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setMargin(complaint, new Insets(-8, 0, -8, 0));
    VBox all = new VBox(24, none);
    all.getStyleClass().add("settings-all");
    sections.forEach(section -> all.getChildren().add(section.root()));
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root().setId("settings");
    root().getChildren().addAll(search, complaint, scroll);
  }

  void focusSearch() {
    search.requestFocus();
  }

  @Override
  protected void attach() {
    onDetach(model.settings().subscribe(this::show)::unsubscribe);
    onDetach(model.tells().subscribe(tell::show)::unsubscribe);
    onDetach(model.searched().subscribe(this::find)::unsubscribe);
    onDetach(model.complaint().subscribe(this::complain)::unsubscribe);
  }

  private void show(Settings now) {
    looks.show(now.appearance());
    arrangement.setDisable(!now.layout().isArranged());
    askAbove.show(OptionalDouble.of(now.spending().askAbove()), false);
    cap.show(now.spending().cap(), false);
    gigabytes.show(OptionalDouble.of(now.spending().queryGigabytes()), false);
  }

  private void find(String searched) {
    if (!search.getText().equals(searched)) {
      search.setText(searched);
    }
    boolean found = false;
    for (SettingSection section : sections) {
      found |= section.show(searched);
    }
    none.setVisible(!found);
  }

  private void complain(String why) {
    complaint.setText(why);
    complaint.setVisible(!why.isEmpty());
  }
}
