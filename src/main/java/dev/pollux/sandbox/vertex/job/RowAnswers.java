package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.rpc.Code;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.sandbox.vertex.fault.RowFaults;
import dev.pollux.sandbox.vertex.models.GeminiCalls;
import dev.pollux.sandbox.vertex.wire.ProtoJson;
import dev.pollux.sandbox.vertex.wire.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The answer to one row of a job. A request that is wrong fails its own row; two things break the
/// whole job, as they do with the service: `parts` that are a string, and objects with no fields
/// among the tools.
public final class RowAnswers {
  private final GeminiCalls gemini;

  public RowAnswers(GeminiCalls gemini) {
    this.gemini = gemini;
  }

  /// Ends the job, not the row.
  static final class JobBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Code code;

    JobBroken(Code code, String message) {
      super(message, null, false, false);
      this.code = code;
    }

    Code code() {
      return code;
    }
  }

  /// @param request the text of the row's `request`
  JobTables.AnsweredRow answer(
      long row, @Nullable String request, SandboxModel model, Faults faults) {
    if (faults.rowFailurePercent() > 0 && RowFaults.hits(row, faults.rowFailurePercent())) {
      return new JobTables.AnsweredRow(row, null, RowFaults.status(row));
    }
    try {
      return new JobTables.AnsweredRow(row, response(request, model), "");
    } catch (Refusal refused) {
      return new JobTables.AnsweredRow(row, null, failed(refused));
    }
  }

  private String response(@Nullable String request, SandboxModel model) {
    if (request == null) {
      throw Refusal.invalid("The request is NULL.");
    }
    JsonNode tree = ProtoJson.tree(request);
    breakers(tree);
    return gemini.answer(
        ProtoJson.read(request, GenerateContentRequest.newBuilder()).build(), model);
  }

  private static void breakers(JsonNode request) {
    for (JsonNode content : request.path("contents")) {
      if (content.path("parts").isString()) {
        // https://openillumi.com/en/en-vertex-ai-gemini-batch-error-13-bigquery-input-fix
        throw new JobBroken(Code.INTERNAL, "INTERNAL");
      }
    }
    for (JsonNode tool : request.path("tools")) {
      for (var field : tool.properties()) {
        if (field.getValue().isObject() && field.getValue().isEmpty()) {
          // https://github.com/googleapis/python-genai/issues/2123
          throw new JobBroken(
              Code.INVALID_ARGUMENT,
              "Query error: Cannot store struct 'request.tools."
                  + field.getKey()
                  + "' with no fields");
        }
      }
    }
  }

  /// The prefix and the JSON as the service writes them into `status`.
  private static String failed(Refusal refused) {
    boolean gone = refused.code() == Code.UNAVAILABLE;
    return (gone ? "Service Unavailable: " : "Bad Request: ")
        + "{\"error\": {\"code\": "
        + (gone ? 503 : 400)
        + ", \"message\": "
        + JsonMapper.shared().writeValueAsString(refused.words())
        + ", \"status\": \""
        + (gone ? Code.UNAVAILABLE : Code.INVALID_ARGUMENT)
        + "\"}}";
  }
}
