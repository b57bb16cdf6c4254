package dev.pollux.models;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The projects whose models may be shown rows. A request goes to the project that its model lives
/// in; that project can log it. A recipe names a model, so that a recipe of a stranger could send
/// rows to the stranger's project: nothing is sent there, not even to count tokens, before the
/// person agreed to that project.
///
/// @param projects the person's own project, by its id and, where it is known, its number (the
///   service names tuned models by the number), and the projects they agreed to
public record ModelTrust(Set<String> projects) {
  public ModelTrust {
    projects = Set.copyOf(projects);
  }

  /// The person's own project alone.
  public static ModelTrust own(String project) {
    return new ModelTrust(Set.of(project));
  }

  /// The same and one project more.
  public ModelTrust and(String project) {
    Set<String> more = new HashSet<>(projects);
    more.add(project);
    return new ModelTrust(more);
  }

  /// Whether the person has to agree before anything is sent to this model.
  public boolean needsConsent(GeminiModel model) {
    return model.project().filter(project -> !projects.contains(project)).isPresent();
  }

  /// A STOP that names the project and the model whole, where the person has to agree first.
  List<Finding> check(GeminiModel model) {
    return needsConsent(model)
        ? List.of(Finding.stop("model.other-project", model.project().orElseThrow(), model.name()))
        : List.of();
  }
}
