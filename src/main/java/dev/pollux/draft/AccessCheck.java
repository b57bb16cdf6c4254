package dev.pollux.draft;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

  List<Finding> of(RunPlan plan) {
    List<Finding> found = new ArrayList<>();
    try {
      Set<String> lacking = new TreeSet<>(NEEDED);
      lacking.removeAll(cloud.permissions().granted(plan.project(), NEEDED));
      found.add(lacking.isEmpty() ? Finding.ok("access.caller-ok") : caller(plan, lacking));
      if (!plan.requests().table().project().equals(plan.project())) {
        found.add(agent(plan));
      }
    } catch (CloudException _) {
      // The Resource Manager may be switched off in a project where everything else works.
      found.add(Finding.warning("access.unknown"));
    }
    return found;
  }

  private static Finding caller(RunPlan plan, Set<String> lacking) {
    return Finding.warning("access.caller", String.join(", ", lacking), grants(plan.project()));
  }

  private static String grants(String project) {
    String grant =
        "gcloud projects add-iam-policy-binding " + project + " --member=user:YOU --role=";
    return grant + "roles/aiplatform.user\n" + grant + "roles/bigquery.user";
  }

  private Finding agent(RunPlan plan) throws CloudException {
    String agent =
        "service-"
            + cloud.permissions().number(plan.project())
            + "@gcp-sa-aiplatform.iam.gserviceaccount.com";
    String grant =
        "GRANT `roles/bigquery.dataViewer` ON TABLE %s TO \"serviceAccount:%s\";"
            .formatted(plan.requests().table().sql(), agent);
    return Finding.warning("access.service-agent", agent, grant);
  }
}
