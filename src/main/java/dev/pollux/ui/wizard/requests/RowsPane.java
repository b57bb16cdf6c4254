package dev.pollux.ui.wizard.requests;

import dev.pollux.domain.Finding;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.RowTotal;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Which rows are asked about: conditions, a limit or a random sample; and how many that makes.
final class RowsPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /// Not a fault, only not ended yet.
  private static final Set<String> UNDER_WAY = Set.of("rows.counting", "rows.not-counted-yet");

  private final DraftModel model;
  private final RequestsController controller;
  private final Words words;
  private final VBox lines = new VBox(6);
  private final List<ConditionRow> conditions = new ArrayList<>();
  private final Button add = new Button("", new FontIcon(MaterialDesignP.PLUS));
  private final RowLimit limit;
  private final Label count = new Label();
  private final Button fix = new Button();
  private final Button stop = new Button();
  private final VBox root;

  RowsPane(DraftModel model, RequestsController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    add.setId("wizard-rows-add");
    add.setText(words.get("wizard.rows.add"));
    add.getStyleClass().add("compact");
    add.setOnAction(_ -> add());
    limit = new RowLimit(model, controller, words);
    count.setId("wizard-rows-count");
    count.setWrapText(true);
    count.setMinHeight(Region.USE_PREF_SIZE);
    count.getStyleClass().add("rows-count");
    fix.setId("wizard-rows-fix");
    stop.setId("wizard-rows-stop");
    stop.setText(words.get("wizard.rows.stop"));
    stop.setOnAction(_ -> controller.onStopCounting());
    for (Button button : new Button[] {fix, stop}) {
      button.getStyleClass().add("compact");
      button.managedProperty().bind(button.visibleProperty());
    }
    HBox mending = new HBox(8, fix, stop);
    mending.setMinHeight(28);
    Label title = new Label(words.get("wizard.rows.title"));
    title.getStyleClass().add("heading");
    HBox head = new HBox(12, title, add);
    head.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(12, head, lines, limit.root(), count, mending);
  }

  Region root() {
    return root;
  }

  static boolean isWrong(Finding finding) {
    return finding.stops() && !UNDER_WAY.contains(finding.code());
  }

  /// The first field that may be wrong.
  void focus() {
    if (conditions.isEmpty()) {
      limit.focus();
    } else {
      conditions.getFirst().focus();
    }
  }

  private void add() {
    List<RowChoice.Condition> all = new ArrayList<>(model.draft().rows().conditions());
    model
        .now()
        .table()
        .map(info -> info.schema().fields().getFirst().name())
        .ifPresent(
            column -> all.add(new RowChoice.Condition(column, RowChoice.Operator.IS_NOT_NULL, "")));
    keep(all);
    if (!conditions.isEmpty()) {
      conditions.getLast().focus();
    }
  }

  private void keep(List<RowChoice.Condition> all) {
    RowChoice now = model.draft().rows();
    controller.onRows(new RowChoice(all, now.limit(), now.random(), now.seed()));
  }

  private void replace(int index, RowChoice.Condition condition) {
    List<RowChoice.Condition> all = new ArrayList<>(model.draft().rows().conditions());
    if (index < all.size()) {
      all.set(index, condition);
      keep(all);
    }
  }

  private void remove(int index) {
    List<RowChoice.Condition> all = new ArrayList<>(model.draft().rows().conditions());
    all.remove(index);
    keep(all);
    if (conditions.isEmpty()) {
      add.requestFocus();
    } else {
      conditions.get(Math.min(index, conditions.size() - 1)).focus();
    }
  }

  void show(DraftState state) {
    RowChoice choice = state.draft().rows();
    List<String> names = state.table().map(info -> ColumnNames.of(info.schema())).orElse(List.of());
    int wanted = choice.conditions().size();
    while (conditions.size() > wanted) {
      lines.getChildren().remove(conditions.removeLast().root());
    }
    while (conditions.size() < wanted) {
      int index = conditions.size();
      ConditionRow row =
          new ConditionRow(index, words, now -> replace(index, now), () -> remove(index));
      conditions.add(row);
      lines.getChildren().add(row.root());
    }
    for (int i = 0; i < wanted; i++) {
      conditions.get(i).show(choice.conditions().get(i), names);
    }
    add.setDisable(names.isEmpty());
    limit.show(choice);
    Optional<Finding> open = controller.rowsFinding();
    count.setText(open.map(controller::say).orElseGet(() -> counted(state)));
    count.pseudoClassStateChanged(WRONG, open.filter(RowsPane::isWrong).isPresent());
    Optional<QuickFix> click = open.flatMap(controller::fix);
    fix.setVisible(click.isPresent());
    click.ifPresent(mend -> {
      fix.setText(controller.label(mend));
      fix.setOnAction(_ -> controller.onFix(mend));
    });
    stop.setVisible(state.facts().total().isLooking());
  }

  private String counted(DraftState state) {
    if (state.rows().isEmpty()) {
      return "";
    }
    long rows = state.rows().getAsLong();
    // Nobody knows what a count over files read.
    return state.facts().total().value().orElse(null) instanceof RowTotal.Counted(long _, long read)
            && read > 0
        ? words.get("wizard.rows.counted", rows, read / 1e6)
        : words.get("wizard.rows.count", rows);
  }
}
