package dev.pollux.draft.state;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.RequestRenderer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// What travels where the job cannot read the rows in place: the requests, from where the rows are
/// to where the answers go.
///
/// @param out where the rows are
/// @param into where the job reads
/// @param bytes about how much; empty where nobody knows
public record Transfer(Location out, Location into, OptionalLong bytes) {
  private static final int MOST_RENDERED = 50;
  private static final long MOST_BYTES = 500_000;
  private static final String SCRATCH = "pollux_scratch_";

  static Transfer of(DraftState state, TableInfo table, Location into) {
    return new Transfer(table.location(), into, bytes(state, table));
  }

  /// Said at the source, the destination and the review, in the same words.
  public Finding finding() {
    String from = JobRegion.spoken(out);
    String to = JobRegion.spoken(into);
    String kind = out.isMultiRegion() ? "transfer.multi-region" : "transfer.region";
    return bytes.isPresent()
        ? Finding.warning(kind, from, to, Math.max(0.1, bytes.getAsLong() / 1e6))
        : Finding.warning(kind + "-unsized", from, to);
  }

  /// The dataset in which requests are made that travel: of the caller's project, where the rows
  /// are.
  static DatasetRef scratch(DraftState state, Location out) {
    String project = state.context().connection().project();
    String name = SCRATCH + out.id().replace('-', '_');
    boolean elsewhere =
        state.target().datasets().stream()
            .filter(d -> !d.location().equals(out))
            .anyMatch(d -> d.ref().equals(new DatasetRef(project, name)));
    return new DatasetRef(project, elsewhere ? name + "_requests" : name);
  }

  /// Whether it is a dataset for what travels, where no answers belong.
  static boolean isScratch(DatasetRef dataset) {
    return dataset.dataset().startsWith(SCRATCH);
  }

  private static OptionalLong bytes(DraftState state, TableInfo table) {
    if (state.ownRequests() || table.rows() < 0) {
      return table.bytes() < 0 ? OptionalLong.empty() : OptionalLong.of(table.bytes());
    }
    long rows = state.rows().orElse(table.rows());
    double passed = table.rows() == 0 ? 0 : (double) table.bytes() / table.rows();
    return OptionalLong.of((long) (rows * (passed + rendered(state, table))));
  }

  /// How long a request is, of the rows that are here: of as many as are made in a moment, since
  /// this is asked at each key stroke.
  private static double rendered(DraftState state, TableInfo table) {
    if (!state.isAskable()) {
      return 0;
    }
    RequestRenderer renderer = state.renderer(table.schema());
    long bytes = 0;
    int rows = 0;
    for (Row row : state.sample()) {
      if (rows == MOST_RENDERED || bytes > MOST_BYTES) {
        break;
      }
      if (!renderer.skips(row)) {
        bytes += renderer.json(row).getBytes(StandardCharsets.UTF_8).length;
        rows++;
      }
    }
    return rows == 0 ? 0 : (double) bytes / rows;
  }

  /// Where a table of that name stands while it waits to travel.
  static TableRef waiting(DraftState state, TableRef to, Location out) {
    return scratch(state, out).table(to.table());
  }
}
