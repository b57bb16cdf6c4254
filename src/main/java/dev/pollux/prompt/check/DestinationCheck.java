package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetDefaults;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether answers can go where the person wants them, and where the job can run.
public final class DestinationCheck {
  private DestinationCheck() {}

  /// @param dataset the dataset as the service knows it; empty when there is none
  /// @param existing the table that has the name already
  public static List<Finding> check(
      String table, Optional<Dataset> dataset, Optional<TableInfo> existing) {
    List<Finding> found = new ArrayList<>();
    if (dataset.isEmpty()) {
      found.add(Finding.stop("destination.no-dataset"));
    } else if (dataset.get().location().isMultiRegion()) {
      found.add(Finding.stop("destination.multi-region", dataset.get().location().id()));
    }
    found.addAll(name(table));
    if (dataset.isPresent()
        && TableRef.isTableName(table)
        && !dataset.get().ref().table(table).fitsUri()) {
      found.add(Finding.stop("destination.name-too-long"));
    }
    if (existing.isPresent()) {
      found.add(Finding.stop("destination.exists", existing.get().ref().shortName()));
    }
    return found;
  }

  /// What the dataset does to the answers' table, which says nothing of these things itself.
  ///
  /// Customer-managed keys are not supported for Gemini batch jobs
  /// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-gemini).
  public static List<Finding> defaults(DatasetDefaults defaults) {
    List<Finding> found = new ArrayList<>();
    defaults.tables().ifPresent(after -> found.add(lasts("destination.tables-expire", after)));
    defaults
        .partitions()
        .ifPresent(after -> found.add(lasts("destination.partitions-expire", after)));
    defaults.key().ifPresent(key -> found.add(Finding.warning("destination.own-key", key)));
    return found;
  }

  private static Finding lasts(String code, Duration after) {
    return after.toDays() < 2
        ? Finding.warning(code + "-hours", after.toHours())
        : Finding.warning(code + "-days", after.toDays());
  }

  /// What is wrong with a table's name.
  public static List<Finding> name(String table) {
    if (table.isBlank()) {
      return List.of(Finding.stop("destination.no-name"));
    }
    if (TableRef.isTableName(table)) {
      return List.of();
    }
    Set<String> bad = new LinkedHashSet<>();
    table
        .codePoints()
        .mapToObj(Character::toString)
        .filter(c -> !TableRef.isTableName(c))
        .forEach(bad::add);
    return List.of(
        bad.isEmpty()
            ? Finding.stop("destination.name-too-long")
            : Finding.stop("destination.bad-characters", String.join(" ", bad)));
  }

  /// The locations a job over tables in a region may run in: that region, and `global` for models
  /// that are not tuned.
  public static List<Location> jobLocations(Location data, GeminiModel model) {
    return model.isTuned() ? List.of(data) : List.of(data, Location.GLOBAL);
  }
}
