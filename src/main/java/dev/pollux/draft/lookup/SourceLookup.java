package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Page;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.draft.state.SourceTable;
import dev.pollux.prompt.check.RequestCheck;
import dev.pollux.prompt.check.SourceCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The source table, and its first rows, which are read free of charge.
record SourceLookup(Cloud cloud) implements Lookup<SourceTable> {
  /// Rows that the preview can turn through.
  private static final int SAMPLE = 200;

  @Override
  public Topic topic() {
    return Topic.SOURCE;
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(400);
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state.sourceRef().map(ref -> ref);
  }

  @Override
  public SourceTable look(DraftState state, StepsDone steps) throws CloudException {
    TableRef ref = state.sourceRef().orElseThrow();
    Optional<TableInfo> info = cloud.catalog().table(ref);
    Optional<TableRef> listed = info.flatMap(TableInfo::listed);
    if (listed.isEmpty() || info.get().rows() == 0) {
      return SourceTable.unread(info);
    }
    try {
      return sampled(info.get(), listed.get());
    } catch (CloudException.NotAllowed | CloudException.Invalid | CloudException.Broken e) {
      // It can be asked about all the same: queries see what the person may see.
      return new SourceTable(info, List.of(), List.of(), Optional.of(e));
    }
  }

  private SourceTable sampled(TableInfo info, TableRef listed) throws CloudException {
    Page page = cloud.rows().page(listed, info.schema(), 0, SAMPLE);
    List<Finding> faults =
        SourceCheck.hasRequestColumn(info.schema())
            ? RequestCheck.sample(info.schema(), page.rows(), 0)
            : List.of();
    return new SourceTable(Optional.of(info), page.rows(), faults, Optional.empty());
  }
}
