package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Finding;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.Severity;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableKind;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.RowChoice;
import dev.pollux.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people suffered from and could have been told before sending (the numbers are those of the
/// list of complaints in the decision on preflight): each is caught, said in words, and where a
/// click can mend it, the click is offered and mends it.
class BadPreparationsTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final Words WORDS = new Words(Locale.ENGLISH);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private static final ModelCatalog CATALOG = ModelCatalog.load();
  private static final Field TEXT = Field.of("text", FieldType.STRING);
  private static final Field REQUEST = Field.of("request", FieldType.STRING);
  private static final String GOOD =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}]}";

  /// @param mend the beginning of what the click says; empty where no click helps
  record Bad(
      String what, Step step, Consumer<WizardModel> spoil, String code, String words, String mend) {
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
            "4 source in a multi-region",
            Step.REQUESTS,
            ownAt(new Location("us")),
            "source.multi-region",
            "multi-region",
            "Copy the command"),
        bad(
            "4 destination in a multi-region",
            Step.DESTINATION,
            destination("eu"),
            "destination.multi-region",
            "multi-region",
            "Make the dataset pollux_us_central1"),
        bad(
            "4 destination elsewhere",
            Step.DESTINATION,
            destination("europe-west1"),
            "destination.other-region",
            "europe-west1",
            "Make the dataset pollux_us_central1"),
        bad(
            "21 job elsewhere than the data",
            Step.DESTINATION,
            m -> m.location.set(Optional.of(new Location("europe-west4"))),
            "destination.job-location",
            "europe-west4",
            "Run where the data is"),
        bad(
            "7 no dataset",
            Step.DESTINATION,
            m -> m.dataset.set(Optional.empty()),
            "destination.no-dataset",
            "no such dataset",
            "Make the dataset"),
        bad(
            "7 a table that exists",
            Step.DESTINATION,
            m -> m.existing.set(m.table.get()),
            "destination.exists",
            "exists already",
            "Name it answers_2"),
        bad(
            "7 a name with a back-tick",
            Step.DESTINATION,
            m -> m.tableName.set("a`b"),
            "destination.bad-characters",
            "`",
            "Name it a_b"),
        bad(
            "7 no name",
            Step.DESTINATION,
            m -> m.tableName.set(" "),
            "destination.no-name",
            "name",
            "Name it answers_2"),
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
            m -> {
              own(REQUEST).accept(m);
              m.sample.set(List.of(new Row(List.of(Value.NULL))));
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
            "model.not-listed-near",
            "gemini-3.8-flash",
            "Use gemini-3.8-flash"),
        bad(
            "14 a model of another house",
            Step.MODEL,
            model("gpt-5"),
            "model.not-listed",
            "gpt-5",
            ""),
        bad(
            "14 a model past its day",
            Step.MODEL,
            model("gemini-2.5-flash"),
            "model.overdue",
            "2026-10-20",
            "Use gemini-"),
        bad(
            "15 not a model's name",
            Step.MODEL,
            model("projects/p/models/1"),
            "model.not-a-name",
            "projects/",
            ""),
        bad("no model", Step.MODEL, model(""), "model.none", "Choose", "Use gemini-"),
        bad(
            "0 rows",
            Step.SOURCE,
            m -> m.table.set(Optional.of(table(HERE, 0, TEXT))),
            "source.no-rows",
            "no rows",
            ""),
        bad(
            "more rows than a job takes",
            Step.REQUESTS,
            m -> m.count.set(new RowCount.Known(200_001, 0)),
            "rows.too-many",
            "200,001",
            "Take 200,000 rows"),
        bad(
            "a choice that leaves nothing",
            Step.REQUESTS,
            m -> m.count.set(new RowCount.Known(0, 5)),
            "rows.none",
            "No row",
            "Take all rows"),
        bad(
            "a count that is not known yet",
            Step.REQUESTS,
            m -> m.count.set(new RowCount.Counting()),
            "rows.counting",
            "counted",
            ""),
        bad(
            "a condition that is no number",
            Step.REQUESTS,
            m ->
                m.choice.set(
                    new RowChoice(
                        List.of(new RowChoice.Condition("n", RowChoice.Operator.EQUALS, "ten")),
                        OptionalLong.empty(),
                        false,
                        "")),
            "rows.not-a-value",
            "ten",
            ""),
        bad(
            "a column that is not there",
            Step.REQUESTS,
            m -> m.prompt.set("{{txet}}"),
            "template.unknown-near",
            "text",
            "Write “text”"),
        bad(
            "braces left open",
            Step.REQUESTS,
            m -> m.prompt.set("Ask {{text"),
            "template.unclosed",
            "braces",
            "Close the braces"),
        bad("nothing asked", Step.REQUESTS, m -> m.prompt.set(" "), "template.blank", "Write", ""),
        bad(
            "the same asked of every row",
            Step.REQUESTS,
            m -> m.prompt.set("Hello"),
            "template.no-column",
            "same",
            ""));
  }

  private static Bad bad(
      String what, Step step, Consumer<WizardModel> spoil, String code, String words, String mend) {
    return new Bad(what, step, spoil, code, words, mend);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("preparations")
  void isCaughtInWordsAndMended(Bad bad) {
    WizardModel model = sound();
    Checks checks = new Checks(CATALOG, dev.pollux.models.ModelTrust.own("p"), CLOCK);
    Hands hands = new Hands(model);
    QuickFixes mends = new QuickFixes(model, CATALOG, CLOCK, WORDS, hands);
    bad.spoil().accept(model);

    Optional<Finding> found =
        checks.of(bad.step(), model).stream().filter(f -> f.level() != Severity.OK).findFirst();

    assertThat(found).map(Finding::code).as("what is found").contains(bad.code());
    assertThat(say(found.orElseThrow())).contains(bad.words()).doesNotContain("{");
    Optional<QuickFix> mend = mends.of(found.orElseThrow());
    assertThat(mend.map(QuickFix::label).orElse("")).startsWith(bad.mend());
    if (mend.isPresent() && hands.copied.isEmpty()) {
      mend.get().action().run();
      boolean still =
          checks.of(bad.step(), model).stream().anyMatch(f -> f.code().equals(bad.code()));
      assertThat(still && !hands.recounts && hands.copied.isEmpty())
          .as("still wrong after: %s", mend.get().label())
          .isFalse();
    }
  }

  @org.junit.jupiter.api.Test
  void saysNothingOfASoundPreparation() {
    WizardModel model = sound();
    Checks checks = new Checks(CATALOG, dev.pollux.models.ModelTrust.own("p"), CLOCK);
    for (Step step : Step.values()) {
      assertThat(checks.of(step, model)).as(step.name()).allMatch(f -> f.level() == Severity.OK);
    }
  }

  private static String say(Finding finding) {
    return WORDS.get("prompt." + finding.code(), finding.args().toArray());
  }

  /// Does what the wizard would: looks at the destination again, makes datasets, copies.
  private static final class Hands implements QuickFixes.Hands {
    private final WizardModel model;
    private String copied = "";
    private boolean recounts;

    Hands(WizardModel model) {
      this.model = model;
    }

    @Override
    public void edited() {
      recounts = !(model.count.get() instanceof RowCount.Known known && known.rows() == 2);
    }

    @Override
    public void lookAtDestination() {
      model.existing.set(Optional.empty());
    }

    @Override
    public void makeDataset(String name, Location location) {
      model.dataset.set(Optional.of(new Dataset(new DatasetRef("p", name), location, "")));
    }

    @Override
    public void copy(String text) {
      copied = text;
    }
  }

  /// Nothing is wrong with it.
  private static WizardModel sound() {
    WizardModel model = new WizardModel();
    model.table.set(Optional.of(table(HERE, 2, TEXT, Field.of("n", FieldType.INT64))));
    model.prompt.set("Which subject? {{text}}");
    model.count.set(new RowCount.Known(2, 0));
    List<ListedModel> listed = new ArrayList<>();
    CATALOG.models(List.of()).forEach(info -> listed.add(new ListedModel(info.model().id(), "GA")));
    model.listed.set(listed);
    model.models.setAll(CATALOG.models(listed));
    model.model.set("gemini-3.8-flash");
    model.dataset.set(Optional.of(new Dataset(new DatasetRef("p", "mine"), HERE, "")));
    model.tableName.set("answers");
    return model;
  }

  private static Consumer<WizardModel> own(Field... fields) {
    return model -> {
      model.template.set(false);
      model.table.set(Optional.of(table(HERE, 2, fields)));
    };
  }

  private static Consumer<WizardModel> ownAt(Location location) {
    return model -> {
      model.template.set(false);
      model.table.set(Optional.of(table(location, 2, REQUEST)));
    };
  }

  private static Consumer<WizardModel> rows(String second) {
    return model -> {
      own(REQUEST).accept(model);
      model.sample.set(
          Stream.of(GOOD, second)
              .map(text -> new Row(List.<Value>of(new Value.Scalar(text))))
              .toList());
    };
  }

  private static Consumer<WizardModel> destination(String location) {
    return model ->
        model.dataset.set(
            Optional.of(new Dataset(new DatasetRef("p", "far"), new Location(location), "")));
  }

  private static Consumer<WizardModel> model(String name) {
    return model -> model.model.set(name);
  }

  private static Field repeated(String name) {
    return new Field(name, FieldType.INT64, Field.Mode.REPEATED, List.of(), "");
  }

  private static TableInfo table(Location location, long rows, Field... fields) {
    return new TableInfo(
        new TableRef("p", "d", "t"),
        TableKind.TABLE,
        location,
        new TableSchema(List.of(fields)),
        rows,
        rows * 100,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        "");
  }
}
