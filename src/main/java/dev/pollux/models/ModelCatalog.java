package dev.pollux.models;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.files.JsonFields;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What is known of Gemini models: a bundled, dated file, joined with what the service lists. The
/// service does not say which models take batch jobs, so the file does.
public final class ModelCatalog {
  private final LocalDate asOf;
  private final List<KnownModel> known;
  private final Optional<Finding> problem;

  private ModelCatalog(DataFile<ModelCatalog> file) {
    this.asOf = file.content().asOf;
    this.known = file.content().known;
    this.problem = file.problem();
  }

  private ModelCatalog(JsonNode file) {
    this.asOf = new JsonFields(file, List.of("models.json")).parsed("asOf", LocalDate::parse);
    this.known = DataFile.models(file).stream().map(KnownModel::read).toList();
    this.problem = Optional.empty();
  }

  /// The bundled file alone.
  public static ModelCatalog load() {
    return load(Optional.empty());
  }

  /// The bundled `models.json`, and the person's own over it where there is one.
  public static ModelCatalog load(Optional<Path> own) {
    return new ModelCatalog(
        DataFile.load(ModelCatalog.class, "models.json", own, ModelCatalog::new));
  }

  /// The day the file was written.
  public LocalDate asOf() {
    return asOf;
  }

  /// Why the person's own file was left out.
  public Optional<Finding> problem() {
    return problem;
  }

  /// What the file says of a model.
  public Optional<ModelInfo> info(String id) {
    return known.stream().map(KnownModel::info).filter(m -> m.model().id().equals(id)).findFirst();
  }

  public ModelTraits traits(String id) {
    return known.stream()
        .filter(k -> k.info().model().id().equals(id))
        .map(KnownModel::traits)
        .findFirst()
        .orElse(ModelTraits.UNKNOWN);
  }

  /// The known models, then those that only the service knows; each says whether it is listed.
  public List<ModelInfo> models(List<ListedModel> listed) {
    Set<String> ids = new HashSet<>();
    listed.forEach(l -> ids.add(l.id()));
    List<ModelInfo> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (KnownModel model : known) {
      seen.add(model.info().model().id());
      all.add(model.info().listed(ids.contains(model.info().model().id())));
    }
    for (ListedModel l : listed) {
      if (l.id().startsWith("gemini-")
          && GeminiModel.find(l.id()).isPresent()
          && seen.add(l.id())) {
        all.add(ModelInfo.unknown(l));
      }
    }
    return all;
  }

  /// A model to take instead: the successor that Google names, else the newest that is good for the
  /// same and takes batch jobs.
  public Optional<ModelInfo> instead(String id, LocalDate today) {
    Optional<ModelInfo> named =
        traits(id).replacement().flatMap(this::info).filter(m -> alive(m, today));
    if (named.isPresent()) {
      return named;
    }
    String purpose = info(id).map(ModelInfo::goodFor).orElse("");
    List<ModelInfo> alive =
        known.stream()
            .map(KnownModel::info)
            .filter(m -> alive(m, today) && !m.model().id().equals(id))
            .filter(m -> m.stage() == ModelInfo.Stage.GA)
            .toList();
    return alive.stream()
        .filter(m -> m.goodFor().equals(purpose))
        .findFirst()
        .or(() -> alive.stream().findFirst());
  }

  private boolean alive(ModelInfo info, LocalDate today) {
    return info.batch()
        && traits(info.model().id()).batchProven()
        && info.retires().filter(day -> !day.isAfter(today)).isEmpty();
  }

  /// What is to be said of a model that a person typed. Pure: asks nobody.
  ///
  /// @param trust the projects whose models may be shown rows; a model of another one is a STOP
  ///   `model.other-project` until the person agreed to it
  /// @param listed what the service lists; empty means that it could not be asked, and says nothing
  ///   about the model
  /// @param base the id of what a tuned model was made from; empty where the service did not say
  public List<Finding> check(
      String typed,
      ModelTrust trust,
      List<ListedModel> listed,
      LocalDate today,
      Optional<String> base) {
    return new ModelCheck(this, trust, listed, today).of(typed, base);
  }

  /// Whether a job should run in `global` rather than where its data is: the model is served there
  /// and not here, or no page of Google's says where else it is served.
  public boolean prefersGlobal(GeminiModel model, Location data) {
    if (model.isTuned()) {
      return false;
    }
    List<Location> at = info(model.id()).map(ModelInfo::locations).orElse(List.of());
    boolean proven =
        info(model.id()).isPresent() && !traits(model.id()).unproven().contains("locations");
    return proven
        ? !at.isEmpty() && !at.contains(data) && at.contains(Location.GLOBAL)
        : at.isEmpty() || !at.contains(data);
  }

  /// What is to be said of the place a job is to run in: a model that is served elsewhere is not
  /// found there.
  public List<Finding> location(GeminiModel model, Location job) {
    return info(model.id())
        .filter(m -> !model.isTuned() && !m.locations().isEmpty() && !m.locations().contains(job))
        .map(m ->
            Finding.warning(
                "model.elsewhere",
                m.title(),
                String.join(", ", m.locations().stream().map(Location::id).toList()),
                job.id()))
        .stream()
        .toList();
  }
}
