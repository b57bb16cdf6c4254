package dev.pollux.prompt;

import dev.pollux.cloud.Models;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ModelInfo;
import dev.pollux.prompt.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is known of Gemini models: a bundled, dated file, joined with what the service lists. The
/// service does not say which models take batch jobs, so the file does.
public final class ModelCatalog {
  private static final int NOTICE_DAYS = 60;
  private final LocalDate asOf;
  private final List<ModelInfo> known;

  private ModelCatalog(LocalDate asOf, List<ModelInfo> known) {
    this.asOf = asOf;
    this.known = List.copyOf(known);
  }

  /// The bundled file, `models.json` beside this class.
  public static ModelCatalog load() {
    try (InputStream in = ModelCatalog.class.getResourceAsStream("models.json")) {
      JsonNode file = JsonMapper.shared().readTree(in);
      List<ModelInfo> models = new ArrayList<>();
      file.path("models").forEach(node -> models.add(model(node)));
      return new ModelCatalog(LocalDate.parse(file.path("asOf").asString()), models);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelInfo model(JsonNode node) {
    return new ModelInfo(
        GeminiModel.of(node.path("id").asString()),
        node.path("title").asString(),
        ModelInfo.Stage.valueOf(node.path("stage").asString()),
        false,
        node.path("batch").asBoolean(),
        node.path("contextTokens").asInt(),
        node.path("outputTokens").asInt(),
        node.path("goodFor").asString(),
        List.of(),
        node.has("retires")
            ? Optional.of(LocalDate.parse(node.path("retires").asString()))
            : Optional.empty());
  }

  /// The day the file was written.
  public LocalDate asOf() {
    return asOf;
  }

  /// The known models, then those that only the service knows; each says whether it is listed.
  public List<ModelInfo> models(List<Models.Listed> listed) {
    Set<String> ids = new HashSet<>();
    listed.forEach(l -> ids.add(l.id()));
    List<ModelInfo> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ModelInfo info : known) {
      seen.add(info.model().id());
      all.add(listed(info, ids.contains(info.model().id())));
    }
    for (Models.Listed l : listed) {
      if (l.id().startsWith("gemini-") && seen.add(l.id())) {
        all.add(unknown(l));
      }
    }
    return all;
  }

  private static ModelInfo listed(ModelInfo info, boolean listed) {
    return new ModelInfo(
        info.model(),
        info.title(),
        info.stage(),
        listed,
        info.batch(),
        info.contextTokens(),
        info.outputTokens(),
        info.goodFor(),
        info.locations(),
        info.retires());
  }

  private static ModelInfo unknown(Models.Listed listed) {
    ModelInfo.Stage stage =
        listed.stage().toUpperCase(Locale.ROOT).contains("PREVIEW")
            ? ModelInfo.Stage.PREVIEW
            : listed.stage().equals("GA") ? ModelInfo.Stage.GA : ModelInfo.Stage.UNKNOWN;
    return new ModelInfo(
        GeminiModel.of(listed.id()),
        listed.id(),
        stage,
        true,
        true,
        0,
        0,
        "unknown",
        List.of(),
        Optional.empty());
  }

  /// What is to be said of a model that a person typed. An empty `listed` means that the service
  /// could not be asked, and says nothing about the model.
  public List<Finding> check(String typed, List<Models.Listed> listed, LocalDate today) {
    if (typed.isBlank()) {
      return List.of(Finding.stop("model.none"));
    }
    GeminiModel model;
    try {
      model = GeminiModel.of(typed);
    } catch (IllegalArgumentException _) {
      return List.of(Finding.stop("model.not-a-name", typed));
    }
    if (model.isTuned()) {
      return List.of();
    }
    Optional<ModelInfo> info =
        models(listed).stream().filter(m -> m.model().id().equals(model.id())).findFirst();
    if (info.isEmpty() || (!listed.isEmpty() && !info.get().listed())) {
      return List.of(
          listed.isEmpty()
              ? Finding.warning("model.unknown", model.id())
              : Finding.stop("model.not-listed", model.id()));
    }
    if (!info.get().batch()) {
      return List.of(Finding.stop("model.no-batch", info.get().title()));
    }
    return retirement(info.get(), today);
  }

  private static List<Finding> retirement(ModelInfo info, LocalDate today) {
    if (info.retires().filter(day -> !day.isAfter(today)).isPresent()) {
      return List.of(Finding.stop("model.retired", info.title(), info.retires().get().toString()));
    }
    boolean soon =
        info.retires().filter(day -> !day.isAfter(today.plusDays(NOTICE_DAYS))).isPresent();
    if (soon) {
      return List.of(
          Finding.warning("model.retires", info.title(), info.retires().orElseThrow().toString()));
    }
    return info.stage() == ModelInfo.Stage.RETIRING
        ? List.of(Finding.warning("model.retiring", info.title()))
        : List.of();
  }
}
