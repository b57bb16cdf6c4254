package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.wizard.step.DraftModel;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Left what is written: prompt, instruction, columns of the answer. Right what comes of it: a row
/// as it will be sent, a trial, and which rows and columns.
final class RequestsView extends View<BorderPane> {
  private static final double LEFT_SHARE = 0.45;
  private static final double LEFT_LEAST = 444;
  private static final double RIGHT_LEAST = 360;
  private static final double RIGHT_WHOLE = 478;
  private static final double DIVIDER = 2;
  private final DraftModel model;
  private final RequestsModel screen;
  private final RequestsController controller;
  private final PromptPane prompt;
  private final InstructionPane instruction;
  private final Parent answer;
  private final OwnPane own;
  private final RightPane right;

  RequestsView(
      DraftModel model,
      RequestsModel screen,
      RequestsController controller,
      Words words,
      Parent trialBar,
      Parent trialPage) {
    super(new BorderPane());
    this.model = model;
    this.screen = screen;
    this.controller = controller;
    prompt = new PromptPane(model, controller, words);
    instruction = new InstructionPane(model, words);
    answer = controller.answer().root();
    own = new OwnPane(words);
    right = new RightPane(model, controller, words, trialBar, trialPage);
    VBox.setVgrow(answer, Priority.ALWAYS);
    VBox.setVgrow(prompt.body(), Priority.SOMETIMES);
    VBox.setVgrow(instruction.root(), Priority.SOMETIMES);
    VBox left =
        new VBox(
            8, prompt.head(), own.root(), prompt.body(), prompt.line(), instruction.root(), answer);
    left.getStyleClass().add("studio-left");
    left.setMinWidth(LEFT_LEAST);
    SplitPane split = new SplitPane(left, right.root());
    right
        .root()
        .minWidthProperty()
        .bind(split.widthProperty().map(all -> rightLeast(all.doubleValue())));
    KeptSplit.of(split, "wizard-studio-split", LEFT_SHARE);
    split.getStyleClass().add("studio-split");
    root().setCenter(split);
    root().getStyleClass().addAll("pane", "studio");
    // Enter is for the field that has the focus, and never presses a button of the frame.
    root()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            key -> {
              if (key.getCode() == KeyCode.ENTER) {
                key.consume();
              }
            });
  }

  /// All of the bar with the tabs and the start of a trial, where the window leaves the room.
  private static double rightLeast(double all) {
    return Math.clamp(all - LEFT_LEAST - DIVIDER, RIGHT_LEAST, RIGHT_WHOLE);
  }

  @Override
  protected void attach() {
    onDetach(controller::onHidden);
    onDetach(model.state().subscribe(this::show)::unsubscribe);
    onDetach(screen.page().subscribe(right::showPage)::unsubscribe);
    onDetach(screen.preview().subscribe(_ -> right.showPreview(screen))::unsubscribe);
    onDetach(screen.asJson().subscribe(_ -> right.showPreview(screen))::unsubscribe);
    onDetach(screen.tokens().subscribe(_ -> right.showPreview(screen))::unsubscribe);
    onDetach(screen.notice().subscribe(note -> prompt.showNotice(note, model.now()))::unsubscribe);
  }

  private void show(DraftState state) {
    controller.onState(state);
    boolean ownRequests = state.ownRequests();
    present(prompt.body(), !ownRequests);
    present(instruction.root(), !ownRequests);
    present(answer, !ownRequests);
    present(own.root(), ownRequests);
    prompt.show(state);
    instruction.show(state);
    right.show(state);
  }

  private static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }

  void focusPrompt() {
    // What has no skin yet takes no focus.
    root().applyCss();
    Node field = model.now().ownRequests() ? prompt.kind() : prompt.editor();
    field.requestFocus();
  }

  void focusRows() {
    right.focusRows();
  }
}
