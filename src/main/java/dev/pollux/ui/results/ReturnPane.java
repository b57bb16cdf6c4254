package dev.pollux.ui.results;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The line that offers to bring the answers back to where their data is, asks before, and says how
/// far it is.
final class ReturnPane {
  private final Words words;
  private final Label said = new Label();
  private final Label problem = new Label();
  private final Button ask = new Button();
  private final Button copy = new Button();
  private final Button keep = new Button();
  private final Button giveUp = new Button();
  private final Button goOn = new Button();
  private final Button show = new Button();
  private final TextField to = new TextField();
  private final VBox root;
  private Optional<TableRef> brought = Optional.empty();

  /// @param showTable shows the table that the answers were brought to
  ReturnPane(ReturnFlow flow, Consumer<TableRef> showTable, Words words) {
    this.words = words;
    said.setId("results-return-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().add("caption");
    HBox.setHgrow(said, Priority.ALWAYS);
    problem.setId("results-return-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.getStyleClass().add("warning-text");
    to.setId("results-return-to");
    to.setAccessibleText(words.get("results.return.to"));
    HBox.setHgrow(to, Priority.ALWAYS);
    to.setOnAction(_ -> flow.onCopy(to.getText()));
    button(ask, "results-return", "", flow::onAsk);
    button(copy, "results-return-do", "", () -> flow.onCopy(to.getText()));
    button(keep, "results-return-keep", words.get("results.return.keep"), flow::onKeep);
    button(giveUp, "results-return-give-up", words.get("results.return.give-up"), flow::onGiveUp);
    button(goOn, "results-return-go-on", words.get("results.return.go-on"), flow::onGoOn);
    button(
        show,
        "results-return-show",
        words.get("results.return.show"),
        () -> brought.ifPresent(showTable));
    HBox line = new HBox(8, said, show, goOn, giveUp, ask);
    HBox where = new HBox(8, to, copy, keep);
    line.setAlignment(Pos.CENTER_LEFT);
    where.setAlignment(Pos.CENTER_LEFT);
    where.visibleProperty().bind(copy.visibleProperty());
    root = new VBox(4, line, where, problem);
    root.setId("results-return-line");
    for (Node one : new Node[] {ask, copy, keep, giveUp, goOn, show, where, problem, root}) {
      one.managedProperty().bind(one.visibleProperty());
    }
  }

  private static void button(Button button, String id, String text, Runnable action) {
    button.setId(id);
    button.setText(text);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
  }

  Node node() {
    return root;
  }

  void show(ReturnState state) {
    brought = Optional.empty();
    root.setVisible(!(state instanceof ReturnState.NotOffered));
    ask.setVisible(state instanceof ReturnState.Offered || state instanceof ReturnState.Failed);
    copy.setVisible(state instanceof ReturnState.Asking);
    keep.setVisible(state instanceof ReturnState.Asking);
    goOn.setVisible(state instanceof ReturnState.Unwatched);
    giveUp.setVisible(
        state instanceof ReturnState.Moving || state instanceof ReturnState.Unwatched);
    problem.setText("");
    switch (state) {
      case ReturnState.NotOffered _ -> said.setText("");
      case ReturnState.Offered(Location home, Optional<AnswersCopy> last) -> offered(home, last);
      case ReturnState.Asking asking -> asking(asking);
      case ReturnState.Moving(AnswersCopy going) ->
          said.setText(
              words.get(
                  "results.return.moving",
                  megabytes(going.bytes()),
                  spoken(going.copy().into()),
                  going.copy().to().toString()));
      case ReturnState.GivingUp _ -> said.setText(words.get("results.return.giving-up"));
      case ReturnState.Unwatched(AnswersCopy going, Optional<FailureText> why) ->
          said.setText(
              why.map(ReturnPane::text)
                  .orElse(words.get("results.return.unwatched", going.copy().to().toString())));
      case ReturnState.Failed(Location home, FailureText why) -> {
        said.setText(text(why));
        offer(home);
      }
    }
    problem.setVisible(!problem.getText().isEmpty());
    show.setVisible(brought.isPresent());
  }

  private void offer(Location home) {
    ask.setText(words.get("results.return.offer", spoken(home)));
  }

  private void offered(Location home, Optional<AnswersCopy> last) {
    offer(home);
    said.setText(last.map(this::end).orElse(words.get("results.return.elsewhere", spoken(home))));
    brought = last.filter(end -> end.stage() == AnswersCopy.Stage.DONE).map(end -> end.copy().to());
  }

  private String end(AnswersCopy last) {
    String table = last.copy().to().toString();
    return switch (last.stage()) {
      case DONE -> words.get("results.return.done", spoken(last.copy().into()), table);
      case FAILED -> words.get("results.return.failed", table, last.problem().orElse(""));
      case GIVEN_UP, COPYING, GIVING_UP -> words.get("results.return.given-up", table);
    };
  }

  private void asking(ReturnState.Asking asking) {
    said.setText(
        words.get(
            "results.return.ask",
            megabytes(asking.bytes()),
            spoken(asking.from()),
            spoken(asking.home())));
    if (!to.getText().equals(asking.to())) {
      to.setText(asking.to());
    }
    copy.setText(words.get("results.return.do", spoken(asking.home())));
    problem.setText(asking.problem());
  }

  private static double megabytes(long bytes) {
    return Math.max(0.1, bytes / 1e6);
  }

  private static String text(FailureText why) {
    return why.what() + " " + why.why() + " " + why.next();
  }

  /// As people know it: `US`, `us-central1`.
  private static String spoken(Location at) {
    return at.isMultiRegion() ? at.id().toUpperCase(Locale.ROOT) : at.id();
  }
}
