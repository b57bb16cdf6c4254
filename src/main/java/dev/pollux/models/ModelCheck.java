package dev.pollux.models;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.ModelInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a model is alive, takes batch jobs, and may be shown rows. Neither the list nor a date
/// stops a job: previews are served without being listed, and a retirement is put off without a
/// word. Whether a model answers is known by asking it.
///
/// @param listed what the service lists; empty where it could not be asked
record ModelCheck(
    ModelCatalog catalog, ModelTrust trust, List<ListedModel> listed, LocalDate today) {
  private static final int NOTICE_DAYS = 60;
  private static final int FIRST_UNTUNED = 3;
  private static final int MEANT = "gemini-2".length();
  private static final Pattern GENERATION = Pattern.compile("gemini-(\\d+)\\b.*");

  List<Finding> of(String typed, Optional<String> base) {
    if (typed.isBlank()) {
      return List.of(Finding.stop("model.none"));
    }
    return GeminiModel.find(typed)
        .map(model -> of(model, typed, base))
        .orElseGet(() ->
            List.of(
                GeminiModel.otherPublisher(typed)
                    .map(publisher -> Finding.stop("model.other-publisher", publisher))
                    .orElseGet(() -> Finding.stop("model.not-a-name", typed))));
  }

  private List<Finding> of(GeminiModel model, String typed, Optional<String> base) {
    if (trust.needsConsent(model)) {
      return trust.check(model); // nothing else can be known before: nobody was asked
    }
    List<Finding> found = new ArrayList<>(model.isTuned() ? tuned(base) : published(model.id()));
    GeminiModel.droppedProject(typed)
        .filter(project -> !trust.projects().contains(project))
        .ifPresent(project -> found.add(Finding.warning("model.own-project", model.id(), project)));
    return found;
  }

  /// "Batch inference is not supported for tuned Gemini 3 and higher models"
  /// (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/batch-inference).
  private List<Finding> tuned(Optional<String> base) {
    if (base.isEmpty()) {
      return List.of(Finding.warning("model.tuned-unknown"));
    }
    Matcher generation = GENERATION.matcher(base.get());
    if (!generation.matches()) {
      return List.of(Finding.warning("model.tuned-unknown"));
    }
    return Integer.parseInt(generation.group(1)) >= FIRST_UNTUNED
        ? List.of(Finding.stop("model.tuned-too-new", title(base.get()), base.get()))
        : List.of();
  }

  private String title(String id) {
    return catalog.info(id).map(ModelInfo::title).orElse(id);
  }

  private List<Finding> published(String id) {
    Optional<ModelInfo> info = catalog.info(id);
    boolean seen = listed.stream().anyMatch(l -> l.id().equals(id));
    if (!listed.isEmpty() && !seen) {
      return List.of(
          near(id)
              .filter(_ -> info.isEmpty())
              .map(near -> Finding.warning("model.not-listed-near", id, near))
              .orElseGet(() -> Finding.warning("model.not-listed", id)));
    }
    if (info.isEmpty()) {
      return List.of(Finding.warning(seen ? "model.not-in-file" : "model.unknown", id));
    }
    if (!info.get().batch()) {
      return List.of(Finding.stop("model.no-batch", info.get().title(), instead(id)));
    }
    List<Finding> found = new ArrayList<>(retirement(info.get()));
    if (!catalog.traits(id).batchProven()) {
      found.add(Finding.warning("model.batch-unproven", info.get().title()));
    }
    return found;
  }

  /// The listed model that begins most like what was typed.
  private Optional<String> near(String id) {
    return listed.stream()
        .map(ListedModel::id)
        .filter(other -> catalog.info(other).map(ModelInfo::batch).orElse(false))
        .max(Comparator.comparingInt(other -> common(id, other)))
        .filter(other -> common(id, other) >= MEANT);
  }

  private static int common(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  /// The days are the earliest: Google may put them off. A month before, who has not used the model
  /// may be refused it
  /// (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions).
  private List<Finding> retirement(ModelInfo info) {
    String id = info.model().id();
    if (info.retires().isEmpty()) {
      return info.stage() == ModelInfo.Stage.RETIRING
          ? List.of(Finding.warning("model.retiring", info.title(), instead(id)))
          : List.of();
    }
    LocalDate day = info.retires().get();
    if (!day.isAfter(today)) {
      return List.of(Finding.warning("model.overdue", info.title(), day, instead(id)));
    }
    if (!today.isBefore(day.minusMonths(1))) {
      return List.of(Finding.warning("model.closing", info.title(), day, instead(id)));
    }
    return day.isAfter(today.plusDays(NOTICE_DAYS))
        ? List.of()
        : List.of(Finding.warning("model.retires", info.title(), day, instead(id)));
  }

  private String instead(String id) {
    return catalog.instead(id, today).map(ModelInfo::title).orElse("–");
  }
}
