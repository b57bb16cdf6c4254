package dev.pollux.sandbox.vertex;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;

/// Jobs to ask for.
public final class Jobs {
  private Jobs() {}

  /// From `p.d.in` to `p.d.{out}`, as the published example has it.
  static BatchPredictionJob request(String out) {
    BatchPredictionJob.Builder job =
        BatchPredictionJob.newBuilder()
            .setDisplayName(out)
            .setModel("publishers/google/models/gemini-2.5-flash")
            .putLabels("app", "test");
    job.getInputConfigBuilder()
        .setInstancesFormat("bigquery")
        .getBigquerySourceBuilder()
        .setInputUri("bq://p.d.in");
    job.getOutputConfigBuilder()
        .setPredictionsFormat("bigquery")
        .getBigqueryDestinationBuilder()
        .setOutputUri("bq://p.d." + out);
    return job.build();
  }
}
