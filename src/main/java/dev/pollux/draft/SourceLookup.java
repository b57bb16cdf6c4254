package dev.pollux.draft;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Page;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.prompt.RequestCheck;
import dev.pollux.prompt.SourceCheck;
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
  public Slot<SourceTable> slot() {
    return new Slot<>(Facts::source, Facts::withSource);
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(400);
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state.draft().sourceRef().map(ref -> ref);
  }

  @Override
  public SourceTable look(DraftState state, StepsDone steps) throws CloudException {
    TableRef ref = state.draft().sourceRef().orElseThrow();
    Optional<TableInfo> info = cloud.catalog().table(ref);
    if (info.isEmpty() || info.get().rows() <= 0) {
      return new SourceTable(info, List.of(), List.of());
    }
    Page page = cloud.rows().page(ref, info.get().schema(), 0, SAMPLE);
    List<Finding> faults =
        SourceCheck.hasRequestColumn(info.get().schema())
            ? RequestCheck.sample(info.get().schema(), page.rows(), 0)
            : List.of();
    return new SourceTable(info, page.rows(), faults);
  }
}
