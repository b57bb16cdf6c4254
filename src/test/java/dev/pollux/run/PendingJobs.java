package dev.pollux.run;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxProcess;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Plans of jobs of a few rows in three locations, for tests and benches that follow many.
final class PendingJobs {
  static final List<Location> LOCATIONS =
      List.of(Location.US_CENTRAL1, Location.GLOBAL, new Location("europe-west4"));
  private static final GeminiModel MODEL = GeminiModel.of("gemini-2.5-flash");

  private PendingJobs() {}

  /// The sandbox of another process.
  static Cloud open(SandboxProcess sandbox) {
    return GoogleCloud.open(
        new Connection.Sandbox(Sandbox.PROJECT, Location.US_CENTRAL1),
        new Endpoints.Sandbox(URI.create(sandbox.rest()), sandbox.grpc(), sandbox.token()));
  }

  /// Makes the tables that the jobs read.
  static void prepare(Cloud cloud) throws CloudException, InterruptedException {
    for (Location location : LOCATIONS) {
      TableRef requests = requests(location);
      Location data = location.isGlobal() ? Location.US_CENTRAL1 : location;
      cloud.catalog().createDataset(new DatasetRef(Sandbox.PROJECT, requests.dataset()), data);
      cloud
          .queries()
          .run(
              Query.of(
                  "CREATE TABLE "
                      + requests.sql()
                      + " AS SELECT CONCAT('{\"contents\":[{\"role\":\"user\",\"parts\":"
                      + "[{\"text\":\"', CAST(n AS STRING), '\"}]}]}') AS request"
                      + " FROM UNNEST(GENERATE_ARRAY(1, 5)) AS n",
                  data),
              "make_" + requests.dataset());
    }
  }

  private static TableRef requests(Location location) {
    return new TableRef(Sandbox.PROJECT, "followed_" + location.id().replace('-', '_'), "requests");
  }

  /// @param number each has its own
  static RunPlan plan(int number) {
    Location location = LOCATIONS.get(number % LOCATIONS.size());
    TableRef requests = requests(location);
    return new RunPlan(
        new RunId("followed-" + number),
        "Followed " + number,
        Sandbox.PROJECT,
        location,
        MODEL,
        requests,
        new RequestSource.OwnColumn(requests),
        requests.datasetRef().table("answers_" + number),
        5,
        Optional.empty(),
        Optional.empty());
  }
}
