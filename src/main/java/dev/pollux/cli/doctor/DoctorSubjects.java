package dev.pollux.cli.doctor;

import dev.pollux.doctor.DoctorSubject;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.domain.connection.Connection;
import dev.pollux.models.ModelCatalog;
import java.util.List;
import java.util.Optional;

/// What a test looks at where the person does not say: the model that the wizard would propose, and
/// the location that a job with it would run in.
public record DoctorSubjects(ModelCatalog catalog) {
  /// Where the catalogue names none.
  private static final String ANY = "gemini-3.8-flash";

  /// @param location where the person wants jobs to run; then the model is asked there too
  public DoctorSubject of(
      Connection connection, Optional<Location> location, Optional<GeminiModel> model) {
    GeminiModel asked = model.orElseGet(this::proposed);
    Location jobs = location.orElse(connection.location());
    boolean global = location.isEmpty() && catalog.prefersGlobal(asked, jobs);
    return new DoctorSubject(
        connection.project(),
        jobs,
        asked,
        global ? Location.GLOBAL : jobs,
        String.valueOf(System.getProperty("os.name")));
  }

  private GeminiModel proposed() {
    return catalog.models(List.of()).stream()
        .filter(info -> info.batch() && info.stage() == ModelInfo.Stage.GA)
        .filter(info -> catalog.traits(info.model().id()).batchProven())
        .findFirst()
        .map(ModelInfo::model)
        .orElseGet(() -> GeminiModel.of(ANY));
  }
}
