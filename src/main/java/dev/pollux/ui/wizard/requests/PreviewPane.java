package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.code.CodeEditor;
import dev.pollux.ui.kit.code.MarkedText;
import dev.pollux.ui.kit.value.LongText;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.ToggleChoice;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What a real row will send: as text with what came from the row in colour, or as the request.
final class PreviewPane {
  private final DraftModel model;
  private final RequestsController controller;
  private final Words words;
  private final LongText longText;
  private final Label which = new Label();
  private final Label tokens = new Label();
  private final ToggleChoice<Boolean> faces;
  private final MarkedText system;
  private final MarkedText prompt;
  private final Label systemCaption;
  private final Label promptCaption;
  private final Label nothing = new Label();
  private final HBox legend;
  private final Label unknown;
  private final VBox root;

  PreviewPane(DraftModel model, RequestsController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.longText = new LongText(words);
    faces = ToggleChoice.segments(false, controller::onAsJson);
    faces.add(false, "wizard-preview-plain", words.get("wizard.preview.plain"));
    faces.add(true, "wizard-preview-json", words.get("wizard.preview.json"));
    system = new MarkedText("wizard-preview-system", words.get("wizard.requests.system"));
    system.node().getStyleClass().addAll("card", "preview-system");
    system.node().setPrefHeight(62);
    system.node().setMinHeight(36);
    prompt = new MarkedText("wizard-preview-text", words.get("wizard.preview.accessible"));
    prompt.node().getStyleClass().addAll("card", "preview-prompt");
    prompt.node().setMinHeight(60);
    nothing.setText(words.get("wizard.preview.empty"));
    nothing.setWrapText(true);
    nothing.getStyleClass().addAll("quiet", "code-hint");
    nothing.setMouseTransparent(true);
    StackPane front = new StackPane(prompt.node(), nothing);
    StackPane.setAlignment(nothing, Pos.TOP_LEFT);
    VBox.setVgrow(front, Priority.ALWAYS);
    systemCaption = caption("wizard.requests.system");
    promptCaption = caption("wizard.requests.prompt");
    unknown = swatch("unknown", "wizard.preview.unknown");
    legend = new HBox(16, swatch("value", "wizard.preview.from-row"), unknown);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox below = new HBox(16, legend, space, tokens);
    below.setMinHeight(20);
    root = new VBox(6, head(), systemCaption, system.node(), promptCaption, front, below);
    root.getStyleClass().add("studio-page");
    root.setMinHeight(0);
  }

  private Label caption(String key) {
    Label label = new Label(words.get(key));
    label.getStyleClass().add("caption");
    return label;
  }

  private Label swatch(String what, String key) {
    Region colour = new Region();
    colour.getStyleClass().addAll("swatch", "swatch-" + what);
    Label label = new Label(words.get(key), colour);
    label.getStyleClass().add("caption");
    return label;
  }

  private HBox head() {
    which.setId("wizard-preview-which");
    which.getStyleClass().add("heading");
    which.setMinWidth(0);
    tokens.setId("wizard-preview-tokens");
    tokens.getStyleClass().add("caption");
    tokens.setMinWidth(Region.USE_PREF_SIZE);
    Button before = turner("before", MaterialDesignC.CHEVRON_LEFT, -1);
    Button after = turner("after", MaterialDesignC.CHEVRON_RIGHT, 1);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, before, after, which, space, faces.segments());
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(Region.USE_PREF_SIZE);
    return head;
  }

  private Button turner(String what, Ikon icon, int by) {
    Button button = new Button("", new FontIcon(icon));
    button.setId("wizard-preview-" + what);
    button.setAccessibleText(words.get("wizard.requests." + what));
    button.setTooltip(new Tooltip(words.get("wizard.requests." + what)));
    button.getStyleClass().addAll("compact", "button-icon");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> controller.onRow(by));
    return button;
  }

  Region root() {
    return root;
  }

  void show(RequestsModel screen) {
    DraftState state = model.now();
    Preview preview = screen.preview().get();
    boolean json = screen.asJson().get() || state.ownRequests();
    faces.show(json);
    faces.button(false).setDisable(state.ownRequests());
    boolean some = !state.draft().rows().conditions().isEmpty() && !state.ownRequests();
    long all = some ? -1 : state.table().map(info -> info.rows()).orElse(0L);
    which.setText(
        preview.row() == 0
            ? words.get("wizard.preview.no-row")
            : words.get(
                all < 0 ? "wizard.preview.which-row" : "wizard.requests.which",
                preview.row(),
                all));
    OptionalLong counted = screen.tokens().get();
    tokens.setText(
        counted.isPresent() ? words.get("wizard.preview.tokens", counted.getAsLong()) : "");
    boolean instruction = !json && !preview.system().isBlank();
    present(systemCaption, instruction);
    present(system.node(), instruction);
    present(promptCaption, instruction);
    system.show(preview.system(), List.of());
    String text = text(preview, json);
    List<CodeEditor.Mark> marks = json || preview.skipped() ? List.of() : preview.prompt().marks();
    prompt.show(longText.shown(text), marks);
    nothing.setVisible(text.isEmpty());
    legend.setVisible(marks.stream().findAny().isPresent());
    unknown.setVisible(preview.hasUnknown());
  }

  private String text(Preview preview, boolean json) {
    if (preview.skipped()) {
      return words.get("wizard.preview.skipped");
    }
    if (!json) {
      return preview.prompt().text();
    }
    return preview.request().isEmpty() ? "" : ValueText.pretty(preview.request());
  }

  private static void present(Region node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }
}
