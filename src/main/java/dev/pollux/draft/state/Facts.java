package dev.pollux.draft.state;

import dev.pollux.cost.TokenSample;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetDefaults;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.draft.trial.Trial;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that was looked up about a draft, each topic by a lookup of its own.
///
/// @param byTopic what was asked; a topic that is not in it was not
/// @param trial some rows that were asked at once
public record Facts(Map<Topic, Fact<?>> byTopic, Optional<Trial> trial) {
  /// What the questions are about, in the order in which one builds on another.
  public enum Topic {
    SOURCE,
    PREVIEW,
    CHOSEN,
    MODELS,
    DATASETS,
    UNLISTED,
    TUNED_BASE,
    SERVED,
    TOTAL,
    TAKEN,
    DEFAULTS,
    DESTINATION,
    TOKENS,
    DISTINCT,
    PAID,
    ACCESS
  }

  /// Nothing was looked up.
  public static final Facts NONE = new Facts(Map.of(), Optional.empty());

  public Facts {
    byTopic = Map.copyOf(byTopic);
  }

  public Fact<SourceTable> source() {
    return of(Topic.SOURCE);
  }

  /// Rows of a source that are seen by a query only.
  public Fact<PreviewRows> preview() {
    return of(Topic.PREVIEW);
  }

  /// Rows that meet the conditions, where hardly any of those that are here do.
  public Fact<PreviewRows> chosen() {
    return of(Topic.CHOSEN);
  }

  public Fact<OfferedModels> models() {
    return of(Topic.MODELS);
  }

  public Fact<List<Dataset>> datasets() {
    return of(Topic.DATASETS);
  }

  /// The dataset that was chosen for the answers and is not among the listed ones.
  public Fact<Optional<Dataset>> unlisted() {
    return of(Topic.UNLISTED);
  }

  /// The id of what a tuned model was made from; empty where the service does not say.
  public Fact<Optional<String>> tunedBase() {
    return of(Topic.TUNED_BASE);
  }

  /// Whether the model answers where the job is to run.
  public Fact<Boolean> served() {
    return of(Topic.SERVED);
  }

  public Fact<RowTotal> total() {
    return of(Topic.TOTAL);
  }

  /// The names of the tables that are in the dataset of the answers.
  public Fact<Set<String>> taken() {
    return of(Topic.TAKEN);
  }

  /// What becomes of tables in the dataset of the answers.
  public Fact<DatasetDefaults> defaults() {
    return of(Topic.DEFAULTS);
  }

  /// The table that has the name of the answers already.
  public Fact<Optional<TableInfo>> destination() {
    return of(Topic.DESTINATION);
  }

  /// Tokens of some rows, counted by the service.
  public Fact<TokenSample> tokens() {
    return of(Topic.TOKENS);
  }

  /// How many requests are not equal to others.
  public Fact<DistinctRequests> distinct() {
    return of(Topic.DISTINCT);
  }

  /// What the same cost before; empty where it was not sent, or nobody knows.
  public Fact<Optional<PaidBefore>> paid() {
    return of(Topic.PAID);
  }

  /// What the checks found that ask the service just before sending.
  public Fact<List<Finding>> access() {
    return of(Topic.ACCESS);
  }

  /// The fact of a topic, for the lookup that asks about it. What it holds is said by that lookup,
  /// and above.
  @SuppressWarnings("unchecked")
  public <V> Fact<V> of(Topic topic) {
    return (Fact<V>) byTopic.getOrDefault(topic, Fact.unknown());
  }

  /// With the answer of the lookup of that topic, which alone writes it.
  public Facts with(Topic topic, Fact<?> fact) {
    Map<Topic, Fact<?>> all = new EnumMap<>(Topic.class);
    all.putAll(byTopic);
    all.put(topic, fact);
    return new Facts(all, trial);
  }

  public Facts withTrial(Optional<Trial> now) {
    return new Facts(byTopic, now);
  }
}
