package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.Background;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.table.TableStorage;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows that only a query reads, while answers are late, refused, or wanted no more.
class QueryPreviewTest {
  private static final String TASK = "Reading some rows of samples.orders by a query";
  private static final Field TEXT = Field.of("text", FieldType.STRING);
  private static final Field SECRET = Field.of("secret", FieldType.STRING);
  private final FakeCloud cloud = new FakeCloud();
  private final ManualBackground background = new ManualBackground();
  private final BrowserModel model = new BrowserModel();
  private final QueryPreview preview = preview(background);

  private QueryPreview preview(Background threads) {
    return new QueryPreview(cloud.queries, threads, new Words(Locale.ENGLISH), model);
  }

  private static TableInfo view(String name, TableStorage storage) {
    return new TableInfo(
        new TableRef(FakeCloud.PROJECT, "samples", name),
        TableKind.VIEW,
        Location.US_CENTRAL1,
        new TableSchema(List.of(SECRET, TEXT)),
        -1,
        -1,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        "",
        storage);
  }

  private static TableInfo view(String name) {
    return view(name, TableStorage.PLAIN);
  }

  private static TableStorage storage(Optional<PartitionColumn> partition, String... tagged) {
    return new TableStorage(partition, 0, Set.of(tagged), Optional.empty());
  }

  @BeforeEach
  void aPrice() {
    cloud.queries.dryRun = new DryRun(12_000_000, new TableSchema(List.of()));
    cloud.queries.result =
        new QueryResult(
            new TableSchema(List.of(TEXT)), List.of(new Row(List.of(new Value.Scalar("hello")))));
  }

  private QueriedRows now() {
    return model.preview().get();
  }

  private void offer(TableInfo table) {
    preview.offer(table);
    background.settle();
  }

  @Test
  void thePriceIsAskedAndNothingReadBeforeThePersonSaysSo() {
    preview.offer(view("orders"));
    assertThat(now()).isInstanceOf(QueriedRows.Pricing.class);
    background.settle();
    assertThat(now()).isInstanceOf(QueriedRows.Offered.class);
    assertThat(cloud.queries.calls).isZero();

    preview.read(view("orders"));
    preview.read(view("orders"));
    assertThat(background.running()).containsExactly(TASK);
    background.settle();

    assertThat(now()).isInstanceOf(QueriedRows.Read.class);
    assertThat(cloud.queries.calls).as("pressed twice").isOne();
    assertThat(cloud.queries.ceilings.values())
        .as("no more than the person was told, and a tenth")
        .containsExactly(13_200_000L);
  }

  @Test
  void aPriceThatIsLateIsNotSaidOfAnotherTable() {
    preview.offer(view("first"));
    background.workAll();
    cloud.queries.dryRun = new DryRun(5, new TableSchema(List.of()));
    offer(view("orders"));
    assertThat(now())
        .isInstanceOfSatisfying(
            QueriedRows.Offered.class,
            offered -> {
              assertThat(offered.sql().query().sql()).contains("orders");
              assertThat(offered.price().bytesProcessed()).isEqualTo(5);
            });
  }

  @Test
  void rowsThatAreLateAreNotShownUnderAnotherTable() {
    offer(view("orders"));
    preview.read(view("orders"));
    background.workAll();
    preview.forget();
    background.settle();
    assertThat(now()).isEqualTo(new QueriedRows.NotNeeded());
    assertThat(background.running()).isEmpty();
  }

  @Test
  void whoStopsItIsOfferedItAgain() {
    offer(view("orders"));
    preview.read(view("orders"));
    background.workAll();
    preview.stop();
    background.settle();
    assertThat(now())
        .isInstanceOfSatisfying(
            QueriedRows.Offered.class, offered -> assertThat(offered.stopped()).isTrue());

    preview.read(view("orders"));
    background.stop(TASK);
    background.settle();
    assertThat(now())
        .as("in the status bar")
        .isInstanceOfSatisfying(
            QueriedRows.Offered.class, offered -> assertThat(offered.stopped()).isTrue());
  }

  @Test
  void aRefusalIsInWordsAndThePriceCanBeAskedAgain() {
    offer(view("orders"));
    cloud.queries.failure =
        Optional.of(
            new CloudException.Invalid(
                "Query exceeded limit for bytes billed: 13200000.", "invalid", null));
    preview.read(view("orders"));
    background.settle();
    assertThat(now())
        .isInstanceOfSatisfying(
            QueriedRows.Failed.class,
            failed -> {
              assertThat(failed.why().what())
                  .isEqualTo("The rows of samples.orders could not be read.");
              assertThat(failed.why().why()).contains("reads more than was agreed to");
            });
    cloud.queries.failure = Optional.empty();
    offer(view("orders"));
    assertThat(now()).isInstanceOf(QueriedRows.Offered.class);
  }

  @Test
  void columnsWithATagAreLeftOut() {
    offer(view("orders", storage(Optional.empty(), "secret")));
    assertThat(now())
        .isInstanceOfSatisfying(
            QueriedRows.Offered.class,
            offered -> {
              assertThat(offered.sql().query().sql()).doesNotContain("secret");
              assertThat(offered.sql().columns()).containsExactly(1);
            });
    offer(view("orders", storage(Optional.empty(), "secret", "text")));
    assertThat(now()).isEqualTo(new QueriedRows.NoColumn());
  }

  @Test
  void aTableThatWantsAConditionSaysWhichInsteadOfAQueryThatIsRefused() {
    PartitionColumn day = new PartitionColumn("day", true);
    offer(view("orders", storage(Optional.of(day))));
    assertThat(now()).isEqualTo(new QueriedRows.NeedsFilter("day"));
    assertThat(background.waiting()).isEmpty();
  }
}
