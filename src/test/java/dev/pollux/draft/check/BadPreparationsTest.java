package dev.pollux.draft.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.Severity;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FindingWords;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people suffered from and could have been told before sending (the numbers are those of the
/// list of complaints in the decision on preflight): each is caught and said in words, it cannot be
/// sent, and where a click can help, the click is offered and helps.
class BadPreparationsTest {
  private static final Location HERE = DraftFixture.HERE;
  private static final Words WORDS = new Words(Locale.ENGLISH);
  private static final Field TEXT = DraftFixture.TEXT;
  private static final Field REQUEST = Field.of("request", FieldType.STRING);
  private static final String GOOD =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}]}";
  private static final AnswerSchema SCHEMA =
      new AnswerSchema(
          List.of(new AnswerSchema.Member("why", new AnswerSchema.Type.Text(), "", true)));

  /// @param fix the beginning of what the click says; empty where no click helps
  record Bad(
      String what, Step step, Consumer<DraftFixture> spoil, String code, String words, String fix) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Bad> preparations() {
    return Stream.of(
        bad(
            "3 columns the importer breaks on",
            Step.REQUESTS,
            own(REQUEST, Field.of("d", FieldType.DATETIME)),
            "source.column-type",
            "DATETIME",
            "Write a template"),
        bad(
            "3 an array beside the request",
            Step.REQUESTS,
            own(REQUEST, repeated("a")),
            "source.column-type",
            "ARRAY<INT64>",
            "Write a template"),
        bad(
            "3 a reserved name",
            Step.REQUESTS,
            own(REQUEST, Field.of("status", FieldType.STRING)),
            "source.reserved",
            "reserved",
            "Write a template"),
        bad(
            "no request column",
            Step.REQUESTS,
            own(TEXT),
            "source.no-request-column",
            "no column “request”",
            "Write a template"),
        bad(
            "a request column of numbers",
            Step.REQUESTS,
            own(Field.of("request", FieldType.INT64)),
            "source.request-type",
            "JSON or STRING",
            "Write a template"),
        bad(
            "4 destination in a multi-region",
            Step.DESTINATION,
            destination("eu"),
            "destination.multi-region",
            "multi-region",
            "Use the dataset samples"),
        bad(
            "21 job elsewhere than the data",
            Step.DESTINATION,
            edit(d ->
                d.withTarget(to -> to.withLocation(Optional.of(new Location("europe-west4"))))),
            "destination.job-location",
            "europe-west4",
            "Run where the data is"),
        bad(
            "7 no dataset",
            Step.DESTINATION,
            edit(d -> d.withTarget(to -> to.withDataset(FakeCloud.PROJECT + ".gone"))),
            "destination.no-dataset",
            "no such dataset",
            "Use the dataset mine"),
        bad(
            "7 no dataset where the data is",
            Step.DESTINATION,
            f -> {
              f.table(new Location("europe-west1"), 2, TEXT);
              f.edit(d -> d.withTarget(to -> to.withDataset("")));
            },
            "destination.no-dataset",
            "no such dataset",
            "Make the dataset pollux_europe_west1"),
        bad(
            "7 a table that exists",
            Step.DESTINATION,
            f -> f.cloud.catalog.table("mine", "answers", 1, TEXT),
            "destination.exists",
            "exists already",
            "Name it answers_2"),
        bad(
            "7 a name with a back-tick",
            Step.DESTINATION,
            edit(d -> d.withTarget(to -> to.withTable("a`b"))),
            "destination.bad-characters",
            "`",
            "Name it a_b"),
        bad(
            "7 a name that is too long",
            Step.DESTINATION,
            edit(d -> d.withTarget(to -> to.withTable("a".repeat(1_025)))),
            "destination.name-too-long",
            "too long",
            "Name it aaa"),
        bad(
            "7 a name of too many bytes",
            Step.DESTINATION,
            edit(d -> d.withTarget(to -> to.withTable("語".repeat(400)))),
            "destination.name-too-long",
            "too long",
            "Name it 語"),
        bad(
            "a name that the console does not take",
            Step.REVIEW,
            edit(d -> d.withTitle("x".repeat(129))),
            "title.too-long",
            "129",
            "Use the table"),
        bad(
            "a label with a capital letter",
            Step.REVIEW,
            edit(d -> d.withLabels("Team=1")),
            "labels.key",
            "Team",
            ""),
        bad(
            "6 parts that are a text",
            Step.REQUESTS,
            rows("{\"contents\":[{\"role\":\"user\",\"parts\":\"x\"}]}"),
            "row.request.string-parts",
            "Row 2",
            "Write a template"),
        bad(
            "6 requests that are not JSON",
            Step.REQUESTS,
            rows("{"),
            "row.request.not-json",
            "Row 2",
            "Write a template"),
        bad(
            "30 a missing role",
            Step.REQUESTS,
            rows("{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}]}"),
            "row.request.no-role",
            "Row 2",
            "Write a template"),
        bad(
            "30 a role of another API",
            Step.REQUESTS,
            rows("{\"contents\":[{\"role\":\"assistant\",\"parts\":[{\"text\":\"x\"}]}]}"),
            "row.request.bad-role",
            "assistant",
            "Write a template"),
        bad(
            "11 an empty tool",
            Step.REQUESTS,
            rows(GOOD.replace("}]}]}", "}]}],\"tools\":[{\"googleSearch\":{}}]}")),
            "row.request.empty-object",
            "empty object",
            ""),
        bad(
            "24 a field of another API",
            Step.REQUESTS,
            rows(GOOD.replace("}]}]}", "}]}],\"messages\":[]}")),
            "row.request.unknown-field",
            "messages",
            ""),
        bad(
            "cached content, which batch does not take",
            Step.REQUESTS,
            rows(GOOD.replace("}]}]}", "}]}],\"cachedContent\":\"c\"}")),
            "row.request.cached-content",
            "cachedContent",
            ""),
        bad(
            "25 a file that batch cannot read",
            Step.REQUESTS,
            rows(
                GOOD.replace(
                    "{\"text\":\"x\"}",
                    "{\"fileData\":{\"fileUri\":\"https://x.org/a.png\",\"mimeType\":\"image/png\"}}")),
            "row.request.file-uri",
            "gs://",
            ""),
        bad(
            "a NULL request",
            Step.REQUESTS,
            f -> {
              own(REQUEST).accept(f);
              f.rows(List.of(new Row(List.of(Value.NULL))));
            },
            "row.request.null",
            "NULL",
            "Write a template"),
        bad(
            "14 a model without batch",
            Step.MODEL,
            model("gemini-embedding-001"),
            "model.no-batch",
            "batch",
            "Use gemini-"),
        bad(
            "14 a model with a slip of the pen",
            Step.MODEL,
            model("gemini-3.8-flsh"),
            "model.not-served-near",
            "gemini-3.8-flash",
            "Use gemini-3.8-flash"),
        bad(
            "14 a model of another house",
            Step.MODEL,
            model("gpt-5"),
            "model.not-served",
            "gpt-5",
            "Use gemini-"),
        bad(
            "14 a model past its day",
            Step.MODEL,
            model("gemini-2.5-flash"),
            "model.overdue",
            "October 16, 2026",
            "Use gemini-"),
        bad(
            "a model that is not served where the job is to run",
            Step.MODEL,
            f -> {
              f.cloud.gemini.serves = (_, at) -> at.isGlobal();
              edit(draft ->
                      draft
                          .withModel("gemini-2.5-flash")
                          .withTarget(to -> to.withLocation(Optional.of(HERE))))
                  .accept(f);
            },
            "model.not-served-here",
            "us-central1",
            "Run in global"),
        bad(
            "a model of which nobody says that it takes batch jobs",
            Step.MODEL,
            model("gemini-4-hydrogen"),
            "model.batch-unproven",
            "No page of Google",
            "Ask one row first"),
        bad(
            "a context that input and answer share",
            Step.MODEL,
            f -> {
              model("gemini-4-hydrogen").accept(f);
              f.cloud.gemini.tokens = 1_000_000;
            },
            "context.shared",
            "both",
            ""),
        bad(
            "15 not a model's name",
            Step.MODEL,
            model("projects/p/models/1"),
            "model.not-a-name",
            "projects/",
            ""),
        bad(
            "no model that can be proposed",
            Step.MODEL,
            f -> {
              f.cloud.models.models.clear();
              f.cloud.models.models.add(new ListedModel("text-bison", "GA"));
              model("").accept(f);
            },
            "model.none",
            "Choose",
            ""),
        bad("0 rows", Step.SOURCE, f -> f.table(HERE, 0, TEXT), "source.no-rows", "no rows", ""),
        bad(
            "more rows than a run takes",
            Step.REQUESTS,
            f -> f.table(TableKind.TABLE, HERE, 4_000_001, TEXT),
            "rows.too-many",
            "4,000,001",
            "Take 4,000,000 rows"),
        bad(
            "a choice that leaves nothing",
            Step.REQUESTS,
            f -> {
              where("n", RowChoice.Operator.AT_LEAST, "9").accept(f);
              f.counts(0, 1_000);
            },
            "rows.none",
            "No row",
            "Take all rows"),
        bad(
            "a count that costs something",
            Step.REQUESTS,
            f -> {
              where("n", RowChoice.Operator.AT_LEAST, "1").accept(f);
              f.counts(2, 3L << 30);
            },
            "rows.count-too-dear",
            "3.22 GB",
            "Read it all the same"),
        bad(
            "a condition on a column that is not there",
            Step.REQUESTS,
            where("txet", RowChoice.Operator.EQUALS, "x"),
            "rows.unknown-column",
            "txet",
            ""),
        bad(
            "a file whose column is not there",
            Step.REQUESTS,
            edit(d ->
                d.withSpec(spec ->
                    spec.withFiles(
                        List.of(new FilePart("txet", new FilePart.MimeType.FromName()))))),
            "template.unknown-near",
            "txet",
            "Write “text”"),
        bad(
            "a condition that is no number",
            Step.REQUESTS,
            where("n", RowChoice.Operator.EQUALS, "ten"),
            "rows.not-a-value",
            "ten",
            ""),
        bad(
            "a column that is not there",
            Step.REQUESTS,
            prompt("{{txet}}"),
            "template.unknown-near",
            "text",
            "Write “text”"),
        bad(
            "braces left open",
            Step.REQUESTS,
            prompt("Ask {{text"),
            "template.unclosed",
            "braces",
            "Close the braces"),
        bad("nothing asked", Step.REQUESTS, prompt(" "), "template.blank", "Write", ""),
        bad(
            "the same asked of every row",
            Step.REQUESTS,
            prompt("Hello"),
            "template.no-column",
            "same",
            ""),
        bad(
            "a limit below the smallest answer",
            Step.MODEL,
            f -> {
              f.edit(d -> d.withSpec(spec -> spec.withAnswer(Optional.of(SCHEMA))));
              cap(2).accept(f);
            },
            "settings.cap-below-answer",
            "2 tokens",
            "Allow"),
        bad(
            "a limit that thinking can use up",
            Step.MODEL,
            cap(10),
            "settings.cap-may-think",
            "10 tokens",
            "Allow"),
        bad(
            "a limit above what the model writes",
            Step.MODEL,
            cap(70_000),
            "settings.cap-range",
            "65,536",
            "Allow 65,536"),
        bad(
            "tokens for thinking of a model that takes levels",
            Step.MODEL,
            edit(draft ->
                draft.withSpec(spec ->
                    spec.withSettings(
                        spec.settings()
                            .withThinking(
                                Optional.of(new GenerationSettings.Thinking.Budget(512)))))),
            "settings.level-not-budget",
            "level",
            "Think as usual"),
        bad(
            "a source that is not there",
            Step.SOURCE,
            f -> f.cloud.catalog.tables.clear(),
            "source.missing",
            "no table",
            "Ask again"),
        bad(
            "a source that is no name",
            Step.SOURCE,
            edit(d -> d.withSource("passages")),
            "table-name.only-table",
            "passages",
            ""),
        bad(
            "a source that cannot be read",
            Step.SOURCE,
            f ->
                f.cloud.catalog.failure =
                    Optional.of(new CloudException.NotAllowed("no", "403", null)),
            "source.failed",
            "could not be read",
            "Ask again"),
        bad(
            "all requests of a large table",
            Step.REVIEW,
            f -> {
              own(REQUEST).accept(f);
              f.rows(List.of(row(GOOD), row(GOOD)));
              f.counts(2, 3L << 30, 0, 0, 0, 0, 0);
            },
            "own.too-dear",
            "3.22 GB",
            "Read it all the same"),
        bad(
            "requests that fail far down in the table",
            Step.REVIEW,
            f -> {
              own(REQUEST).accept(f);
              f.rows(List.of(row(GOOD), row(GOOD)));
              f.counts(590, 1_000, 0, 0, 590, 0, 0);
            },
            "own.faults",
            "590",
            "Write a template"));
  }

  private static Bad bad(
      String what, Step step, Consumer<DraftFixture> spoil, String code, String words, String fix) {
    return new Bad(what, step, spoil, code, words, fix);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("preparations")
  void isCaughtInWordsAndCannotBeSent(Bad bad) {
    DraftFixture fixture = new DraftFixture();
    bad.spoil().accept(fixture);
    DraftState state = fixture.known();

    Finding found = found(bad, state).orElseThrow(() -> new AssertionError(all(state)));
    assertThat(say(found)).contains(bad.words()).doesNotContain("{");
    FindingWords.hasWords(found);
    Readiness ready = Readiness.of(state, DraftChecks.of(state), fixture.lookups()::isOpen);
    if (found.stops()) {
      assertThat(ready)
          .isInstanceOfSatisfying(
              Readiness.Stopped.class,
              stopped -> assertThat(DraftChecks.of(state).of(stopped.step())).contains(found));
      assertThat(bad.step() == Step.REVIEW || RunPlanner.plan(state).isEmpty()).isTrue();
    } else {
      assertThat(ready).as(all(state)).isInstanceOf(Readiness.Ready.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("preparations")
  void theFixTakesItAway(Bad bad) {
    DraftFixture fixture = new DraftFixture();
    bad.spoil().accept(fixture);
    DraftState state = fixture.known();
    Finding found = found(bad, state).orElseThrow(() -> new AssertionError(all(state)));

    Optional<QuickFix> fix = QuickFixes.of(found, state);
    assertThat(fix.map(BadPreparationsTest::label).orElse("")).startsWith(bad.fix());
    assertThat(fix.isPresent()).isEqualTo(!bad.fix().isEmpty());
    if (fix.isEmpty()
        || (fix.get() instanceof QuickFix.Copy(var _, var _, String text)
            && text.startsWith("bq "))) {
      return;
    }
    DraftState after = fixture.known(fixture.lookups().fitted(applied(fix.get(), state, fixture)));
    if (found.code().equals("model.batch-unproven")) {
      assertThat(after.rows()).as("one row to see").hasValue(1);
      return;
    }
    assertThat(found(bad, after)).as("still so after: %s", label(fix.get())).isEmpty();
  }

  /// Does what the wizard, or a person at the command line, would.
  private static DraftState applied(QuickFix fix, DraftState state, DraftFixture fixture) {
    return switch (fix) {
      case QuickFix.Edit edit -> state.with(edit.change().apply(state.draft()));
      case QuickFix.MakeDataset(var _, var _, DatasetRef ref, Location at) -> {
        fixture.dataset(ref.dataset(), at);
        yield fixture.fresh().with(state.draft().withTarget(to -> to.withDataset(ref.toString())));
      }
      case QuickFix.LookAgain _ -> {
        fixture.cloud.catalog.failure = Optional.empty();
        fixture.table(HERE, 2, TEXT, Field.of("n", FieldType.INT64));
        yield fixture.fresh();
      }
      case QuickFix.Copy copy -> throw new AssertionError(copy);
    };
  }

  private static Optional<Finding> found(Bad bad, DraftState state) {
    return DraftChecks.of(state).of(bad.step()).stream()
        .filter(finding -> finding.level() != Severity.OK && finding.code().equals(bad.code()))
        .findFirst();
  }

  private static String all(DraftState state) {
    return DraftChecks.of(state).byStep().toString();
  }

  @Test
  void nothingIsSaidOfASoundPreparation() {
    DraftFixture fixture = new DraftFixture();
    DraftState state = fixture.known();
    for (Step step : Step.values()) {
      assertThat(DraftChecks.of(state).of(step))
          .as(step.name())
          .allMatch(finding -> finding.level() == Severity.OK);
    }
    assertThat(Readiness.of(state, DraftChecks.of(state), fixture.lookups()::isOpen))
        .isInstanceOf(Readiness.Ready.class);
  }

  private static String say(Finding finding) {
    return WORDS.get("prompt." + finding.code(), finding.args().toArray());
  }

  private static String label(QuickFix fix) {
    return WORDS.get("wizard.fix." + fix.label(), fix.args().toArray());
  }

  private static Consumer<DraftFixture> edit(UnaryOperator<Draft> change) {
    return fixture -> fixture.edit(change);
  }

  private static Consumer<DraftFixture> prompt(String text) {
    return edit(draft -> draft.withSpec(spec -> spec.withTemplate(Template.parse(text))));
  }

  private static Consumer<DraftFixture> where(
      String column, RowChoice.Operator operator, String value) {
    return edit(draft ->
        draft.withRows(
            new RowChoice(
                List.of(new RowChoice.Condition(column, operator, value)),
                OptionalLong.empty(),
                false,
                "")));
  }

  private static Consumer<DraftFixture> cap(int tokens) {
    return edit(draft ->
        draft.withSpec(spec ->
            spec.withSettings(spec.settings().withMaxOutputTokens(OptionalInt.of(tokens)))));
  }

  private static Consumer<DraftFixture> own(Field... fields) {
    return fixture -> {
      fixture.edit(draft -> draft.withOwnRequests(Optional.of(true)));
      fixture.table(TableKind.TABLE, HERE, 2, fields);
    };
  }

  private static Consumer<DraftFixture> rows(String second) {
    return fixture -> {
      own(REQUEST).accept(fixture);
      fixture.rows(List.of(row(GOOD), row(second)));
      fixture.counts(2, 0, 0, 0, 0, 0, 0);
    };
  }

  private static Row row(String request) {
    return new Row(List.<Value>of(new Value.Scalar(request)));
  }

  private static Consumer<DraftFixture> destination(String location) {
    return fixture -> {
      fixture.cloud.catalog.datasets.remove(new DatasetRef(FakeCloud.PROJECT, "mine"));
      fixture.dataset("far", new Location(location));
      fixture.edit(draft -> draft.withTarget(to -> to.withDataset(FakeCloud.PROJECT + ".far")));
    };
  }

  private static Consumer<DraftFixture> model(String name) {
    return edit(draft -> draft.withModel(name));
  }

  private static Field repeated(String name) {
    return new Field(name, FieldType.INT64, Field.Mode.REPEATED, List.of(), "");
  }
}
