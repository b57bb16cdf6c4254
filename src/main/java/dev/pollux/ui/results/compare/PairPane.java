package dev.pollux.ui.results.compare;

import atlantafx.base.controls.Spacer;
import dev.pollux.domain.value.Field;
import dev.pollux.results.compare.RowPair;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.value.LongText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What both runs said of one row, side by side and in full.
final class PairPane {
  /// Characters of a value that is said where it differs.
  private static final int SHORT = 30;

  private final Words words;
  private final LongText longText;
  private final TextArea first = area("compare-first-answer");
  private final TextArea second = area("compare-second-answer");
  private final Label differ = new Label();
  private final Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
  private final VBox root;

  PairPane(Words words) {
    this.words = words;
    this.longText = new LongText(words);
    first.setAccessibleText(words.get("compare.answer", "A"));
    second.setAccessibleText(words.get("compare.answer", "B"));
    differ.setId("compare-row-differs");
    differ.getStyleClass().add("caption");
    close.setId("compare-row-close");
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(words.get("kit.value.close"));
    close.setTooltip(new Tooltip(words.get("kit.value.close")));
    HBox head = new HBox(8, differ, new Spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox both = new HBox(8, side("A", "accent", first), side("B", "second", second));
    VBox.setVgrow(both, Priority.ALWAYS);
    root = new VBox(4, head, both);
    root.getStyleClass().addAll("pane", "value-pane");
    root.setMinHeight(80);
  }

  private static TextArea area(String id) {
    TextArea text = new TextArea();
    text.setId(id);
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefColumnCount(20);
    text.getStyleClass().add("value-text");
    return text;
  }

  private static Node side(String letter, String colour, TextArea text) {
    Label badge = new Label(letter);
    badge.getStyleClass().addAll("badge", colour);
    HBox side = new HBox(6, badge, text);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox.setHgrow(side, Priority.ALWAYS);
    return side;
  }

  Node node() {
    return root;
  }

  /// @param action what the button in its corner does
  void onClose(Runnable action) {
    close.setOnAction(_ -> action.run());
  }

  /// @param columns that are compared
  void show(Optional<RowPair> row, List<Field> columns) {
    first.setText(row.map(pair -> text(pair.firstOutcome(), pair.first(), columns)).orElse(""));
    second.setText(row.map(pair -> text(pair.secondOutcome(), pair.second(), columns)).orElse(""));
    differ.setText(row.map(pair -> differences(pair, columns)).orElse(""));
  }

  private String differences(RowPair pair, List<Field> columns) {
    if (!pair.isAnsweredByBoth()) {
      return words.get("compare.row.unanswered");
    }
    return pair.differs().isEmpty()
        ? words.get("compare.row.same")
        : words.get(
            "compare.row.differ",
            pair.differs().stream()
                .mapToObj(at -> difference(pair, at, columns.get(at)))
                .collect(Collectors.joining(", ")));
  }

  /// Short values stand beside each other at once.
  private String difference(RowPair pair, int at, Field column) {
    String a = pair.first().get(at);
    String b = pair.second().get(at);
    return a.length() > SHORT || b.length() > SHORT
        ? name(column)
        : words.get("compare.row.from-to", name(column), a, b);
  }

  private String name(Field column) {
    return column.name().isEmpty() ? words.get("results.column.answer") : column.name();
  }

  private String text(OutcomeKind outcome, List<String> values, List<Field> columns) {
    return switch (outcome) {
      case ANSWERED ->
          longText.shown(
              columns.size() == 1 && columns.getFirst().name().isEmpty()
                  ? values.getFirst()
                  : IntStream.range(0, values.size())
                      .mapToObj(
                          i -> words.get("compare.value", name(columns.get(i)), values.get(i)))
                      .collect(Collectors.joining("\n")));
      case FAILED -> words.get("results.filter.failed");
      case BLOCKED -> words.get("results.filter.blocked");
      case MISSING -> words.get("results.filter.missing");
    };
  }
}
