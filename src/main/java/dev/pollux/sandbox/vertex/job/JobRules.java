package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.rpc.Code;
import dev.pollux.sandbox.vertex.wire.Refusal;
import dev.pollux.sandbox.vertex.wire.TableUri;
import java.util.Map;
import java.util.regex.Pattern;

/// What the service checks before it answers a create: the shape of the job, never the data. Fields
/// that Gemini jobs do not support are refused here, because dropping them would change what the
/// caller asked for.
final class JobRules {
  private static final int NAME_LENGTH = 128;
  private static final int URI_LENGTH = 2000;
  private static final Pattern LABEL = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,64}");

  private JobRules() {}

  static void check(BatchPredictionJob job) {
    need(!job.getDisplayName().isBlank(), "Required field display_name is not set.");
    need(
        job.getDisplayName().codePointCount(0, job.getDisplayName().length()) <= NAME_LENGTH,
        "display_name must not have more than 128 characters.");
    need(!job.getModel().isBlank(), "Required field model is not set.");
    input(job);
    output(job);
    labels(job.getLabelsMap());
    need(
        job.getInstanceConfig().getKeyField().isEmpty(),
        "\"bigquery\" output format does not support key_field.");
    unsupported(job);
  }

  private static void input(BatchPredictionJob job) {
    need(job.hasInputConfig(), "Required field input_config is not set.");
    var input = job.getInputConfig();
    if (input.hasGcsSource() || input.hasVertexMultimodalDatasetSource()) {
      refuse("Cloud Storage and multimodal datasets as a source");
    }
    need(input.hasBigquerySource(), "Required field input_config.source is not set.");
    need(
        input.getInstancesFormat().equals("bigquery"),
        "Invalid instances_format \"" + input.getInstancesFormat() + "\": must be \"bigquery\".");
    uri("input_config.bigquery_source.input_uri", input.getBigquerySource().getInputUri());
  }

  private static void output(BatchPredictionJob job) {
    need(job.hasOutputConfig(), "Required field output_config is not set.");
    var output = job.getOutputConfig();
    if (output.hasGcsDestination() || output.hasVertexMultimodalDatasetDestination()) {
      refuse("Cloud Storage and multimodal datasets as a destination");
    }
    need(output.hasBigqueryDestination(), "Required field output_config.destination is not set.");
    need(
        output.getPredictionsFormat().equals("bigquery"),
        "Invalid predictions_format \""
            + output.getPredictionsFormat()
            + "\": must be \"bigquery\".");
    uri(
        "output_config.bigquery_destination.output_uri",
        output.getBigqueryDestination().getOutputUri());
  }

  private static void uri(String field, String uri) {
    need(
        TableUri.isFull(uri) && uri.length() <= URI_LENGTH,
        "Invalid BigQuery URI \""
            + uri
            + "\" in "
            + field
            + ": the expected form is bq://projectId.bqDatasetId.bqTableId.");
  }

  private static void labels(Map<String, String> labels) {
    labels.forEach((key, value) ->
        need(
            !key.isEmpty() && LABEL.matcher(key).matches() && LABEL.matcher(value).matches(),
            "Invalid label \""
                + key
                + "\": \""
                + value
                + "\". Keys and values have at most 64 characters: lowercase letters, digits, underscores and dashes."));
  }

  private static void unsupported(BatchPredictionJob job) {
    if (!job.getServiceAccount().isEmpty()) {
      refuse("A custom service account");
    }
    if (job.hasEncryptionSpec()) {
      refuse("A customer-managed encryption key");
    }
    if (job.hasInstanceConfig()
        || job.hasModelParameters()
        || job.hasDedicatedResources()
        || job.hasManualBatchTuningParameters()
        || job.getGenerateExplanation()
        || job.hasExplanationSpec()
        || job.hasUnmanagedContainerModel()) {
      refuse(
          "instance_config, model_parameters, dedicated_resources, batch tuning, explanations or an unmanaged container");
    }
  }

  private static void refuse(String what) {
    throw new Refusal(
        Code.INVALID_ARGUMENT, what + " is not supported for Gemini batch jobs in this sandbox.");
  }

  private static void need(boolean holds, String otherwise) {
    if (!holds) {
      throw Refusal.invalid(otherwise);
    }
  }
}
