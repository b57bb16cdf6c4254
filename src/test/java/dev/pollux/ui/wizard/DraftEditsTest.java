package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.RandomDraftEdits;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A restless person, a slow cloud that fails at times, and answers in any order: what is known of
/// a draft is always what a fresh look at the same draft finds.
class DraftEditsTest {
  private static final List<String> TABLES =
      List.of(
          "pollux-sandbox.mine.passages",
          "pollux-sandbox.mine.requests",
          "pollux-sandbox.mine.a_view",
          "pollux-sandbox.mine.missing",
          "pollux-sandbox.mine",
          "");
  private final FakeCloud cloud = new FakeCloud();

  /// A wizard without its window.
  private final class Wizard {
    final ManualBackground background = new ManualBackground();
    final Lookups lookups = Lookups.of(cloud);
    final DraftModel model = new DraftModel(context(), lookups);
    final LookupRunner runner =
        new LookupRunner(model, lookups, background, new Words(Locale.ENGLISH), () -> Step.REVIEW);

    Wizard() {
      model.state().subscribe((_, _) -> runner.refresh());
      runner.refresh();
    }

    WizardActions actions() {
      return new WizardActions(
          model, new WizardModel(), runner, cloud.catalog, background, new Words(Locale.ENGLISH));
    }

    /// Everything that was asked is answered.
    void settle() {
      do {
        background.workAll();
        background.deliver();
      } while (!background.waiting().isEmpty());
      background.deliver();
    }
  }

  /// One for all, since what is asked is fingerprinted with it.
  private static final MarkKey KEY = new MarkKey("0f".repeat(32));

  private JobContext context() {
    return new JobContext(
        cloud.connection(),
        ModelCatalog.load(),
        PriceList.load(),
        Budget.DEFAULT,
        LocalDate.of(2026, 11, 26),
        KEY,
        new RunId("11111111-2222-3333-4444-555555555555"),
        Optional.empty());
  }

  private static QuickFix newDataset() {
    return new QuickFix.MakeDataset(
        "dataset",
        List.of(),
        new DatasetRef("pollux-sandbox", "pollux_us_central1"),
        Location.US_CENTRAL1);
  }

  @Test
  void aDatasetThatWasMadeIsTheDestination() {
    fill();
    Wizard wizard = new Wizard();
    wizard.actions().apply(newDataset());
    wizard.settle();
    assertThat(wizard.model.draft().target().dataset())
        .isEqualTo("pollux-sandbox.pollux_us_central1");
  }

  @Test
  void whoChoseAnotherDatasetWhileOneWasMadeKeepsIt() {
    fill();
    Wizard wizard = new Wizard();
    wizard.actions().apply(newDataset());
    wizard.model.edit("", draft -> draft.withTarget(to -> to.withDataset("pollux-sandbox.mine")));
    wizard.settle();
    assertThat(wizard.model.draft().target().dataset()).isEqualTo("pollux-sandbox.mine");
    assertThat(wizard.model.now().facts().datasets().value().orElseThrow())
        .extracting(made -> made.ref().dataset())
        .contains("pollux_us_central1");
  }

  private void fill() {
    cloud.catalog.dataset("mine", Location.US_CENTRAL1);
    table(
        "passages",
        TableKind.TABLE,
        40,
        field("text", FieldType.STRING),
        field("year", FieldType.INT64));
    table("requests", TableKind.TABLE, 3, field("request", FieldType.STRING));
    table(
        "a_view",
        TableKind.VIEW,
        -1,
        field("text", FieldType.STRING),
        field("year", FieldType.INT64));
    table("taken", TableKind.TABLE, 1, field("text", FieldType.STRING));
    cloud.queries.dryRun = new Queries.DryRun(1_000, new TableSchema(List.of()));
    // Serves the count of rows, and the five figures of a look at own requests.
    cloud.queries.result =
        new QueryResult(
            new TableSchema(List.of()),
            List.of(
                new Row(
                    IntStream.of(12, 0, 0, 0, 12)
                        .<Value>mapToObj(n -> new Value.Scalar(Integer.toString(n)))
                        .toList())));
  }

  private static Field field(String name, FieldType type) {
    return new Field(name, type, Field.Mode.NULLABLE, List.of(), "");
  }

  private void table(String name, TableKind kind, long rows, Field... fields) {
    cloud.catalog.table("mine", name, Math.max(rows, 0), fields);
    TableRef ref = new TableRef("pollux-sandbox", "mine", name);
    TableInfo made = cloud.catalog.tables.get(ref);
    cloud.catalog.tables.put(
        ref,
        new TableInfo(
            ref,
            kind,
            made.location(),
            made.schema(),
            rows,
            made.bytes(),
            made.created(),
            made.modified(),
            made.expires(),
            ""));
    cloud.rows.tables.put(
        ref,
        IntStream.range(0, (int) Math.max(rows, 0))
            .mapToObj(i -> new Row(made.schema().fields().stream().map(f -> value(f, i)).toList()))
            .toList());
  }

  private static Value value(Field field, int i) {
    return new Value.Scalar(
        switch (field.name()) {
          case "year" -> Integer.toString(1790 + i);
          case "request" ->
              "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"" + i + "\"}]}]}";
          default -> "passage " + i;
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsKnownIsWhatAFreshLookFinds(long seed) {
    fill();
    Random random = new Random(seed);
    RandomDraftEdits edits = new RandomDraftEdits(random, TABLES);
    Wizard wizard = new Wizard();
    int compared = 0;
    for (int i = 0; i < 2_500; i++) {
      wizard.model.edit(random.nextBoolean() ? "typing" : "", edits.next());
      disturb(wizard, random);
      assertThat(wizard.model.checks()).isEqualTo(DraftChecks.of(wizard.model.now()));
      if (i % 25 == 24) {
        compare(wizard, i);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(100);
    assertThat(wizard.background.unhandled()).isEmpty();
  }

  private void disturb(Wizard wizard, Random random) {
    ManualBackground background = wizard.background;
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> work(background, random);
      case 3, 4 -> background.deliver();
      case 5 -> {
        work(background, random);
        background.deliver();
      }
      case 6 -> background.running().stream().findAny().ifPresent(background::stop);
      case 7 -> wizard.model.undo();
      case 8 -> wizard.model.redo();
      case 9 -> wizard.runner.retry();
      case 10 ->
          fail(
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(new CloudException.Unavailable("no answer", "503", null)));
      default -> wizard.settle();
    }
  }

  private static void work(ManualBackground background, Random random) {
    if (!background.waiting().isEmpty()) {
      background.work(random.nextInt(background.waiting().size()));
    }
  }

  private void fail(Optional<CloudException> failure) {
    cloud.catalog.failure = failure;
    cloud.rows.failure = failure;
    cloud.queries.failure = failure;
    cloud.gemini.failure = failure;
    cloud.models.failure = failure;
  }

  private void compare(Wizard wizard, int step) {
    wizard.settle(); // what failed on its way arrives, and is asked again
    fail(Optional.empty());
    wizard.runner.retry();
    wizard.settle();
    Wizard fresh = new Wizard();
    fresh.model.restore(wizard.model.draft());
    fresh.settle();
    List<Object> shown = known(wizard.model.now().facts());
    List<Object> expected = known(fresh.model.now().facts());
    for (int i = 0; i < shown.size(); i++) {
      assertThat(shown.get(i)).as("fact %d after edit %d", i, step).isEqualTo(expected.get(i));
    }
    assertThat(wizard.model.checks()).isEqualTo(fresh.model.checks());
    assertThat(wizard.lookups.isOpen(wizard.model.now()))
        .as("open questions after edit %d: %s", step, wizard.lookups.wanted(wizard.model.now()))
        .isFalse();
  }

  private static List<Object> known(Facts facts) {
    return List.of(
        facts.source(),
        facts.models(),
        facts.datasets(),
        facts.tunedBase(),
        facts.served(),
        facts.total(),
        facts.destination(),
        facts.tokens(),
        facts.access());
  }

  @Test
  void undoToTheStartGivesTheStartAndRedoGivesTheEnd() {
    fill();
    RandomDraftEdits edits = new RandomDraftEdits(new Random(5), TABLES);
    Wizard wizard = new Wizard();
    Draft start = wizard.model.draft();
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      wizard.model.edit("", edits.next());
      drafts.add(wizard.model.draft());
    }
    Draft end = wizard.model.draft();
    while (wizard.model.canUndo().get()) {
      wizard.model.undo();
      wizard.settle();
      assertThat(drafts.contains(wizard.model.draft()) || wizard.model.draft().equals(start))
          .isTrue();
    }
    assertThat(wizard.model.draft()).isEqualTo(start);
    while (wizard.model.canRedo().get()) {
      wizard.model.redo();
    }
    assertThat(wizard.model.draft()).isEqualTo(end);
  }

  @Test
  void whatIsTypedInARowIsOneStepOfUndo() {
    fill();
    Wizard wizard = new Wizard();
    for (String typed : List.of("p", "po", "pol")) {
      wizard.model.edit("source", draft -> draft.withSource(typed));
    }
    wizard.model.edit("title", draft -> draft.withTitle("t"));
    wizard.model.undo();
    assertThat(wizard.model.draft().source()).isEqualTo("pol");
    wizard.model.undo();
    assertThat(wizard.model.draft()).isEqualTo(Draft.EMPTY);
  }
}
