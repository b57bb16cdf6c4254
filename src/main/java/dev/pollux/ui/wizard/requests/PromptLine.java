package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The place below the prompt where it is said what is fine or wrong, with the click that mends it.
/// It is always there, and always as high, so that nothing moves when something is said.
final class PromptLine {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /// Two lines of words.
  private static final double HEIGHT = 36;

  private final RequestsController controller;
  private final Words words;
  private final FontIcon icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE);
  private final Label text = new Label();
  private final Button fix = new Button();
  private final Button undo = new Button();
  private final ColumnChoices choices;
  private final HBox root;
  private Optional<RequestsModel.Notice> notice = Optional.empty();

  PromptLine(RequestsController controller, Words words) {
    this.controller = controller;
    this.words = words;
    this.choices = new ColumnChoices(controller.recipes(), words);
    text.setId("wizard-prompt-line");
    text.setWrapText(true);
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    fix.setId("wizard-prompt-fix");
    undo.setId("wizard-recipe-undo");
    undo.setText(words.get("wizard.recipe.undo"));
    undo.setOnAction(_ -> controller.recipes().undo());
    for (Button button : new Button[] {fix, undo}) {
      button.getStyleClass().addAll("compact", "flat", "accent");
      button.setMnemonicParsing(false);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.managedProperty().bind(button.visibleProperty());
      button.setVisible(false);
    }
    root = new HBox(8, icon, text, fix, undo);
    root.setAlignment(Pos.CENTER_LEFT);
    root.setMinHeight(HEIGHT);
    root.getStyleClass().add("studio-line");
  }

  Node root() {
    return root;
  }

  void showNotice(Optional<RequestsModel.Notice> now) {
    notice = now;
  }

  private static PromptStatus.Kind kind(RequestsModel.Notice notice) {
    return notice.warns() ? PromptStatus.Kind.WARNING : PromptStatus.Kind.HINT;
  }

  /// A fault first, then what a recipe did, then that all is well.
  void show(PromptStatus status, DraftState state) {
    boolean noticed =
        notice.isPresent()
            && (!notice.get().undoable()
                || (status.kind() != PromptStatus.Kind.WRONG
                    && status.kind() != PromptStatus.Kind.WARNING));
    text.setText(noticed ? notice.get().text() : status.text());
    text.setTooltip(new Tooltip(noticed ? notice.get().full() : status.full()));
    // Nothing stands below it where the table has requests of its own.
    root.setMaxHeight(state.ownRequests() ? Region.USE_PREF_SIZE : HEIGHT);
    root.setPrefHeight(state.ownRequests() ? Region.USE_COMPUTED_SIZE : HEIGHT);
    draw(noticed ? kind(notice.get()) : status.kind());
    undo.setVisible(notice.filter(RequestsModel.Notice::undoable).isPresent());
    fix.setVisible(status.fix().isPresent() || status.choose());
    status
        .fix()
        .ifPresent(click -> {
          fix.setText(controller.label(click));
          fix.setOnAction(_ -> controller.onFix(click));
        });
    if (status.choose()) {
      fix.setText(words.get("wizard.requests.choose"));
      fix.setOnAction(_ -> choices.open(fix));
    }
    choices.show(state);
  }

  private void draw(PromptStatus.Kind kind) {
    Ikon shape =
        switch (kind) {
          case FINE -> MaterialDesignC.CHECK_CIRCLE;
          case HINT -> MaterialDesignI.INFORMATION_OUTLINE;
          case WARNING -> MaterialDesignA.ALERT_OUTLINE;
          case WRONG -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    String style =
        switch (kind) {
          case FINE -> "icon-ok";
          case HINT -> "icon-quiet";
          case WARNING -> "icon-warning";
          case WRONG -> "icon-danger";
        };
    icon.setIconCode(shape);
    icon.getStyleClass().setAll("ikonli-font-icon", style);
    root.pseudoClassStateChanged(WRONG, kind == PromptStatus.Kind.WRONG);
  }
}
