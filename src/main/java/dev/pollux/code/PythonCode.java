package dev.pollux.code;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import java.util.TreeMap;

/// A job in Python, with google-genai and google-cloud-bigquery. A job that ends
/// PARTIALLY_SUCCEEDED is not `done` for that library, so the states are named.
public final class PythonCode {
  private PythonCode() {}

  public static String of(CodeJob job) {
    boolean local = job.sandbox().isPresent();
    StringBuilder py = new StringBuilder("# pip install google-genai google-cloud-bigquery\n");
    py.append(local ? "import os\n" : "").append("import time\n\n");
    py.append("from google import genai\nfrom google.genai import types\n");
    py.append("from google.cloud import bigquery\n");
    py.append(local ? "from google.oauth2.credentials import Credentials\n" : "");
    py.append("\nPROJECT = ").append(StringEscapes.python(job.request().project())).append('\n');
    py.append("LOCATION = ")
        .append(StringEscapes.python(job.request().location().id()))
        .append('\n');
    if (local) {
      py.append("ADDRESS = ").append(StringEscapes.python(job.vertex())).append('\n');
      py.append("CREDENTIALS = Credentials(os.environ[\"POLLUX_TOKEN\"])\n");
    }
    if (job.makes().isPresent() || job.copy().isPresent()) {
      client(py, local);
    }
    job.scratch().ifPresent(dataset -> scratch(py, job, dataset));
    job.makes().ifPresent(query -> requests(py, query));
    job.copy().ifPresent(copy -> copy(py, copy));
    py.append("\n# The job. Run this once: each time is paid for.\nclient = genai.Client(\n");
    py.append("    vertexai=True,\n    project=PROJECT,\n    location=LOCATION,\n");
    py.append(
        local
            ? "    credentials=CREDENTIALS,\n    http_options=types.HttpOptions(base_url=ADDRESS),\n"
            : "");
    py.append(")\njob = client.batches.create(\n    model=");
    py.append(StringEscapes.python(job.request().model().name())).append(",\n    src=");
    py.append(StringEscapes.python(job.request().source().uri()));
    py.append(",\n    config=types.CreateBatchJobConfig(\n        display_name=");
    py.append(StringEscapes.python(job.request().displayName())).append(",\n        dest=");
    py.append(StringEscapes.python(job.request().destination().uri())).append(",\n    ),\n)\n");
    py.append(
        """
        ENDS = ("SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED", "PAUSED")
        while not job.state.name.endswith(ENDS):
            print(job.name, job.state.name)
            time.sleep(30)
            job = client.batches.get(name=job.name)
        print(job.state.name, job.error)
        """);
    return py.toString();
  }

  private static void client(StringBuilder py, boolean local) {
    py.append("rows = bigquery.Client(\n    project=PROJECT,\n");
    py.append(
        local
            ? "    credentials=CREDENTIALS,\n    client_options={\"api_endpoint\": ADDRESS},\n"
            : "");
    py.append(")\n");
  }

  private static void scratch(StringBuilder py, CodeJob job, DatasetRef dataset) {
    py.append("\n# Where requests wait to travel; its tables end by themselves.\n");
    py.append("scratch = bigquery.Dataset(").append(StringEscapes.python(dataset.toString()));
    py.append(")\nscratch.location = ");
    py.append(StringEscapes.python(job.copy().orElseThrow().out().id()));
    py.append("\nscratch.default_table_expiration_ms = 14 * 24 * 3600 * 1000\n");
    py.append("rows.create_dataset(scratch, exists_ok=True)\n");
  }

  private static void copy(StringBuilder py, TableCopy copy) {
    py.append("\n# The requests go to where the job runs. What crosses locations is billed.\n");
    py.append("rows.copy_table(\n    ").append(StringEscapes.python(copy.from().toString()));
    py.append(",\n    ").append(StringEscapes.python(copy.to().toString()));
    py.append(",\n    location=").append(StringEscapes.python(copy.into().id()));
    py.append(",\n).result()\n");
  }

  private static void requests(StringBuilder py, Query query) {
    py.append("\n# The request table.\nSQL = ")
        .append(StringEscapes.python(query.sql()))
        .append('\n');
    py.append("PARAMETERS = [\n");
    new TreeMap<>(query.parameters())
        .forEach((name, value) -> {
          if (value instanceof Query.Parameter.Scalar scalar) {
            py.append("    bigquery.ScalarQueryParameter(\"").append(name).append("\", \"");
            py.append(scalar.type().name()).append("\", ");
            py.append(StringEscapes.python(scalar.value())).append("),\n");
          }
        });
    py.append("]\nrows.query(\n    SQL,\n    location=");
    py.append(StringEscapes.python(query.location().id()));
    py.append(
        ",\n    job_config=bigquery.QueryJobConfig(query_parameters=PARAMETERS),\n).result()\n");
  }
}
