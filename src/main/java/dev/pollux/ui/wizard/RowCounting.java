package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.Value;
import dev.pollux.prompt.RowFilter;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts the rows that are chosen, whenever the choice changes; never twice for the same choice.
final class RowCounting {
  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final WizardModel model;
  private final Runnable heard;
  private final LatestOnly task = new LatestOnly();
  private @Nullable Query counted;
  private long matching;

  RowCounting(Cloud cloud, Background background, Words words, WizardModel model, Runnable heard) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.model = model;
    this.heard = heard;
  }

  /// Something that decides on rows may have changed.
  void refresh() {
    Optional<RowFilter> chosen = chosen();
    if (chosen.isEmpty()) {
      forget(new RowCount.None());
      return;
    }
    TableInfo info = model.table.get().orElseThrow();
    if (chosen.get().all()) {
      forget(new RowCount.Known(chosen.get().limited(info.rows()), 0));
      return;
    }
    Query query = chosen.get().count(info.location());
    if (query.equals(counted)) {
      if (model.count.get() instanceof RowCount.Known known) {
        model.count.set(new RowCount.Known(chosen.get().limited(matching), known.bytes()));
      }
      return;
    }
    counted = query;
    model.count.set(new RowCount.Counting());
    task.start(
        background
            .named(words.get("wizard.rows.task"), _ -> count(query))
            .onCancelled(() -> {
              model.count.set(new RowCount.Failed(words.get("feedback.stopped.why")));
              heard.run();
            })
            .onSuccess(found -> {
              matching = found.rows();
              model.count.set(new RowCount.Known(chosen.get().limited(matching), found.bytes()));
              heard.run();
            })
            .onFailure(e -> {
              // Kept as counted: else the next look would ask again, and again.
              model.count.set(
                  new RowCount.Failed(
                      new FailureWords(words)
                          .explain(words.get("wizard.rows.failed"), e)
                          .sentence()));
              heard.run();
            }));
  }

  /// What could not be counted is tried once more, because a person asks for it.
  void retry() {
    if (model.count.get() instanceof RowCount.Failed) {
      counted = null;
    }
  }

  private void forget(RowCount count) {
    task.cancel();
    counted = null;
    model.count.set(count);
  }

  private Optional<RowFilter> chosen() {
    Optional<TableInfo> info = model.table.get();
    if (info.isEmpty()) {
      return Optional.empty();
    }
    boolean wrong =
        model.template.get()
            && model.spec().template().check(info.get().schema()).stream().anyMatch(Finding::stops);
    boolean badChoice =
        RowFilter.check(model.choice.get(), info.get().schema()).stream().anyMatch(Finding::stops);
    return wrong || badChoice ? Optional.empty() : Optional.of(model.chosen(info.get()));
  }

  private RowCount.Known count(Query query) throws CloudException, InterruptedException {
    long bytes = cloud.queries().dryRun(query).bytesProcessed();
    Value value =
        cloud
            .queries()
            .run(query, "pollux_count_" + UUID.randomUUID().toString().replace('-', '_'))
            .rows()
            .getFirst()
            .values()
            .getFirst();
    return new RowCount.Known(
        value instanceof Value.Scalar(String text) ? Long.parseLong(text) : 0, bytes);
  }
}
