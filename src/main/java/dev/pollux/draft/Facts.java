package dev.pollux.draft;

import dev.pollux.cost.TokenSample;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.Finding;
import dev.pollux.domain.TableInfo;
import java.util.List;
import java.util.Optional;

/// All that was looked up about a draft, each by one [Lookup].
///
/// @param tunedBase the id of what a tuned model was made from; empty where the service does not
///   say
/// @param destination the table that has the name of the answers already
/// @param tokens of some rows, counted by the service
/// @param access what the checks found that ask the service just before sending
/// @param trial some rows that were asked at once
public record Facts(
    Fact<SourceTable> source,
    Fact<OfferedModels> models,
    Fact<List<Dataset>> datasets,
    Fact<Optional<String>> tunedBase,
    Fact<RowTotal> total,
    Fact<Optional<TableInfo>> destination,
    Fact<TokenSample> tokens,
    Fact<List<Finding>> access,
    Optional<Trial> trial) {
  /// Nothing was looked up.
  public static final Facts NONE =
      new Facts(
          Fact.unknown(),
          Fact.unknown(),
          Fact.unknown(),
          Fact.unknown(),
          Fact.unknown(),
          Fact.unknown(),
          Fact.unknown(),
          Fact.unknown(),
          Optional.empty());

  Facts withSource(Fact<SourceTable> fact) {
    return new Facts(fact, models, datasets, tunedBase, total, destination, tokens, access, trial);
  }

  Facts withModels(Fact<OfferedModels> fact) {
    return new Facts(source, fact, datasets, tunedBase, total, destination, tokens, access, trial);
  }

  Facts withDatasets(Fact<List<Dataset>> fact) {
    return new Facts(source, models, fact, tunedBase, total, destination, tokens, access, trial);
  }

  Facts withTunedBase(Fact<Optional<String>> fact) {
    return new Facts(source, models, datasets, fact, total, destination, tokens, access, trial);
  }

  Facts withTotal(Fact<RowTotal> fact) {
    return new Facts(source, models, datasets, tunedBase, fact, destination, tokens, access, trial);
  }

  Facts withDestination(Fact<Optional<TableInfo>> fact) {
    return new Facts(source, models, datasets, tunedBase, total, fact, tokens, access, trial);
  }

  Facts withTokens(Fact<TokenSample> fact) {
    return new Facts(source, models, datasets, tunedBase, total, destination, fact, access, trial);
  }

  Facts withAccess(Fact<List<Finding>> fact) {
    return new Facts(source, models, datasets, tunedBase, total, destination, tokens, fact, trial);
  }

  public Facts withTrial(Optional<Trial> now) {
    return new Facts(source, models, datasets, tunedBase, total, destination, tokens, access, now);
  }
}
