package dev.pollux.ui.kit;

import dev.pollux.text.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.MaskerPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// A pane with these faces: waiting, empty, loading, content, failed.
public final class StatePane {
  // Sooner, a face that is gone at once only flickers.
  private static final Duration BEFORE_LOADING = Duration.millis(200);
  // Of the face that stands instead of the content, where it has one.
  private Optional<Button> action = Optional.empty();
  private final StackPane root = new StackPane();
  private final Supplier<? extends Node> content;
  private final Words words;
  private final PauseTransition soon = new PauseTransition(BEFORE_LOADING);

  /// Begins with its content.
  public StatePane(Node content, Words words) {
    this(() -> content, words);
    content();
  }

  /// Begins with nothing.
  ///
  /// @param content asked for each time it is to be shown; always the same
  public StatePane(Supplier<? extends Node> content, Words words) {
    this.content = content;
    this.words = words;
    root.getStyleClass().add("pane");
    soon.setOnFinished(_ -> {
      action = Optional.empty();
      root.getChildren().setAll(skeleton());
    });
  }

  public StackPane node() {
    return root;
  }

  /// Puts the focus on the button of the face that stands instead of the content.
  ///
  /// @return whether there is one
  public boolean focus() {
    action.ifPresent(Screen::focusOn);
    return action.isPresent();
  }

  public void content() {
    soon.stop();
    action = Optional.empty();
    root.getChildren().setAll(content.get());
  }

  public void loading() {
    soon.playFromStart();
  }

  /// Something has to come up before there is anything to show.
  ///
  /// @param sentence what
  public void waiting(String sentence) {
    soon.stop();
    action = Optional.empty();
    MaskerPane face = new MaskerPane();
    face.setText(sentence);
    face.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    face.setAccessibleText(sentence);
    root.getChildren().setAll(face);
  }

  /// One sentence, and the next action if there is one (`label` is empty otherwise).
  public void empty(String sentence, String label, Runnable onAction) {
    soon.stop();
    action = Optional.empty();
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.getStyleClass().add("quiet");
    VBox face = new VBox(12, text);
    face.setAlignment(Pos.CENTER);
    if (!label.isEmpty()) {
      Button button = new Button(label);
      button.setOnAction(_ -> onAction.run());
      face.getChildren().add(button);
      action = Optional.of(button);
    }
    face.getStyleClass().add("state-face");
    root.getChildren().setAll(face);
  }

  /// What, why, what to do, and the service's own words folded.
  public void failed(FailureText trouble, Runnable onRetry) {
    soon.stop();
    action = Optional.empty();
    FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    icon.getStyleClass().add("icon-danger");
    Label what = new Label(trouble.what(), icon);
    what.getStyleClass().add("heading");
    Label why = new Label(trouble.why() + " " + trouble.next());
    why.setWrapText(true);
    Button retry = new Button(words.get("kit.state.retry"));
    retry.setId("state-retry");
    retry.setOnAction(_ -> onRetry.run());
    action = Optional.of(retry);
    TextArea raw = new TextArea(trouble.details());
    raw.setEditable(false);
    raw.setWrapText(true);
    raw.setPrefRowCount(4);
    raw.getStyleClass().add("mono");
    TitledPane details = new TitledPane(words.get("kit.state.details"), raw);
    details.setExpanded(false);
    details.setAnimated(false);
    HBox actions = new HBox(8, retry);
    actions.getChildren().addAll(CommandCopy.buttons(why.getText(), words));
    // One with an icon is higher than one without.
    for (Node each : actions.getChildren()) {
      ((Button) each).setMaxHeight(Double.MAX_VALUE);
    }
    VBox face = new VBox(12, what, why, actions, details);
    face.setMaxSize(560, Region.USE_PREF_SIZE);
    face.getStyleClass().add("state-face");
    root.getChildren().setAll(face);
  }

  private Node skeleton() {
    VBox lines = new VBox(12);
    for (int i = 0; i < 6; i++) {
      Region line = new Region();
      line.getStyleClass().add("skeleton");
      line.setMaxWidth(520 - 60 * (i % 3));
      lines.getChildren().add(line);
    }
    Label text = new Label(words.get("kit.state.loading"));
    text.getStyleClass().add("caption");
    lines.getChildren().add(text);
    lines.getStyleClass().add("state-face");
    return lines;
  }
}
