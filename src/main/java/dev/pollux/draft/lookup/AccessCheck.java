package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.SignInCommands;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.JobRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether the person may send the job, and Google's service agent read and write the tables: it is
/// the agent that does, not the person
/// (https://docs.cloud.google.com/vertex-ai/docs/general/access-control#service-agents), and a
/// table of another project needs a grant (python-aiplatform issue 1078). Tables are asked about by
/// the dry run of the statement that reads and makes them: a project does not know of grants that
/// datasets and tables have. What is lacking is a warning, since the list can be behind.
record AccessCheck(Cloud cloud) {
  private static final Set<String> NEEDED =
      Set.of(
          "aiplatform.batchPredictionJobs.create",
          "aiplatform.batchPredictionJobs.get",
          "aiplatform.batchPredictionJobs.list",
          "bigquery.jobs.create");
  private static final String MAKE_DATASETS = "bigquery.datasets.create";

  List<Finding> of(RunPlan plan) {
    List<Finding> found = new ArrayList<>();
    try {
      Set<String> lacking = new TreeSet<>(NEEDED);
      lacking.removeAll(cloud.permissions().granted(plan.project(), NEEDED));
      found.add(lacking.isEmpty() ? Finding.ok("access.caller-ok") : caller(plan, lacking));
      scratch(plan).ifPresent(found::add);
      if (!plan.requests().table().project().equals(plan.project())) {
        found.add(agent(plan));
      }
    } catch (CloudException _) {
      // The Resource Manager may be switched off in a project where everything else works.
      found.add(Finding.warning("access.unknown"));
    }
    return found;
  }

  private Finding caller(RunPlan plan, Set<String> lacking) throws CloudException {
    return Finding.warning("access.caller", String.join(", ", lacking), grants(plan.project()));
  }

  private String grants(String project) throws CloudException {
    String grant =
        "gcloud projects add-iam-policy-binding %s --member=%s --role="
            .formatted(project, caller());
    return grant + "roles/aiplatform.user\n" + grant + "roles/bigquery.user";
  }

  private String caller() throws CloudException {
    return SignInCommands.member(cloud.identity().signIn());
  }

  /// Whoever may not make the dataset for what travels needs somebody who does it once.
  private Optional<Finding> scratch(RunPlan plan) throws CloudException {
    Optional<TableCopy> copy = plan.requests().brought();
    if (copy.isEmpty() || AccessLookup.isThere(cloud, plan)) {
      return Optional.empty();
    }
    if (!cloud.permissions().granted(plan.project(), Set.of(MAKE_DATASETS)).isEmpty()) {
      return Optional.empty();
    }
    DatasetRef dataset = copy.get().from().datasetRef();
    String name = JobRegion.spoken(copy.get().out());
    return Optional.of(
        Finding.warning(
            "access.scratch",
            dataset.dataset(),
            name,
            """
            CREATE SCHEMA `%s.%s` OPTIONS (location = '%s');
            GRANT `roles/bigquery.dataEditor` ON SCHEMA `%s.%s` TO "%s";\
            """
                .formatted(
                    dataset.project(),
                    dataset.dataset(),
                    name,
                    dataset.project(),
                    dataset.dataset(),
                    caller())));
  }

  private Finding agent(RunPlan plan) throws CloudException {
    List<String> agents = agents(cloud.permissions().number(plan.project()));
    String table = plan.requests().table().sql();
    return Finding.warning(
        "access.service-agent", agents.getFirst(), grants(agents, table), agents.getLast());
  }

  /// The accounts of Vertex AI: the second is there from the first batch job of the project on.
  private static List<String> agents(String number) {
    return List.of(
        "service-" + number + "@gcp-sa-aiplatform.iam.gserviceaccount.com",
        "service-" + number + "@gcp-sa-vertex-bp.iam.gserviceaccount.com");
  }

  /// A statement for each: one that names an account that is not there is refused as a whole.
  private static String grants(List<String> agents, String table) {
    return agents.stream()
        .map(
            "GRANT `roles/bigquery.dataViewer` ON TABLE %s TO \"serviceAccount:%%s\";"
                    .formatted(table)
                ::formatted)
        .collect(Collectors.joining("\n"));
  }
}
