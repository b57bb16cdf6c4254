package dev.pollux.ui.wizard;

import dev.pollux.code.CurlCode;
import dev.pollux.code.JavaCode;
import dev.pollux.code.PythonCode;
import dev.pollux.code.SqlCode;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.draft.RequestSource;
import dev.pollux.draft.RunPlan;
import dev.pollux.text.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Exactly what will be sent, and what was checked.
final class ReviewStep extends StepView {
  /// How the job is written down.
  private enum Shape {
    CALL,
    SQL,
    CURL,
    PYTHON,
    JAVA
  }

  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final TextField title = new TextField();
  private final TextField labels = new TextField();
  private final VBox named;
  private final VBox labelled;
  private final VBox checks = new VBox();
  private final TextArea call = new TextArea();
  private Shape shape = Shape.CALL;

  ReviewStep(WizardModel model, WizardController controller, Words words) {
    super(words.get("wizard.review.question"), words.get("wizard.review.sentence"));
    this.model = model;
    this.controller = controller;
    this.words = words;
    title.setId("wizard-job-title");
    title.textProperty().bindBidirectional(model.title);
    labels.setId("wizard-labels");
    labels.setPromptText(words.get("wizard.review.labels.example"));
    labels.textProperty().bindBidirectional(model.labels);
    labels.textProperty().subscribe((_, _) -> controller.onEdited());
    named = new VBox(4, caption(words.get("wizard.review.title")), title);
    labelled = new VBox(4, caption(words.get("wizard.review.labels")), labels);
    HBox.setHgrow(named, Priority.ALWAYS);
    HBox.setHgrow(labelled, Priority.ALWAYS);
    checks.setId("wizard-review-checks");
    checks.getStyleClass().addAll("card");
    call.setId("wizard-review-call");
    call.setEditable(false);
    call.getStyleClass().add("mono");
    call.setMinHeight(90);
    VBox.setVgrow(call, Priority.ALWAYS);
    ScrollPane all =
        new ScrollPane(
            new VBox(12, checks, new CostPane(model, controller.costing(), words).root()));
    all.setFitToWidth(true);
    all.setMinHeight(140);
    all.setPrefViewportHeight(300);
    VBox.setVgrow(all, Priority.SOMETIMES);
    HBox written = new HBox(8, caption(words.get("wizard.review.call")), languages());
    written.setAlignment(Pos.CENTER_LEFT);
    add(all, new HBox(12, named, labelled), written, call);
  }

  /// What will be sent, or the same job as code.
  private HBox languages() {
    ToggleGroup group = new ToggleGroup();
    HBox tabs = new HBox(4);
    for (Shape each : Shape.values()) {
      ToggleButton tab = new ToggleButton(words.get("wizard.review.shape." + each.name()));
      tab.setId("wizard-review-" + each.name().toLowerCase(Locale.ROOT));
      tab.getStyleClass().add("small");
      tab.setToggleGroup(group);
      tab.setSelected(each == shape);
      tab.setOnAction(_ -> {
        tab.setSelected(true);
        shape = each;
        show();
      });
      tabs.getChildren().add(tab);
    }
    Button copy = new Button(words.get("wizard.review.copy"));
    copy.setId("wizard-review-copy");
    copy.getStyleClass().addAll("small", "flat");
    copy.setOnAction(_ -> controller.onCopy(call.getText()));
    tabs.getChildren().add(copy);
    return tabs;
  }

  @Override
  Node firstField() {
    return title;
  }

  @Override
  void show() {
    title.setPromptText(model.tableName.get());
    labelled.setVisible(model.template.get());
    labelled.setManaged(model.template.get());
    checks.getChildren().setAll(model.findings.stream().map(this::line).toList());
    String text = controller.plan().map(this::shaped).orElse(words.get("wizard.review.stopped"));
    if (!text.equals(call.getText())) {
      call.setText(text);
    }
  }

  private Node line(Finding finding) {
    FontIcon icon =
        switch (finding.level()) {
          case OK -> new FontIcon(MaterialDesignC.CHECK_CIRCLE);
          case WARNING -> new FontIcon(MaterialDesignA.ALERT_CIRCLE);
          case STOP -> new FontIcon(MaterialDesignC.CLOSE_CIRCLE);
        };
    icon.getStyleClass()
        .add(
            finding.level() == Severity.OK
                ? "icon-ok"
                : finding.level() == Severity.WARNING ? "icon-warning" : "icon-danger");
    Label text = new Label(controller.say(finding));
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(10, icon, text);
    controller.mend(finding).ifPresent(mend -> line.getChildren().add(button(finding, mend)));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().add("wizard-check");
    return line;
  }

  private static Button button(Finding finding, QuickFix mend) {
    Button button = new Button(mend.label());
    button.setId("wizard-mend-" + finding.code().replace('.', '-'));
    button.setMnemonicParsing(false);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> mend.action().run());
    return button;
  }

  private String shaped(RunPlan plan) {
    return switch (shape) {
      case CALL -> sent(plan);
      case SQL -> SqlCode.of(controller.code(plan));
      case CURL -> CurlCode.of(controller.code(plan));
      case PYTHON -> PythonCode.of(controller.code(plan));
      case JAVA -> JavaCode.of(controller.code(plan));
    };
  }

  private String sent(RunPlan plan) {
    Optional<String> sql =
        switch (plan.requests()) {
          case RequestSource.Made made ->
              Optional.of("-- " + made.requestTable().uri() + "\n" + made.query().sql());
          case RequestSource.OwnColumn _ -> Optional.empty();
        };
    String job =
        "POST projects/%s/locations/%s/batchPredictionJobs\nmodel   %s\nsource  %s\noutput  %s"
            .formatted(
                plan.project(),
                plan.location().id(),
                plan.model().name(),
                plan.requests().table().uri(),
                plan.destination().uri());
    return sql.map(text -> text + "\n\n" + job).orElse(job);
  }
}
