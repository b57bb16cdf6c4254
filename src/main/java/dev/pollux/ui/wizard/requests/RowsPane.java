package dev.pollux.ui.wizard;

import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.RowChoice;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Which rows are asked about: conditions, a limit or a random sample; and how many that makes.
final class RowsSection extends Section {
  /// How many of the rows, as it is offered.
  private enum Share {
    ALL,
    FIRST,
    RANDOM
  }

  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final VBox conditions = new VBox(6);
  private final Button add = new Button();
  private final ComboBox<Share> share = new ComboBox<>();
  private final TextField limit = new TextField();
  private final Label count = new Label();
  private RowChoice shown = RowChoice.ALL;
  private Optional<TableInfo> of = Optional.empty();

  RowsSection(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    add.setId("wizard-rows-add");
    add.setText(words.get("wizard.rows.add"));
    add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
    add.setOnAction(_ -> add());
    share.setId("wizard-rows-share");
    share.setAccessibleText(words.get("wizard.rows.share"));
    share.getItems().setAll(Share.values());
    share.setConverter(new WordsConverter<>(s -> words.get("wizard.rows.share." + s.name())));
    share.setValue(Share.ALL);
    limit.setId("wizard-rows-limit");
    limit.setPromptText("1000");
    limit.setPrefColumnCount(8);
    limit.visibleProperty().bind(share.valueProperty().isNotEqualTo(Share.ALL));
    share.valueProperty().subscribe((_, _) -> keepLimit());
    limit.setOnAction(_ -> keepLimit());
    limit
        .focusedProperty()
        .subscribe((_, in) -> {
          if (!in) {
            keepLimit();
          }
        });
    count.setId("wizard-rows-count");
    count.getStyleClass().add("heading");
    count.setWrapText(true);
    HBox line = new HBox(8, new Label(words.get("wizard.rows.of-these")), share, limit);
    line.setAlignment(Pos.CENTER_LEFT);
    root().getChildren().addAll(conditions, add, line, count);
  }

  private void add() {
    Optional<String> first =
        model.table.get().map(info -> info.schema().fields().getFirst().name());
    List<RowChoice.Condition> all = new ArrayList<>(model.choice.get().conditions());
    first.ifPresent(
        column -> all.add(new RowChoice.Condition(column, RowChoice.Operator.IS_NOT_NULL, "")));
    keep(all);
  }

  void keep(List<RowChoice.Condition> all) {
    RowChoice now = model.choice.get();
    change(new RowChoice(all, now.limit(), now.random(), now.seed()));
  }

  private void keepLimit() {
    RowChoice now = model.choice.get();
    String typed = limit.getText().strip();
    if (typed.isEmpty()) {
      typed = limit.getPromptText();
    }
    boolean number = typed.matches("\\d{1,12}");
    limit.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), !number);
    OptionalLong most =
        share.getValue() == Share.ALL || !number
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(typed));
    change(
        new RowChoice(
            now.conditions(),
            most,
            most.isPresent() && share.getValue() == Share.RANDOM,
            "pollux"));
  }

  private void change(RowChoice choice) {
    if (!choice.equals(model.choice.get())) {
      model.choice.set(choice);
      controller.onEdited();
    }
  }

  @Override
  void show() {
    RowChoice now = model.choice.get();
    if (!now.conditions().equals(shown.conditions()) || !model.table.get().equals(of)) {
      conditions.getChildren().clear();
      for (int i = 0; i < now.conditions().size(); i++) {
        conditions.getChildren().add(new ConditionLine(i, model, words, this::keep).root());
      }
    }
    if (!now.equals(shown)) {
      now.limit().ifPresent(most -> limit.setText(Long.toString(most)));
      share.setValue(now.limit().isEmpty() ? Share.ALL : now.random() ? Share.RANDOM : Share.FIRST);
    }
    shown = now;
    of = model.table.get();
    count.setText(counted());
  }

  private String counted() {
    return switch (model.count.get()) {
      case RowCount.None _ -> "";
      case RowCount.Counting _ -> words.get("wizard.rows.counting");
      case RowCount.Failed(String why) -> why;
      case RowCount.Known(long rows, long bytes) ->
          bytes == 0
              ? words.get("wizard.rows.count", rows)
              : words.get("wizard.rows.counted", rows, bytes / 1e6);
    };
  }
}
