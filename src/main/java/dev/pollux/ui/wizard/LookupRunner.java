package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestProgress;
import dev.pollux.draft.Step;
import dev.pollux.draft.lookup.Lookup;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks what the draft needs to know, whenever it needs it: each question once, and none about a
/// draft that is gone. An answer is taken only while the draft is still about the same.
final class LookupRunner {
  private final DraftModel model;
  private final Lookups lookups;
  private final Background background;
  private final Words words;
  private final Supplier<Step> step;
  private final Map<Topic, Running> running = new EnumMap<>(Topic.class);
  private boolean refreshing;

  private record Running(Object about, Background.Started task) {}

  /// @param step the step in front: what is costly to ask is asked when it is needed
  LookupRunner(
      DraftModel model, Lookups lookups, Background background, Words words, Supplier<Step> step) {
    this.model = model;
    this.lookups = lookups;
    this.background = background;
    this.words = words;
    this.step = step;
  }

  /// The draft, what is known of it, or the step has changed.
  void refresh() {
    if (refreshing) {
      return;
    }
    refreshing = true;
    try {
      DraftState before;
      do {
        before = model.now();
        lookups.all().forEach(this::refresh);
      } while (!before.equals(model.now()));
    } finally {
      refreshing = false;
    }
  }

  private <V> void refresh(Lookup<V> lookup) {
    Running now = running.get(lookup.topic());
    if (now != null && !lookup.fact(model.now()).isAbout(now.about())) {
      running.remove(lookup.topic());
      now.task().cancel();
    }
    if (isTime(lookup.topic())) {
      Optional<Object> wanted = lookup.wanted(model.now());
      wanted.ifPresent(about -> start(lookup, about));
    }
  }

  private boolean isTime(Topic topic) {
    return switch (topic) {
      case SOURCE,
          PREVIEW,
          MODELS,
          DATASETS,
          UNLISTED,
          TUNED_BASE,
          TOTAL,
          TAKEN,
          DEFAULTS,
          DESTINATION ->
          true;
      case CHOSEN -> step.get().ordinal() >= Step.REQUESTS.ordinal();
      case SERVED, TOKENS, PAID -> step.get().ordinal() >= Step.MODEL.ordinal();
      case DISTINCT, ACCESS -> step.get() == Step.REVIEW;
    };
  }

  private <V> void start(Lookup<V> lookup, Object about) {
    DraftState asked = model.now();
    Topic topic = lookup.topic();
    put(lookup, new Fact.Looking<>(about, 0, 0));
    Background.Pending<V> task =
        pending(lookup, about, asked)
            .delayed(model.isTyping() ? lookup.pause() : Duration.ZERO)
            .onSuccess(answer -> end(lookup, about, new Fact.Known<>(about, answer)))
            .onFailure(problem -> end(lookup, about, new Fact.Failed<>(about, problem)));
    running.put(topic, new Running(about, task.start()));
  }

  /// Those that cost or last are shown in the status bar, where a person can stop them.
  private <V> Background.Pending<V> pending(Lookup<V> lookup, Object about, DraftState asked) {
    LatestProgress ticks =
        new LatestProgress(
            background::show,
            (done, of) -> progress(lookup, about, Math.toIntExact(done), Math.toIntExact(of)));
    return switch (lookup.topic()) {
      case PREVIEW, CHOSEN, TOTAL, DISTINCT, ACCESS ->
          background
              .<V>named(
                  words.get("wizard.lookup." + lookup.topic().name()),
                  _ -> lookup.look(asked, ticks::update))
              .onCancelled(() -> end(lookup, about, new Fact.Stopped<>(about)));
      case SOURCE,
          MODELS,
          DATASETS,
          UNLISTED,
          TUNED_BASE,
          SERVED,
          TAKEN,
          DEFAULTS,
          DESTINATION,
          TOKENS,
          PAID ->
          background.task(_ -> lookup.look(asked, ticks::update));
    };
  }

  private <V> void progress(Lookup<V> lookup, Object about, int done, int of) {
    if (lookup.fact(model.now()).isLooking()) {
      put(lookup, new Fact.Looking<>(about, done, of));
    }
  }

  private <V> void end(Lookup<V> lookup, Object about, Fact<V> fact) {
    Running now = running.get(lookup.topic());
    if (now != null && now.about().equals(about)) {
      running.remove(lookup.topic());
    }
    put(lookup, fact);
  }

  /// The model drops it where the draft is about something else by now.
  private <V> void put(Lookup<V> lookup, Fact<V> fact) {
    model.learn(state -> lookup.put(state, fact));
  }

  /// Asks once more, whatever is known.
  void lookAgain(Topic topic) {
    forget(lookups.of(topic));
    refresh();
  }

  private <V> void forget(Lookup<V> lookup) {
    cancel(lookup.topic());
    model.learn(state -> lookup.put(state, Fact.unknown()));
  }

  /// Asks once more what failed or was stopped, because a person goes on.
  void retry() {
    lookups.all().forEach(this::retry);
    refresh();
  }

  private <V> void retry(Lookup<V> lookup) {
    switch (lookup.fact(model.now())) {
      case Fact.Failed<V> _, Fact.Stopped<V> _ -> forget(lookup);
      case Fact.Unknown<V> _, Fact.Looking<V> _, Fact.Known<V> _ -> {}
    }
  }

  /// Ends a question; it is asked again by [#lookAgain].
  void stop(Topic topic) {
    stop(lookups.of(topic));
  }

  private <V> void stop(Lookup<V> lookup) {
    Running now = running.get(lookup.topic());
    if (now != null) {
      cancel(lookup.topic());
      put(lookup, new Fact.Stopped<>(now.about()));
    }
  }

  private void cancel(Topic topic) {
    Running now = running.remove(topic);
    if (now != null) {
      now.task().cancel();
    }
  }
}
