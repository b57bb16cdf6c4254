package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cost.Budget;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.Dataset;
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
import dev.pollux.draft.lookup.DraftResearch;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialChoice;
import dev.pollux.draft.trial.TrialDraw;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.prompt.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A cloud with a table of two passages and a dataset for answers, and a draft about it that
/// nothing stops. A test spoils what it is about.
public final class DraftFixture {
  public static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  public static final Location HERE = Location.US_CENTRAL1;
  public static final Field TEXT = Field.of("text", FieldType.STRING);
  public static final TableRef TABLE = new TableRef(FakeCloud.PROJECT, "samples", "passages");
  private static final ModelCatalog CATALOG = ModelCatalog.load();

  public final FakeCloud cloud = new FakeCloud();
  public JobContext context =
      new JobContext(
          new Connection.Sandbox(FakeCloud.PROJECT, HERE),
          CATALOG,
          PriceList.load(),
          Budget.DEFAULT,
          TODAY,
          new MarkKey("0f".repeat(32)),
          new RunId("0f0e0d0c-0000-4000-8000-000000000001"),
          Optional.empty());
  public Draft draft =
      Draft.EMPTY
          .about(TABLE)
          .withSpec(spec -> spec.withTemplate(Template.parse("Which subject? {{text}}")))
          .withModel("gemini-3.8-flash")
          .withTarget(to -> to.withDataset(FakeCloud.PROJECT + ".mine").withTable("answers"));

  public DraftFixture() {
    dataset("samples", HERE);
    dataset("mine", HERE);
    table(HERE, 2, TEXT, Field.of("n", FieldType.INT64));
    cloud.gemini.tokens = 100;
    cloud.models.models.clear();
    CATALOG
        .models(List.of())
        .forEach(info -> cloud.models.models.add(new ListedModel(info.model().id(), "GA")));
    cloud.gemini.serves =
        (model, _) ->
            model.isTuned()
                || cloud.models.models.stream().anyMatch(listed -> listed.id().equals(model.id()));
  }

  public void dataset(String name, Location location) {
    DatasetRef ref = new DatasetRef(FakeCloud.PROJECT, name);
    cloud.catalog.datasets.put(ref, new Dataset(ref, location, ""));
  }

  /// The source has these columns, and rows that say which one they are.
  public void table(Location location, long rows, Field... fields) {
    table(TableKind.TABLE, location, rows, fields);
    rows(
        IntStream.range(0, (int) Math.max(0, Math.min(rows, 20_000)))
            .mapToObj(i ->
                new Row(
                    Arrays.stream(fields)
                        .<Value>map(field -> new Value.Scalar(value(field, i)))
                        .toList()))
            .toList());
  }

  private static String value(Field field, int row) {
    return field.type() == FieldType.INT64 ? "" + row : "passage " + row;
  }

  public void table(TableKind kind, Location location, long rows, Field... fields) {
    cloud.catalog.tables.put(
        TABLE,
        new TableInfo(
            TABLE,
            kind,
            location,
            new TableSchema(List.of(fields)),
            rows,
            rows * 100,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            ""));
  }

  public void rows(List<Row> rows) {
    cloud.rows.tables.put(TABLE, rows);
  }

  /// What a query answers, one row of whole numbers: the count of rows, then what is wrong with
  /// requests.
  ///
  /// @param bytes what it reads
  public void counts(long matching, long bytes, long... faults) {
    TableSchema schema = new TableSchema(List.of(Field.of("n", FieldType.INT64)));
    List<Value> values = new ArrayList<>(List.of(new Value.Scalar("" + matching)));
    LongStream.of(faults).forEach(n -> values.add(new Value.Scalar("" + n)));
    cloud.queries.result = new QueryResult(schema, List.of(new Row(values)));
    cloud.queries.dryRun = new Queries.DryRun(bytes, schema);
  }

  public DraftFixture edit(UnaryOperator<Draft> change) {
    draft = change.apply(draft);
    return this;
  }

  public Lookups lookups() {
    return Lookups.of(cloud);
  }

  /// A trial of the first rows, of which none was asked.
  public Trial drawn(DraftState state, int count) {
    try {
      return new TrialDraw(cloud.rows)
          .draw(
              1,
              state.trialSubject().orElseThrow(),
              state.trialRows(state.trialSubject().orElseThrow()),
              new TrialDraw.Wish(TrialChoice.FIRST, count, 0));
    } catch (CloudException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The draft with nothing known of it.
  public DraftState fresh() {
    return new DraftState(draft, Facts.NONE, context);
  }

  /// The draft with everything known that can be.
  public DraftState known() {
    return known(fresh());
  }

  public DraftState known(DraftState state) {
    try {
      return new DraftResearch(lookups()).complete(state);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
