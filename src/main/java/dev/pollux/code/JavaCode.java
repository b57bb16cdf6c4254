package dev.pollux.code;

import dev.pollux.cloud.Query;
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
    job.makes().ifPresent(query -> requests(java, job, query));
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

  private static void requests(StringBuilder java, CodeJob job, Query query) {
    java.append(
        "    // The request table.\n    BigQuery bigQuery = BigQueryOptions.newBuilder()\n");
    java.append("        .setProjectId(")
        .append(StringEscapes.java(job.request().project()))
        .append(")\n");
    if (job.sandbox().isPresent()) {
      java.append("        .setHost(").append(StringEscapes.java(job.bigQuery())).append(")\n");
      java.append("        .setCredentials(NoCredentials.getInstance())\n");
      java.append(
          "        .setHeaderProvider(FixedHeaderProvider.create(\"Authorization\", \"Bearer \" + System.getenv(\"POLLUX_TOKEN\")))\n");
    }
    java.append(
        "        .build().getService();\n    bigQuery.query(QueryJobConfiguration.newBuilder(\n        ");
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
