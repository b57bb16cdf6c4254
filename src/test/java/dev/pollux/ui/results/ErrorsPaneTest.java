package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.results.Accounting;
import dev.pollux.results.AnswerValues;
import dev.pollux.results.ModelVersions;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// That no row failed is said only where all rows were counted of a job that has ended.
class ErrorsPaneTest extends ApplicationTest {
  private ErrorsPane pane;
  private Stage stage;

  @Override
  public void start(Stage shared) {
    pane = new ErrorsPane(new Words(Locale.ENGLISH), _ -> {}, _ -> {});
    stage = new Stage();
    stage.setScene(new Scene(new StackPane(pane.node()), 900, 400));
    stage.show();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private String said(ResultsModel.Counting counting, boolean ended) {
    String[] text = new String[1];
    interact(() -> {
      pane.show(counting, ended, true);
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
      text[0] =
          ((javafx.scene.control.Label)
                  stage.getScene().getRoot().lookup("#results-errors-placeholder"))
              .getText();
    });
    return text[0];
  }

  private static ResultsModel.Counting counted(long missing, boolean inputKnown) {
    return new ResultsModel.Counting.Done(
        new Accounting(
            100,
            0,
            0,
            0,
            missing,
            inputKnown,
            TokenUsage.NONE,
            TokenUsage.NONE,
            List.of(),
            Map.of(),
            List.of(),
            new ModelVersions(Map.of()),
            new FateCounts(Map.of(RowFate.ANSWERED, 100L, RowFate.MISSING, missing)),
            new AnswerValues()),
        Optional.empty());
  }

  @Test
  void noRowFailedIsSaidOnlyWhereThatIsKnown() {
    assertThat(said(counted(0, true), true)).isEqualTo("No row failed.");
    assertThat(said(new ResultsModel.Counting.NotYet(), true))
        .isEqualTo("Which rows failed is known when the answers are counted…");
    assertThat(
            said(
                new ResultsModel.Counting.Failed(
                    new FailureText("what", "why", "next", "details", true)),
                true))
        .contains("not known");
    assertThat(said(counted(0, true), false)).isEqualTo("No row failed so far.");
    assertThat(said(counted(0, false), true)).isEqualTo("No row that came out failed.");
    assertThat(said(counted(1, true), true)).contains("1 row is missing");
  }
}
