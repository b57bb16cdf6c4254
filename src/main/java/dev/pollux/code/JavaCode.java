package dev.pollux.code;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import java.util.TreeMap;

/// A job in Java, with google-genai and google-cloud-bigquery.
public final class JavaCode {
  private JavaCode() {}

  public static String of(CodeJob job) {
    boolean local = job.sandbox().isPresent();
    StringBuilder java =
        new StringBuilder(
            "// com.google.genai:google-genai, com.google.cloud:google-cloud-bigquery\n");
    java.append(
        """
        import com.google.auth.oauth2.AccessToken;
        import com.google.auth.oauth2.GoogleCredentials;
        import com.google.cloud.NoCredentials;
        import com.google.cloud.bigquery.*;
        import com.google.api.gax.rpc.FixedHeaderProvider;
        import com.google.genai.Client;
        import com.google.genai.types.*;
        import java.util.Date;

        public class BatchOverRows {
          public static void main(String[] args) throws Exception {
        """);
    if (job.makes().isPresent() || job.copy().isPresent()) {
      client(java, job);
    }
    job.scratch().ifPresent(dataset -> scratch(java, job, dataset));
    job.makes().ifPresent(query -> requests(java, query));
    job.copy().ifPresent(copy -> copy(java, job, copy));
    java.append("\n    // The job. Run this once: each time is paid for.\n");
    java.append("    Client client = Client.builder().vertexAI(true)\n        .project(");
    java.append(StringEscapes.java(job.request().project())).append(").location(");
    java.append(StringEscapes.java(job.request().location().id())).append(")\n");
    if (local) {
      java.append(
          "        .credentials(GoogleCredentials.create(new AccessToken(System.getenv(\"POLLUX_TOKEN\"), new Date(Long.MAX_VALUE))))\n");
      java.append("        .httpOptions(HttpOptions.builder().baseUrl(");
      java.append(StringEscapes.java(job.vertex())).append(").build())\n");
    }
    java.append("        .build();\n    BatchJob job = client.batches.create(");
    java.append(StringEscapes.java(job.request().model().name()));
    java.append(",\n        BatchJobSource.builder().format(\"bigquery\").bigqueryUri(");
    java.append(StringEscapes.java(job.request().source().uri()));
    java.append(").build(),\n        CreateBatchJobConfig.builder().displayName(");
    java.append(StringEscapes.java(job.request().displayName()));
    java.append(
        ")\n            .dest(BatchJobDestination.builder().format(\"bigquery\").bigqueryUri(");
    java.append(StringEscapes.java(job.request().destination().uri()));
    java.append(").build()).build());\n");
    java.append("    String state = \"\";\n");
    java.append(
        "    while (!state.matches(\".*(SUCCEEDED|FAILED|CANCELLED|EXPIRED|PAUSED)\")) {\n");
    java.append("      Thread.sleep(").append(local ? "1_000" : "30_000").append(");\n");
    java.append("      job = client.batches.get(job.name().get(), null);\n");
    java.append("      state = job.state().get().toString();\n");
    return java.append("      System.out.println(state);\n    }\n  }\n}\n").toString();
  }

  private static void client(StringBuilder java, CodeJob job) {
    java.append("    BigQuery bigQuery = BigQueryOptions.newBuilder()\n");
    java.append("        .setProjectId(")
        .append(StringEscapes.java(job.request().project()))
        .append(")\n");
    if (job.sandbox().isPresent()) {
      java.append("        .setHost(").append(StringEscapes.java(job.bigQuery())).append(")\n");
      java.append("        .setCredentials(NoCredentials.getInstance())\n");
      java.append(
          "        .setHeaderProvider(FixedHeaderProvider.create(\"Authorization\", \"Bearer \" + System.getenv(\"POLLUX_TOKEN\")))\n");
    }
    java.append("        .build().getService();\n");
  }

  private static void scratch(StringBuilder java, CodeJob job, DatasetRef dataset) {
    java.append("    // Where requests wait to travel; its tables end by themselves.\n");
    java.append("    DatasetId scratch = DatasetId.of(");
    java.append(StringEscapes.java(dataset.project())).append(", ");
    java.append(StringEscapes.java(dataset.dataset())).append(");\n");
    java.append("    if (bigQuery.getDataset(scratch) == null) {\n");
    java.append("      bigQuery.create(DatasetInfo.newBuilder(scratch).setLocation(");
    java.append(StringEscapes.java(job.copy().orElseThrow().out().id()));
    java.append(").setDefaultTableLifetime(14 * 24 * 3600 * 1000L).build());\n    }\n");
  }

  private static void copy(StringBuilder java, CodeJob job, TableCopy copy) {
    java.append(
        "    // The requests go to where the job runs. What crosses locations is billed.\n");
    java.append("    Job copied = bigQuery.create(JobInfo.of(\n        JobId.newBuilder()");
    java.append(".setRandomJob().setProject(");
    java.append(StringEscapes.java(job.request().project())).append(").setLocation(");
    java.append(StringEscapes.java(copy.into().id())).append(").build(),\n");
    java.append("        CopyJobConfiguration.of(").append(table(copy.to())).append(", ");
    java.append(table(copy.from())).append("))).waitFor();\n");
    java.append("    if (copied.getStatus().getError() != null) {\n");
    java.append(
        "      throw new IllegalStateException(copied.getStatus().getError().toString());\n");
    java.append("    }\n");
  }

  private static String table(TableRef ref) {
    return "TableId.of(%s, %s, %s)"
        .formatted(
            StringEscapes.java(ref.project()),
            StringEscapes.java(ref.dataset()),
            StringEscapes.java(ref.table()));
  }

  private static void requests(StringBuilder java, Query query) {
    java.append(
        "    // The request table.\n    bigQuery.query(QueryJobConfiguration.newBuilder(\n        ");
    java.append(StringEscapes.java(query.sql())).append(")\n");
    new TreeMap<>(query.parameters())
        .forEach((name, value) -> {
          if (value instanceof Query.Parameter.Scalar scalar) {
            java.append("        .addNamedParameter(\"").append(name);
            java.append("\", QueryParameterValue.string(");
            java.append(StringEscapes.java(scalar.value())).append("))\n");
          }
        });
    java.append("        .build());\n");
  }
}
