package dev.pollux.ui.results.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AskedAnswer;
import dev.pollux.results.Accounting;
import dev.pollux.results.RowSet;
import dev.pollux.testing.ContrastFaults;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.LayoutFaults;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Answers whose quote does not stand in the row are a group of their own.
class QuotesTest extends ApplicationTest {
  private static final String REQUEST =
      """
      {"contents":[{"role":"user","parts":[{"text":"Which words?"}]}],
       "generationConfig":{"responseSchema":{"type":"OBJECT","properties":{"said":{"type":"STRING",
        "description":"A verbatim quote from the column \\"text\\", copied character for character."}},
        "required":["said"]}}}\
      """;
  private static final Optional<AnswerSchema> ASKED = new AskedAnswer().of(REQUEST);
  private final FakeCloud cloud = new FakeCloud();
  private final ManualBackground background = new ManualBackground();
  private final List<String> picked = new ArrayList<>();
  private final List<RowSet> chosen = new ArrayList<>();
  private final List<Long> shown = new ArrayList<>();
  private SummaryController summary;
  private Stage stage;

  @Override
  public void start(Stage first) {
    stage = first;
    summary =
        new SummaryController(
            cloud.rows,
            background,
            new Words(Locale.ENGLISH),
            new SummaryController.Reactions(
                (what, rows) -> {
                  picked.add(what);
                  chosen.add(rows);
                },
                _ -> {},
                shown::add),
            _ -> "");
    stage.setScene(new Scene(summary.root(), 1000, 900));
    stage.show();
  }

  private TableInfo output(String name, int rows, String column) {
    TableInfo table =
        new TableInfo(
            new TableRef(FakeCloud.PROJECT, "samples", name),
            TableKind.TABLE,
            Location.US_CENTRAL1,
            new TableSchema(
                List.of(
                    Field.of(column, FieldType.STRING),
                    Field.of("request", FieldType.JSON),
                    Field.of("response", FieldType.JSON),
                    Field.of("status", FieldType.STRING))),
            rows,
            rows * 100L,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            "");
    cloud.rows.tables.put(table.ref(), IntStream.range(0, rows).mapToObj(QuotesTest::row).toList());
    return table;
  }

  /// Every tenth quotes what is not there, the one after it fails, and the one after that quotes
  /// nothing.
  private static Row row(int i) {
    String said = i % 10 == 0 ? "five score" : i % 10 == 2 ? "" : "seven \\n years";
    return i % 10 == 1 ? row(Value.NULL, "{\"error\":{\"code\":429}}") : quoting(said);
  }

  private static Row quoting(String said) {
    return row(
        new Value.Scalar(
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\"said\\\":\\\""
                + said.replace("\\", "\\\\")
                + "\\\"}\"}]},\"finishReason\":\"STOP\"}]}"),
        "");
  }

  private static Row row(Value response, String status) {
    return new Row(
        List.of(
            new Value.Scalar("Four score and seven years ago"),
            new Value.Scalar(REQUEST),
            response,
            new Value.Scalar(status)));
  }

  private void open(TableInfo table, Optional<AnswerSchema> asked) {
    interact(() -> {
      summary.show(
          new Accounting.Tally(_ -> false).against(Optional.of(0L)),
          Optional.empty(),
          asked,
          false);
      summary.quotes(table, asked);
    });
  }

  private boolean isShown() {
    return lookup("#results-summary-quotes").tryQuery().isPresent();
  }

  @Test
  void areCountedAmongTheRowsThatWereRead() {
    assertThat(ASKED).as("read back from the request").isPresent();
    open(output("answers", 5_000, "text"), ASKED);
    interact(background::settle);
    assertThat(lookup("#results-summary-quotes-said").<Label>query().getText())
        .isEqualTo(
            "200 of 1,600 answers that quote, in the first 2,000 rows of 5,000, read for this."
                + " What was not read is not counted.");
    interact(
        () -> lookup("#results-summary-quotes-read").<javafx.scene.control.Button>query().fire());
    assertThat(picked).containsExactly("a quote is not in the row");
    assertThat(chosen.getFirst().size()).isEqualTo(200);
    assertThat(chosen.getFirst().has(1_990)).isTrue();
    assertThat(chosen.getFirst().has(1_993)).as("blanks and line ends do not count").isFalse();
    interact(() -> lookup("#results-summary-quote-1").<javafx.scene.control.Button>query().fire());
    assertThat(shown).containsExactly(10L);
  }

  @Test
  void thatAreLateAreNotSaidOfAnotherOutput() {
    open(output("answers", 50, "text"), ASKED);
    interact(background::workAll);
    open(output("others", 50, "text"), Optional.empty());
    interact(background::settle);
    assertThat(isShown()).isFalse();
    open(output("answers", 50, "text"), ASKED);
    interact(background::settle);
    assertThat(isShown()).isTrue();
    interact(summary::forget);
    interact(background::settle);
    assertThat(lookup("#results-summary-quotes-said").tryQuery()).isEmpty();
  }

  @Test
  void ofAColumnThatIsNotInTheOutputAreNotCounted() throws CloudException, InterruptedException {
    QuotesInRows.Found found = QuotesInRows.look(cloud.rows, output("answers", 50, "other"));
    assertThat(found.quoting()).isZero();
    assertThat(found.strange().isEmpty()).isTrue();
  }

  /// Long quotes in a narrow window, in both languages and themes.
  @ParameterizedTest
  @CsvSource({"en, false", "en, true", "fr, false", "fr, true"})
  void nothingOfTheGroupIsCut(String language, boolean dark) {
    TableInfo table = output("answers", 5_000, "text");
    cloud.rows.tables.put(
        table.ref(),
        IntStream.range(0, 5_000)
            .mapToObj(
                i -> quoting(("five score " + i + " – a quote \\u202e that goes on ").repeat(9)))
            .toList());
    interact(() -> {
      AppTheme.loadFonts();
      AppTheme.theme(dark);
      summary =
          new SummaryController(
              cloud.rows,
              background,
              new Words(Locale.of(language)),
              new SummaryController.Reactions((_, _) -> {}, _ -> {}, _ -> {}),
              _ -> "");
      Scene scene = new Scene(summary.root(), 760, 900);
      AppTheme.dress(scene, "results");
      stage.setScene(scene);
    });
    open(table, ASKED);
    interact(background::settle);
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> {
      Snapshot.take(stage.getScene(), "results-quotes-" + language + (dark ? "-dark" : "-light"));
      assertThat(lookup("#results-summary-quotes-read").tryQuery()).isPresent();
      assertThat(LayoutFaults.of(stage.getScene())).isEmpty();
      assertThat(ContrastFaults.of(stage.getScene())).isEmpty();
    });
  }
}
