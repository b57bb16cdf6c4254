package dev.pollux.ui.browser.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
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
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The columns of a table at a glance, while answers are late, refused, or wanted no more.
class ProfileControllerTest extends ApplicationTest {
  private static final String TASK = "Counting the columns of samples.orders by a query";
  private static final Field TEXT = Field.of("text", FieldType.STRING);
  private final FakeCloud cloud = new FakeCloud();
  private final ManualBackground background = new ManualBackground();
  private ProfileController profile;

  @Override
  public void start(Stage stage) {
    cloud.queries.dryRun = new DryRun(12_000_000, new TableSchema(List.of()));
    cloud.queries.result =
        new QueryResult(
            new TableSchema(List.of()),
            List.of(scalars("0", "51000", "6000", "120", "9", "400000", "0", "7", "40000")));
    profile = new ProfileController(cloud, background, new Words(Locale.ENGLISH));
    stage.setScene(new Scene((Parent) profile.node(), 900, 600));
    stage.show();
  }

  private static Row scalars(String... texts) {
    List<Value> all = new java.util.ArrayList<>();
    for (String text : texts) {
      all.add(new Value.Scalar(text));
    }
    all.add(
        new Value.Array(
            List.of(
                new Value.Struct(List.of(new Value.Scalar("yes"), new Value.Scalar("40000"))),
                new Value.Struct(List.of(Value.NULL, new Value.Scalar("6000"))))));
    all.addAll(List.of(new Value.Scalar("0"), Value.NULL, Value.NULL, Value.NULL));
    return new Row(all);
  }

  private static TableInfo table(String name, TableKind kind, long rows) {
    return new TableInfo(
        new TableRef(FakeCloud.PROJECT, "samples", name),
        kind,
        Location.US_CENTRAL1,
        new TableSchema(List.of(TEXT)),
        rows,
        rows < 0 ? -1 : rows * 20,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        "");
  }

  private TableInfo orders(long rows) {
    TableInfo table = table("orders", TableKind.TABLE, rows);
    cloud.rows.tables.put(
        table.ref(),
        IntStream.range(0, (int) rows)
            .mapToObj(i ->
                new Row(
                    List.of(i % 4 == 0 ? Value.NULL : new Value.Scalar(i % 4 == 1 ? "" : "yes"))))
            .toList());
    return table;
  }

  private void open(TableInfo table) {
    interact(() -> {
      profile.of(table, table.kind().listsRows() ? Optional.of(table) : Optional.empty());
      profile.look();
    });
  }

  private void settle() {
    interact(() -> {
      background.settle();
      ((Parent) profile.node()).applyCss();
      ((Parent) profile.node()).layout();
    });
  }

  private String said(String id) {
    return lookup("#" + id).<Label>query().getText();
  }

  private String cell(int row, int column) {
    TableView<?> table = lookup("#browser-profile").query();
    javafx.scene.control.IndexedCell<?> line =
        table.lookupAll(".table-row-cell").stream()
            .map(node -> (javafx.scene.control.IndexedCell<?>) node)
            .filter(one -> one.getIndex() == row)
            .findFirst()
            .orElseThrow();
    return line.lookupAll(".table-cell").stream()
        .map(node -> (javafx.scene.control.TableCell<?, ?>) node)
        .filter(one -> table.getColumns().indexOf(one.getTableColumn()) == column)
        .findFirst()
        .orElseThrow()
        .getText();
  }

  @Test
  void theFirstRowsAreCountedFreeOfChargeAndSaidToBeASample() {
    open(orders(2_500));
    settle();
    assertThat(said("browser-profile-said"))
        .contains("the first 1,000 rows of 2,500")
        .contains("not the whole table");
    assertThat(cell(0, 0)).isEqualTo("text");
    assertThat(cell(0, 2)).isEqualTo("500 (50 %)");
    assertThat(cell(0, 3)).isEqualTo("2");
    assertThat(cell(0, 5)).isEqualTo("0 to 3 characters, median 3");
    assertThat(lookup("#browser-profile-values").<ListView<?>>query().getItems()).hasSize(2);
    assertThat(cloud.queries.calls).as("nothing that is billed").isZero();
  }

  @Test
  void numbersAndDaysSayFromWhereToWhereTheyGo() {
    TableInfo table =
        new TableInfo(
            new TableRef(FakeCloud.PROJECT, "samples", "figures"),
            TableKind.TABLE,
            Location.US_CENTRAL1,
            new TableSchema(
                List.of(Field.of("size", FieldType.FLOAT64), Field.of("day", FieldType.DATE))),
            3,
            60,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            "");
    cloud.rows.tables.put(
        table.ref(),
        List.of(
            new Row(List.of(new Value.Scalar("0.5"), new Value.Scalar("2024-02-29"))),
            new Row(List.of(new Value.Scalar("NaN"), Value.NULL)),
            new Row(List.of(new Value.Scalar("2"), new Value.Scalar("1999-12-31")))));
    open(table);
    settle();
    assertThat(cell(0, 5)).isEqualTo("0.5 to 2, mean 1.25");
    assertThat(cell(1, 5)).isEqualTo("1999-12-31 to 2024-02-29");
    assertThat(said("browser-profile-about"))
        .startsWith("size: 0.5 to 2, mean 1.25; no NULL, 1 NaN\n");
  }

  @Test
  void allOfASmallTableIsNoSample() {
    open(orders(40));
    settle();
    assertThat(said("browser-profile-said")).contains("all 40 rows").doesNotContain("sample");
  }

  @Test
  void theWholeTableIsCountedWhenThePersonAgreesToItsPrice() {
    open(orders(2_500));
    settle();
    Button whole = lookup("#browser-profile-whole").query();
    assertThat(whole.getText()).contains("12 MB").contains("$");
    clickOn(whole).clickOn("#browser-profile-stop");
    assertThat(said("browser-profile-offer")).as("stopped").contains("was stopped");
    settle();
    assertThat(said("browser-profile-said")).as("nothing came").contains("first 1,000");

    clickOn(whole);
    assertThat(background.running()).containsExactly(TASK);
    settle();
    assertThat(cloud.queries.calls).isOne();
    assertThat(cloud.queries.ceilings.values()).containsExactly(13_200_000L);
    assertThat(said("browser-profile-said")).contains("all 51,000 rows").contains("12 MB");
    assertThat(cell(0, 2)).isEqualTo("6,120 (12 %)");
    assertThat(cell(0, 5)).isEqualTo("0 to 40,000 characters, median 7");
    assertThat(whole.isVisible()).isFalse();
  }

  @Test
  void aViewHasNoSampleAndItsQueryIsOffered() {
    open(table("orders", TableKind.VIEW, -1));
    settle();
    assertThat(said("browser-profile-said")).contains("not listed free of charge");
    clickOn("#browser-profile-whole");
    settle();
    assertThat(cell(0, 3)).isEqualTo("9");
  }

  @Test
  void figuresThatAreLateAreNotSaidOfAnotherTable() {
    open(orders(2_500));
    interact(background::workAll);
    open(table("other", TableKind.VIEW, -1));
    settle();
    assertThat(said("browser-profile-said")).contains("not listed");
    clickOn("#browser-profile-whole");
    interact(background::workAll);
    open(orders(40));
    settle();
    assertThat(said("browser-profile-said")).contains("all 40 rows");
    assertThat(background.running()).isEmpty();
  }

  @Test
  void nothingIsReadBeforeSomebodyLooks() {
    interact(() -> profile.of(orders(40), Optional.of(orders(40))));
    assertThat(background.waiting()).isEmpty();
  }

  @Test
  void aRefusalIsSaidAndTriedAgain() {
    cloud.queries.failure =
        Optional.of(new CloudException.NotAllowed("no right to run jobs", "", null));
    open(table("orders", TableKind.VIEW, -1));
    settle();
    assertThat(said("browser-profile-offer")).contains("could not be counted");
    cloud.queries.failure = Optional.empty();
    clickOn("#browser-profile-again");
    settle();
    assertThat(lookup("#browser-profile-whole").<Button>query().isVisible()).isTrue();
  }

  @Test
  void aColumnSaysAllOfItselfToWhoDoesNotSeeIt() {
    open(orders(40));
    settle();
    assertThat(
            lookup("#browser-profile .table-cell").queryAll().stream()
                .map(node ->
                    String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT))))
        .anyMatch(text -> text.contains("text: 10 NULL, 10 with nothing but spaces"));
    assertThat(Set.of(lookup("#browser-profile").query().getAccessibleText()))
        .containsExactly("What each column holds");
  }
}
