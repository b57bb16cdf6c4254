package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableKind;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;
import dev.pollux.prompt.RowChoice;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows are counted when the choice changes: once for each choice, since a count may cost money.
class RowCountingTest {
  private final FakeCloud cloud = new FakeCloud();
  private final WizardModel model = new WizardModel();
  private final RowCounting counting =
      new RowCounting(
          cloud, new SameThreadBackground(), new Words(Locale.ENGLISH), model, this::refresh);

  private void refresh() {
    counting.refresh();
  }

  @BeforeEach
  void table() {
    TableSchema schema = new TableSchema(List.of(Field.of("n", FieldType.INT64)));
    model.table.set(
        Optional.of(
            new TableInfo(
                new TableRef("p", "d", "t"),
                TableKind.TABLE,
                Location.US_CENTRAL1,
                schema,
                50,
                500,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                "")));
    model.prompt.set("{{n}}");
    cloud.queries.result =
        new QueryResult(schema, List.of(new Row(List.of(new Value.Scalar("7")))));
    cloud.queries.dryRun = new Queries.DryRun(1_000, schema);
  }

  private void choose(OptionalLong limit, RowChoice.Condition... conditions) {
    model.choice.set(new RowChoice(List.of(conditions), limit, false, ""));
    counting.refresh();
  }

  private static RowChoice.Condition atLeast(String value) {
    return new RowChoice.Condition("n", RowChoice.Operator.AT_LEAST, value);
  }

  @Test
  void asksNothingWhereTheTableKnows() {
    choose(OptionalLong.of(20));
    assertThat(model.count.get()).isEqualTo(new RowCount.Known(20, 0));
    assertThat(cloud.queries.calls).isZero();
  }

  @Test
  void countsAChoiceOnceAndTakesTheLimitWithoutAskingAgain() {
    choose(OptionalLong.empty(), atLeast("1"));
    choose(OptionalLong.of(5), atLeast("1"));
    assertThat(model.count.get()).isEqualTo(new RowCount.Known(5, 1_000));
    assertThat(cloud.queries.calls).isOne();
    choose(OptionalLong.of(5), atLeast("2"));
    assertThat(cloud.queries.calls).isEqualTo(2);
  }

  @Test
  void aCountThatFailsIsNotAskedAgainUntilSomebodyWantsIt() {
    cloud.queries.failure = Optional.of(new CloudException.Unavailable("away", "", null));
    choose(OptionalLong.empty(), atLeast("1"));
    assertThat(model.count.get()).isInstanceOf(RowCount.Failed.class);
    cloud.queries.failure = Optional.empty();
    counting.refresh();
    assertThat(cloud.queries.calls).as("nothing ran").isZero();
    counting.retry();
    counting.refresh();
    assertThat(model.count.get()).isEqualTo(new RowCount.Known(7, 1_000));
  }

  @Test
  void aChoiceWithFaultsIsNotCounted() {
    choose(OptionalLong.empty(), atLeast("ten"));
    assertThat(model.count.get()).isEqualTo(new RowCount.None());
    assertThat(cloud.queries.calls).isZero();
  }
}
