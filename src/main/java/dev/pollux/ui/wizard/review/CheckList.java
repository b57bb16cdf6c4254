package dev.pollux.ui.wizard.review;

import dev.pollux.domain.Finding;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.ui.wizard.step.StepActions;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// One line for each thing that was checked, with its quick fix. Lines stay the same nodes while
/// they say the same, so that a press is not lost when an answer comes.
final class CheckList {
  private final StepActions actions;
  private final VBox root = new VBox();
  private List<Finding> shown = List.of();

  CheckList(StepActions actions) {
    this.actions = actions;
    root.setId("wizard-review-checks");
    root.getStyleClass().add("card");
  }

  Node root() {
    return root;
  }

  void show(List<Finding> findings) {
    // What somebody should know before they send comes first: the list may be longer than its
    // place.
    List<Finding> sorted =
        findings.stream().sorted(Comparator.comparing(Finding::level).reversed()).toList();
    if (!sorted.equals(shown)) {
      shown = sorted;
      root.getChildren().setAll(sorted.stream().map(this::line).toList());
    }
  }

  private Node line(Finding finding) {
    Label text = new Label(actions.say(finding));
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(10, icon(finding), text);
    actions.fix(finding).ifPresent(fix -> line.getChildren().add(button(finding, fix)));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().add("wizard-check");
    return line;
  }

  private static FontIcon icon(Finding finding) {
    if (DraftChecks.isUnderWay(finding)) {
      FontIcon wait = new FontIcon(MaterialDesignP.PROGRESS_CLOCK);
      wait.getStyleClass().add("icon-quiet");
      return wait;
    }
    FontIcon icon =
        switch (finding.level()) {
          case OK -> new FontIcon(MaterialDesignC.CHECK_CIRCLE);
          case WARNING -> new FontIcon(MaterialDesignA.ALERT_CIRCLE);
          case STOP -> new FontIcon(MaterialDesignC.CLOSE_CIRCLE);
        };
    icon.getStyleClass()
        .add(
            switch (finding.level()) {
              case OK -> "icon-ok";
              case WARNING -> "icon-warning";
              case STOP -> "icon-danger";
            });
    return icon;
  }

  private Button button(Finding finding, QuickFix fix) {
    Button button = new Button(actions.label(fix));
    button.setId("wizard-fix-" + finding.code().replace('.', '-'));
    button.setMnemonicParsing(false);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> actions.apply(fix));
    return button;
  }
}
