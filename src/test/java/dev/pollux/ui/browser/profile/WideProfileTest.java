package dev.pollux.ui.browser.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Queries.DryRun;
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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// A table of 10,000 columns at a glance: what takes a while is made elsewhere, or when it is asked
/// for.
class WideProfileTest extends ApplicationTest {
  private static final int COLUMNS = 10_000;
  private final FakeCloud cloud = new FakeCloud();
  private final ManualBackground background = new ManualBackground();
  private ProfileController profile;

  @Override
  public void start(Stage stage) {
    cloud.queries.dryRun = new DryRun(12_000_000, new TableSchema(List.of()));
    profile = new ProfileController(cloud, background, new Words(Locale.ENGLISH));
    stage.setScene(new Scene((Parent) profile.node(), 900, 600));
    stage.show();
  }

  private TableInfo wide() {
    TableInfo table =
        new TableInfo(
            new TableRef(FakeCloud.PROJECT, "samples", "wide"),
            TableKind.TABLE,
            Location.US_CENTRAL1,
            new TableSchema(
                IntStream.range(0, COLUMNS)
                    .mapToObj(i -> Field.of("column_" + i, FieldType.STRING))
                    .toList()),
            2,
            200_000,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            "");
    Row row = new Row(Collections.nCopies(COLUMNS, new Value.Scalar("text")));
    cloud.rows.tables.put(table.ref(), List.of(row, row));
    return table;
  }

  /// Each would be a window with a scene and style sheets of its own, for every figure in sight.
  @Test
  void whatACellSaysIsMadeWhenSomebodyAsks() {
    TableInfo table = wide();
    interact(() -> {
      profile.of(table, Optional.of(table));
      profile.look();
      background.settle();
    });
    List<TableCell<?, ?>> cells =
        lookup("#browser-profile .table-cell").<TableCell<?, ?>>queryAll().stream()
            .filter(cell -> !cell.isEmpty())
            .toList();
    assertThat(cells).hasSizeGreaterThan(20);
    assertThat(cells).allMatch(cell -> cell.getTooltip() == null);
    TableCell<?, ?> one = cells.getFirst();
    assertThat(String.valueOf(one.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .contains("column_0", "distinct");
    moveTo(one);
    assertThat(one.getTooltip().getText()).contains("column_0");
  }
}
